using System.Numerics;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 1,7: which registers of common usage are kept up to date (ICAO Doc 9871 table A-2-23).</summary>
/// <param name="Flags">Bits 1-28, the first as the highest of 28.</param>
public readonly record struct GicbCapability(uint Flags)
{
    private const int Bits = 28;

    /// <summary>The register behind each bit.</summary>
    private static ReadOnlySpan<byte> Registers =>
    [
        0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x20, 0x21, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45,
        0x48, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x5F, 0x60, 0xE1, 0xE2, 0xF1, 0xF2,
    ];

    public int Count => BitOperations.PopCount(Flags);

    /// <summary>Whether register 0x40 (BDS 4,0), for example, is kept up to date. False for registers that this one does not speak of.</summary>
    public bool Has(byte register) => Registers.IndexOf(register) is >= 0 and var place && ((Flags >> (Bits - 1 - place)) & 1) != 0;

    /// <summary>The registers kept up to date, in the order of their bits.</summary>
    /// <param name="numbers">At least 28 long.</param>
    /// <returns>How many.</returns>
    public int CopyTo(Span<byte> numbers)
    {
        var count = 0;
        for (var place = 0; place < Bits; place++)
            if (((Flags >> (Bits - 1 - place)) & 1) != 0) numbers[count++] = Registers[place];
        return count;
    }

    /// <summary>False where the 56 bits cannot be this register: a reserved bit is set, or not even the identification is told.</summary>
    public static bool TryRead(MessageField mb, out GicbCapability register)
    {
        register = new((uint)mb.Bits(1, Bits));
        return mb.Bits(29, 56) == 0 && mb.Bit(7);
    }
}
