using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.Containers;

/// <summary>
/// Reads the final format of radar recorders: frames of LENGTH (2 octets, of the whole frame), error, line, day (1 octet each),
/// time of day (3 octets, LSB 10 ms), the data blocks, and four octets A5.
/// </summary>
public sealed class FinalFormatRecording : RecordingReader
{
    internal const int HeaderLength = 8;
    internal const int TrailerLength = 4;
    private const uint Trailer = 0xA5A5A5A5;

    private readonly RecorderClock clock;

    internal FinalFormatRecording(OctetSource source, Instant day) : base(source) => clock = new(day);

    public override RecordingFormat Format => RecordingFormat.FinalFormat;

    public override bool TryRead(out TimedOctets piece)
    {
        piece = default;
        while (true)
        {
            var header = Source.Peek(HeaderLength).Span;
            if (header.IsEmpty) return false;
            if (header.Length < HeaderLength) return Abandon("the recording ends inside a frame's header");
            var length = BinaryPrimitives.ReadUInt16BigEndian(header);
            if (length < HeaderLength + TrailerLength) return Abandon($"a frame of {length} octets cannot be");
            var stamp = TimeSpan.FromMilliseconds(10 * ((header[5] << 16) | (header[6] << 8) | header[7]));
            var frame = Source.Peek(length);
            if (frame.Length < length) return Abandon("the recording ends inside a frame");
            var octets = frame[HeaderLength..^TrailerLength];
            piece = new(clock.Advance(stamp, octets.Span), octets, Position + HeaderLength);
            var closed = IsClosed(frame.Span);
            if (!closed) Fault(Position, "the frame is not closed by A5A5A5A5");
            Source.Consume(length);
            if (closed && !piece.Octets.IsEmpty) return true;
        }
    }

    internal static bool IsClosed(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt32BigEndian(frame[^TrailerLength..]) == Trailer;
}
