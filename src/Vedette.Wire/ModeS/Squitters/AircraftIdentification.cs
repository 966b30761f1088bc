using Vedette.Air;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 1-4: aircraft identification and category, BDS 0,8; DO-260B 2.2.3.2.5.</summary>
/// <param name="Category">Set D to A by type code 1 to 4, and the digit: 0xA3 = A3 (large aircraft); digit 0 = not told.</param>
public readonly record struct AircraftIdentification(byte Category, Callsign Callsign)
{
    public static AircraftIdentification Read(MessageField me) => new(
        (byte)(((0xE - me.TypeCode) << 4) | me.Subtype),
        FlightCharacters.Read(me.Value & 0xFFFF_FFFF_FFFF));
}
