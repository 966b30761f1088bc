namespace Vedette.Wire.ModeS;

/// <summary>Finds the one bit of an extended squitter whose flip makes the parity right. The format bits are never touched.</summary>
internal static class BitRepair
{
    private const int FirstBit = 5;
    private const int Bits = 112;

    private static readonly (uint[] Remainders, int[] Positions) Table = MakeTable();

    public static bool TryRepair(Span<byte> message, uint remainder)
    {
        var index = Array.BinarySearch(Table.Remainders, remainder);
        if (index < 0) return false;
        var bit = Table.Positions[index];
        message[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
        return true;
    }

    private static (uint[] Remainders, int[] Positions) MakeTable()
    {
        var remainders = new uint[Bits - FirstBit];
        var positions = new int[Bits - FirstBit];
        var message = new byte[Bits / 8];
        for (var bit = FirstBit; bit < Bits; bit++)
        {
            message[bit >> 3] = (byte)(0x80 >> (bit & 7));
            (remainders[bit - FirstBit], positions[bit - FirstBit]) = (Parity.Remainder(message), bit);
            message[bit >> 3] = 0;
        }

        Array.Sort(remainders, positions);
        return (remainders, positions);
    }
}
