namespace Vedette.Wire.Asterix;

/// <summary>
/// A variable-length item as it was sent: octets chained by their lowest bit (FX), which is not kept. The first eight octets are kept,
/// which cuts only I021/090 of edition 2.7 (nine). Octets that were not sent read as zero, which every such item defines as "nothing to say".
/// </summary>
public readonly record struct ExtendedItem(ulong Packed, byte Count)
{
    private const int MaxCount = 8;

    /// <summary>Octet <paramref name="index"/> (0 is the first) with its FX bit cleared.</summary>
    public byte this[int index] => (byte)(Packed >> (56 - (8 * index)));

    /// <summary>Bit <paramref name="bit"/> (8 is the most significant, as the specification counts) of octet <paramref name="index"/>.</summary>
    public bool Bit(int index, int bit) => ((this[index] >> (bit - 1)) & 1) != 0;

    internal static bool TryRead(ref OctetReader octets, out ExtendedItem item)
    {
        ulong packed = 0;
        var count = 0;
        item = default;
        byte octet;
        do
        {
            if (!octets.TryReadUInt8(out octet)) return false;
            if (count < MaxCount) packed |= (ulong)(octet & 0xFE) << (56 - (8 * count++));
        }
        while ((octet & 1) != 0);
        item = new(packed, (byte)count);
        return true;
    }
}
