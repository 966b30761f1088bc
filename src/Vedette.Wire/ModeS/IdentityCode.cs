using Vedette.Air;

namespace Vedette.Wire.ModeS;

/// <summary>The 13-bit identity field (ID, Annex 10 Vol. IV 3.1.2.6.7.1): C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4.</summary>
public static class IdentityCode
{
    /// <summary>Bit of the ID field (0 = last) for each bit of the code A4 A2 A1 B4 B2 B1 C4 C2 C1 D4 D2 D1, first bit first.</summary>
    private static ReadOnlySpan<byte> Order => [7, 9, 11, 1, 3, 5, 8, 10, 12, 0, 2, 4];

    public static Mode3A Read(int field)
    {
        var code = 0;
        foreach (var bit in Order) code = (code << 1) | ((field >> bit) & 1);
        return new((ushort)code);
    }

    public static int Write(Mode3A code)
    {
        var field = 0;
        for (var i = 0; i < 12; i++) field |= ((code.Value >> (11 - i)) & 1) << Order[i];
        return field;
    }
}
