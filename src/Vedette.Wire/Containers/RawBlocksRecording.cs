using System.Buffers.Binary;
using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>
/// Reads data blocks that follow one another with nothing between. The recording does not tell when they were received: the times of day
/// that the reports themselves carry stand in for it, so that a replay is paced; what stands before the first of them is given its time. Behind octets that are no
/// block, reading goes on where blocks follow one another again.
/// </summary>
public sealed class RawBlocksRecording : RecordingReader
{
    private const int LookAhead = 1 << 16;

    private readonly DayClock? clock;

    /// <param name="day">Null where nobody asks for times: the blocks come many in a piece then.</param>
    internal RawBlocksRecording(OctetSource source, Instant? day) : base(source) => clock = day is { } told ? new(told) : null;

    public override RecordingFormat Format => RecordingFormat.RawBlocks;

    public override bool TryRead(out TimedOctets piece)
    {
        piece = default;
        if (clock is { Now: null } && FirstTime(Source.Peek(LookAhead).Span) is { } first) clock.Advance(first);
        while (true)
        {
            var header = Source.Peek(DataBlock.HeaderLength).Span;
            if (header.IsEmpty) return false;
            if (header.Length < DataBlock.HeaderLength) return Abandon("the recording ends inside a block's header");
            var length = BinaryPrimitives.ReadUInt16BigEndian(header[1..]);
            var block = Source.Peek(length);
            if (length <= DataBlock.HeaderLength || block.Length < length)
            {
                if (TryResume()) continue;
                return Abandon(length <= DataBlock.HeaderLength ? $"a block of {length} octets cannot be" : "the recording ends inside a block");
            }

            piece = clock is null ? Many() : new(BlockTime.Of(block.Span) is { } time ? clock.Advance(time) : clock.Now, block, Position);
            Source.Consume(piece.Octets.Length);
            return true;
        }
    }

    /// <summary>All whole blocks that are in sight; the first of them is.</summary>
    private TimedOctets Many()
    {
        var ahead = Source.Peek(LookAhead);
        var end = 0;
        while (ahead.Length - end >= DataBlock.HeaderLength)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(ahead.Span[(end + 1)..]);
            if (length <= DataBlock.HeaderLength || length > ahead.Length - end) break;
            end += length;
        }

        return new(null, ahead[..end], Position);
    }

    /// <summary>Passes over octets up to the next place where blocks follow one another; false where none is in sight.</summary>
    private bool TryResume()
    {
        var ahead = Source.Peek(LookAhead).Span;
        for (var skipped = 1; skipped < ahead.Length; skipped++)
        {
            if (!RecordingFormats.IsChain(ahead[skipped..])) continue;
            Fault(Position, $"{skipped:N0} octets that are no data block are passed over");
            Source.Consume(skipped);
            return true;
        }

        return false;
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
