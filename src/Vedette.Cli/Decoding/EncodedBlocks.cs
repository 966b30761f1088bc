using System.Globalization;
using Vedette.Wire.Asterix.Writing;

namespace Vedette.Cli.Decoding;

/// <summary>Turns lines of JSON back into data blocks, line by line in constant memory, and counts what could not be written.</summary>
internal sealed class EncodedBlocks : IDataBlocks
{
    private const int ToldFaults = 20;

    private readonly AsterixEncoder encoder;
    private readonly Stream output;

    public EncodedBlocks(Stream output)
    {
        this.output = output;
        encoder = new AsterixEncoder(this);
    }

    public long Lines { get; private set; }

    public long Faults { get; private set; }

    public long Blocks { get; private set; }

    public long Octets { get; private set; }

    public void OnBlock(ReadOnlySpan<byte> block)
    {
        output.Write(block);
        Blocks++;
        Octets += block.Length;
    }

    /// <param name="name">Of the input, for messages.</param>
    public void Read(Stream input, string name, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 18];
        var length = 0;
        int read;
        while (!cancellation.IsCancellationRequested && (read = input.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            var from = 0;
            for (int end; (end = buffer.AsSpan(from, length - from).IndexOf((byte)'\n')) >= 0; from += end + 1) Take(buffer.AsSpan(from, end), name);
            buffer.AsSpan(from, length - from).CopyTo(buffer);
            length -= from;
            if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
        }

        Take(buffer.AsSpan(0, length), name);
        encoder.End();
        output.Flush();
    }

    private void Take(ReadOnlySpan<byte> line, string name)
    {
        line = line.TrimEnd((byte)'\r');
        Lines++;
        if (line.IsEmpty || encoder.TryWrite(line, out var fault)) return;
        if (Faults++ < ToldFaults) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"vedette: {name}: line {Lines}: {fault}"));
    }
}
