using System.Buffers.Binary;
using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>
/// Reads data blocks that follow one another with nothing between. The recording does not tell when they were received: the times of day
/// that the reports themselves carry stand in for it, so that a replay is paced; what stands before the first of them is given its time.
/// </summary>
public sealed class RawBlocksRecording : RecordingReader
{
    private const int LookAhead = 1 << 16;

    private readonly DayClock clock;

    internal RawBlocksRecording(OctetSource source, Instant day) : base(source) => clock = new(day);

    public override RecordingFormat Format => RecordingFormat.RawBlocks;

    public override bool TryRead(out TimedOctets piece)
    {
        piece = default;
        if (clock.Now is null && FirstTime(Source.Peek(LookAhead).Span) is { } first) clock.Advance(first);
        var header = Source.Peek(DataBlock.HeaderLength).Span;
        if (header.IsEmpty) return false;
        if (header.Length < DataBlock.HeaderLength) return Abandon("the recording ends inside a block's header");
        var length = BinaryPrimitives.ReadUInt16BigEndian(header[1..]);
        if (length <= DataBlock.HeaderLength) return Abandon($"a block of {length} octets cannot be");
        var block = Source.Peek(length);
        if (block.Length < length) return Abandon("the recording ends inside a block");
        var at = BlockTime.Of(block.Span) is { } time ? clock.Advance(time) : clock.Now;
        piece = new(at, block, Position);
        Source.Consume(length);
        return true;
    }

    /// <summary>The first time of day that a block tells: some categories tell none, or one that is only whole with another's help (I001/141).</summary>
    private static TimeSpan? FirstTime(ReadOnlySpan<byte> octets)
    {
        while (octets.Length >= DataBlock.HeaderLength)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(octets[1..]);
            if (length <= DataBlock.HeaderLength || length > octets.Length) return null;
            if (BlockTime.Of(octets[..length]) is { } time) return time;
            octets = octets[length..];
        }

        return null;
    }
}
