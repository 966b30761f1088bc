using Vedette.Air;

namespace Vedette.Wire.Asterix;

/// <summary>Eight characters of six bits: ICAO Annex 10 Volume IV, table 3-9. Letters, digits and the space; anything else reads as '?'.</summary>
public static class SixBitText
{
    /// <summary>The text of 48 bits.</summary>
    public static Callsign Decode(ulong bits)
    {
        ulong packed = 0;
        for (var i = 0; i < 8; i++) packed = (packed << 8) | Character((int)(bits >> (42 - (6 * i))) & 0x3F);
        return new(packed);
    }

    /// <summary>The 48 bits of a text; what has no code becomes a space.</summary>
    public static ulong Encode(Callsign text)
    {
        ulong bits = 0;
        for (var i = 0; i < 8; i++) bits = (bits << 6) | Code((byte)(text.Packed >> (56 - (8 * i))));
        return bits;
    }

    /// <summary>Zero is what many stations send for "no character": it reads as the space.</summary>
    private static byte Character(int code) => code switch
    {
        >= 1 and <= 26 => (byte)('A' + code - 1),
        0 or 32 => (byte)' ',
        >= 48 and <= 57 => (byte)('0' + code - 48),
        _ => (byte)'?',
    };

    private static ulong Code(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => (ulong)(character - 'A' + 1),
        >= (byte)'0' and <= (byte)'9' => (ulong)(character - '0' + 48),
        _ => 32,
    };
}
