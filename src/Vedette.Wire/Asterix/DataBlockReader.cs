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
    private readonly ReadOnlySpan<byte> octets = octets;

    /// <summary>Where the next block begins, or where the octets that are no block begin.</summary>
    public int Position { get; private set; }

    /// <summary>Malformed where LEN is impossible: no later block has a known place then.</summary>
    public Decode TryRead(out DataBlock block)
    {
        block = default;
        var left = octets.Length - Position;
        if (left == 0) return Decode.End;
        if (left < DataBlock.HeaderLength) return Decode.Malformed;
        var length = (octets[Position + 1] << 8) | octets[Position + 2];
        if (length <= DataBlock.HeaderLength || length > left) return Decode.Malformed;
        block = new(octets[Position], Position, length);
        Position += length;
        return Decode.Record;
    }
}
