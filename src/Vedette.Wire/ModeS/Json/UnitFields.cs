using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Lines;

namespace Vedette.Wire.ModeS.Json;

/// <summary>
/// Members in the units that the air speaks, named after them. Each is left out where its value is not known. Rounded far below the steps of any
/// register, so that a step of 25 ft reads as 25 and not as what is left of it after a conversion.
/// </summary>
internal static class UnitFields
{
    private const int Decimals = 6;

    public static void Knots(this Utf8Text json, ReadOnlySpan<byte> name, double mps) => json.Field(name, Rounded(mps / Speed.MetresPerSecondPerKnot));

    public static void Feet(this Utf8Text json, ReadOnlySpan<byte> name, double metres) => json.Field(name, Rounded(metres / Length.MetresPerFoot));

    public static void Feet(this Utf8Text json, ReadOnlySpan<byte> name, PressureAltitude? altitude)
    {
        if (altitude is { } told) json.Feet(name, told.Metres);
    }

    public static void FeetPerMinute(this Utf8Text json, ReadOnlySpan<byte> name, double mps) =>
        json.Field(name, Rounded(mps / Speed.MetresPerSecondPerFootPerMinute));

    public static void NauticalMiles(this Utf8Text json, ReadOnlySpan<byte> name, double metres) =>
        json.Field(name, Rounded(metres / Length.MetresPerNauticalMile));

    public static void Degrees(this Utf8Text json, ReadOnlySpan<byte> name, double radians) => json.Field(name, Rounded(radians / Angle.RadiansPerDegree));

    /// <summary>What is already in the unit of its name.</summary>
    public static void Plain(this Utf8Text json, ReadOnlySpan<byte> name, double value) => json.Field(name, Rounded(value));

    /// <summary>Four octal digits.</summary>
    public static void Code(this Utf8Text json, ReadOnlySpan<byte> name, Mode3A? code)
    {
        if (code is not { Value: var value }) return;
        json.Field(name, [Digit(value >> 9), Digit(value >> 6), Digit(value >> 3), Digit(value)]);
    }

    /// <summary>Left out where it is negative.</summary>
    public static void Category(this Utf8Text json, ReadOnlySpan<byte> name, int value)
    {
        if (value >= 0) json.Field(name, (long)value);
    }

    /// <summary>Six hexadecimal digits.</summary>
    public static void Address(this Utf8Text json, ReadOnlySpan<byte> name, int address) =>
        json.Hex(name, [(byte)(address >> 16), (byte)(address >> 8), (byte)address]);

    /// <summary>The 56 bits in hexadecimal.</summary>
    public static void Raw(this Utf8Text json, ReadOnlySpan<byte> name, MessageField field)
    {
        Span<byte> octets = stackalloc byte[7];
        for (var i = 0; i < octets.Length; i++) octets[i] = (byte)(field.Value >> (48 - (8 * i)));
        json.Hex(name, octets);
    }

    /// <summary>Eight characters without the blanks at their end.</summary>
    public static void Text(this Utf8Text json, ReadOnlySpan<byte> name, Callsign callsign)
    {
        Span<byte> text = stackalloc byte[8];
        for (var i = 0; i < text.Length; i++) text[i] = (byte)(callsign.Packed >> (56 - (8 * i)));
        json.Field(name, text.TrimEnd((byte)' '));
    }

    private static byte Digit(int value) => (byte)('0' + (value & 7));

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
