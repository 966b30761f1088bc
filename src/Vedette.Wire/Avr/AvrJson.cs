using Vedette.Wire.Beast;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Avr;

/// <summary>Each frame as the JSON of its message (<see cref="BeastJson"/>), <c>off</c> being where its line begins.</summary>
internal sealed class AvrJson() : LineJson("AVR", 4096)
{
    private readonly BeastJson messages = new();

    private protected override void WriteLine(ReadOnlySpan<byte> line, long offset, IRecordLines lines)
    {
        Span<byte> message = stackalloc byte[AvrFrame.LongestMessage];
        Span<byte> octets = stackalloc byte[BeastWriter.MaxFrameOctets];
        var frames = new AvrFrames(line);
        while (frames.Next(out var text, out var closed))
        {
            if (!closed) Refuse(line, offset, "end", "no semicolon", lines);
            else if (!AvrFrame.TryRead(text, message, out var frame, out var problem)) Refuse(line, offset, AvrFrames.NameOf(problem), "missing or not readable", lines);
            else
                messages.Write(octets[..BeastWriter.Write(octets, message[..frame.Length], frame.Counter, frame.Signal)], offset + frames.Offset, lines);
        }
    }
}
