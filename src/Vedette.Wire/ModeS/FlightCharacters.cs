using Vedette.Air;

namespace Vedette.Wire.ModeS;

/// <summary>The six-bit subset of IA-5 that aircraft identification uses (Annex 10 Vol. IV, table 3-9): A-Z, 0-9 and space.</summary>
public static class FlightCharacters
{
    /// <summary>Reads eight characters from 48 bits. Characters outside the subset read as spaces.</summary>
    public static Callsign Read(ulong field)
    {
        ulong packed = 0;
        for (var shift = 42; shift >= 0; shift -= 6) packed = (packed << 8) | ToAscii((int)(field >> shift) & 0x3F);
        return new(packed);
    }

    public static ulong Write(Callsign callsign)
    {
        ulong field = 0;
        for (var shift = 56; shift >= 0; shift -= 8) field = (field << 6) | FromAscii((byte)(callsign.Packed >> shift));
        return field;
    }

    private static byte ToAscii(int code) => code switch
    {
        >= 1 and <= 26 => (byte)('A' + code - 1),
        >= 48 and <= 57 => (byte)code,
        _ => (byte)' ',
    };

    private static byte FromAscii(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => (byte)(character - 'A' + 1),
        >= (byte)'a' and <= (byte)'z' => (byte)(character - 'a' + 1),
        >= (byte)'0' and <= (byte)'9' => character,
        _ => 32,
    };
}
