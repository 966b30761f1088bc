using System.Buffers.Binary;
using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>
/// Reads the recordings that go by the name .gps: a header of 2,200 octets, then each data block followed by ten octets, of which the
/// seventh to ninth hold the time of day of receipt, LSB 1/128 s (as the times inside the blocks of such recordings show).
/// </summary>
public sealed class GpsRecording : RecordingReader
{
    internal const int HeaderLength = 2200;
    internal const int TrailerLength = 10;

    private readonly RecorderClock clock;

    internal GpsRecording(OctetSource source, Instant day) : base(source)
    {
        clock = new(day);
        if (!source.Skip(HeaderLength)) Fault(Position, "the recording ends inside its header");
    }

    public override RecordingFormat Format => RecordingFormat.Gps;

    public override bool TryRead(out TimedOctets piece)
    {
        piece = default;
        var header = Source.Peek(DataBlock.HeaderLength).Span;
        if (header.IsEmpty) return false;
        if (header.Length < DataBlock.HeaderLength) return Abandon("the recording ends inside a block's header");
        var length = BinaryPrimitives.ReadUInt16BigEndian(header[1..]);
        if (length <= DataBlock.HeaderLength) return Abandon($"a block of {length} octets cannot be");
        var unit = Source.Peek(length + TrailerLength);
        if (unit.Length < length + TrailerLength) return Abandon("the recording ends inside a block");
        var time = unit.Span[(length + 6)..];
        var at = clock.Advance(Lsb.Time((time[0] << 16) | (time[1] << 8) | time[2]), unit.Span[..length]);
        piece = new(at, unit[..length], Position);
        Source.Consume(unit.Length);
        return true;
    }
}
