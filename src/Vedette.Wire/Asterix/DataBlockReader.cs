namespace Vedette.Wire.Asterix;

/// <summary>One data block of a datagram.</summary>
/// <param name="Category">CAT.</param>
/// <param name="Offset">Of the CAT octet.</param>
/// <param name="Length">LEN: of the whole block, CAT and LEN included.</param>
public readonly record struct DataBlock(byte Category, int Offset, int Length)
{
    public const int HeaderLength = 3;

    /// <summary>Where the records begin.</summary>
    public int BodyOffset => Offset + HeaderLength;

    public ReadOnlySpan<byte> Body(ReadOnlySpan<byte> octets) => octets.Slice(BodyOffset, Length - HeaderLength);
}

/// <summary>Cuts octets into data blocks: CAT (1 octet), LEN (2 octets), body. Part I, 4.2.</summary>
public ref struct DataBlockReader(ReadOnlySpan<byte> octets)
{
    /// <summary>No trailer seen in recordings is longer than ten octets; no useful data block is as short.</summary>
    private const int LongestTrailer = 16;

    private readonly ReadOnlySpan<byte> octets = octets;
    private byte lastCategory;

    /// <summary>Where the next block begins, or where the octets that are no block begin.</summary>
    public int Position { get; private set; }

    /// <summary>
    /// Where no block could be read: how many octets of a datagram a recorder or radar network has appended, such as a count, a time, a check sum. Part I, 4.2 knows
    /// nothing of them. They are told from a damaged block by being few, by following a whole block, and by not beginning with its category; else 0.
    /// </summary>
    public readonly int Trailing
    {
        get
        {
            var left = octets.Length - Position;
            return left is > 0 and <= LongestTrailer && lastCategory != 0 && octets[Position] != lastCategory ? left : 0;
        }
    }

    /// <summary>Malformed where LEN is impossible: no later block has a known place then.</summary>
    public Decode TryRead(out DataBlock block)
    {
        block = default;
        var left = octets.Length - Position;
        if (left == 0) return Decode.End;
        if (left < DataBlock.HeaderLength) return Decode.Malformed;
        var length = (octets[Position + 1] << 8) | octets[Position + 2];
        if (length <= DataBlock.HeaderLength || length > left) return Decode.Malformed;
        block = new(lastCategory = octets[Position], Position, length);
        Position += length;
        return Decode.Record;
    }
}
