using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS;

/// <summary>
/// The 56-bit ME field of an extended squitter (RTCA DO-260B 2.2.3.2; ICAO Doc 9871), bits numbered 1 to 56 as there.
/// </summary>
public readonly record struct MessageField(ulong Value)
{
    /// <summary>Reads octets 5 to 11 of a 14-octet message.</summary>
    public static MessageField Of(ReadOnlySpan<byte> message)
    {
        ulong value = 0;
        for (var i = 4; i < 11; i++) value = (value << 8) | message[i];
        return new(value);
    }

    public int TypeCode => Bits(1, 5);

    public int Subtype => Bits(6, 8);

    public int Bits(int first, int last) => (int)((Value >> (56 - last)) & ((1UL << (last - first + 1)) - 1));

    public bool Bit(int bit) => ((Value >> (56 - bit)) & 1) != 0;

    public CprFields Cpr(bool surface) => new(Bits(23, 39), Bits(40, 56), Bit(22), surface);
}

/// <summary>TC 9-18 (pressure altitude) and 20-22 (geometric height): 2.2.3.2.3.</summary>
/// <param name="Altitude">As coded, in the sense that <paramref name="IsGeometric"/> gives it; null = not told.</param>
/// <param name="IsGeometric">The altitude is a height above the ellipsoid.</param>
/// <param name="NicSupplementB">Version 2 only; in TIS-B and ADS-R the same bit says "not an ICAO address".</param>
public readonly record struct AirbornePosition(int TypeCode, PressureAltitude? Altitude, bool IsGeometric, bool NicSupplementB, CprFields Cpr)
{
    public static AirbornePosition Read(MessageField me) => new(
        me.TypeCode,
        AltitudeCode.TryRead12(me.Bits(9, 20), out var altitude) ? altitude : null,
        me.TypeCode is >= 20 and <= 22,
        me.Bit(8),
        me.Cpr(surface: false));
}

/// <summary>TC 5-8: 2.2.3.2.4.</summary>
/// <param name="GroundSpeedMps">NaN = not told.</param>
/// <param name="TrackRad">Direction of motion from true north; NaN = not told.</param>
public readonly record struct SurfacePosition(int TypeCode, double GroundSpeedMps, double TrackRad, CprFields Cpr)
{
    public static SurfacePosition Read(MessageField me) => new(
        me.TypeCode,
        MovementKnots(me.Bits(6, 12)) * Speed.MetresPerSecondPerKnot,
        me.Bit(13) ? me.Bits(14, 20) * (2 * Math.PI / 128) : double.NaN,
        me.Cpr(surface: true));

    /// <summary>Table 2-18: a scale that grows coarser with speed. The lower edge of each step, knots.</summary>
    private static double MovementKnots(int code) => code switch
    {
        1 => 0,
        >= 2 and <= 8 => 0.125 * (code - 1),
        >= 9 and <= 12 => 1 + (0.25 * (code - 9)),
        >= 13 and <= 38 => 2 + (0.5 * (code - 13)),
        >= 39 and <= 93 => 15 + (code - 39),
        >= 94 and <= 108 => 70 + (2 * (code - 94)),
        >= 109 and <= 123 => 100 + (5 * (code - 109)),
        124 => 175,
        _ => double.NaN,
    };
}

/// <summary>TC 19: 2.2.3.2.6. Subtypes 1 and 2 give velocity over ground, 3 and 4 heading and airspeed; NaN = not told.</summary>
public readonly record struct AirborneVelocity
{
    public required int Subtype { get; init; }

    public required int NacV { get; init; }

    public double EastMps { get; init; } = double.NaN;

    public double NorthMps { get; init; } = double.NaN;

    /// <summary>Heading as the aircraft's reference has it (magnetic for most), rad.</summary>
    public double HeadingRad { get; init; } = double.NaN;

    public double AirspeedMps { get; init; } = double.NaN;

    public bool IsTrueAirspeed { get; init; }

    public double ClimbMps { get; init; } = double.NaN;

    /// <summary>Geometric height less pressure altitude, m.</summary>
    public double GeometricMinusPressureM { get; init; } = double.NaN;

    public AirborneVelocity()
    {
    }

    /// <summary>False for the reserved subtypes 0 and 5-7.</summary>
    public static bool TryRead(MessageField me, out AirborneVelocity velocity)
    {
        velocity = default;
        var subtype = me.Subtype;
        if (subtype is < 1 or > 4) return false;
        var overGround = subtype <= 2;
        var unit = (subtype is 2 or 4 ? 4 : 1) * Speed.MetresPerSecondPerKnot;
        velocity = new()
        {
            Subtype = subtype,
            NacV = me.Bits(11, 13),
            EastMps = overGround ? Magnitude(me.Bits(15, 24), me.Bit(14), unit) : double.NaN,
            NorthMps = overGround ? Magnitude(me.Bits(26, 35), me.Bit(25), unit) : double.NaN,
            HeadingRad = !overGround && me.Bit(14) ? me.Bits(15, 24) * (2 * Math.PI / 1024) : double.NaN,
            AirspeedMps = overGround ? double.NaN : Magnitude(me.Bits(26, 35), false, unit),
            IsTrueAirspeed = !overGround && me.Bit(25),
            ClimbMps = Magnitude(me.Bits(38, 46), me.Bit(37), 64 * Speed.MetresPerSecondPerFootPerMinute),
            GeometricMinusPressureM = Magnitude(me.Bits(50, 56), me.Bit(49), 25 * Length.MetresPerFoot),
        };
        return true;
    }

    /// <summary>Every quantity of this message is a count of 1 for zero, 0 for "not told", with a sign bit.</summary>
    private static double Magnitude(int count, bool negative, double unit) =>
        count == 0 ? double.NaN : (negative ? 1 - count : count - 1) * unit;
}

/// <summary>TC 1-4: aircraft identification and category, 2.2.3.2.5.</summary>
/// <param name="Category">Set D to A by type code 1 to 4, and the digit: 0xA3 = A3 (large aircraft).</param>
public readonly record struct AircraftIdentification(byte Category, Callsign Callsign)
{
    public static AircraftIdentification Read(MessageField me) => new(
        (byte)(((0xE - me.TypeCode) << 4) | me.Subtype),
        FlightCharacters.Read(me.Value & 0xFFFF_FFFF_FFFF));
}

/// <summary>TC 28 subtype 1: 2.2.3.2.7.8.1.1.</summary>
public enum EmergencyState : byte
{
    None,
    General,
    Medical,
    MinimumFuel,
    NoCommunications,
    UnlawfulInterference,
    Downed,
    Reserved,
}

/// <summary>TC 28 subtype 1: emergency state and Mode A code. The code is null where it was not told.</summary>
public readonly record struct EmergencyStatus(EmergencyState State, Mode3A? Code)
{
    public static bool TryRead(MessageField me, out EmergencyStatus status)
    {
        var identity = me.Bits(12, 24);
        status = new((EmergencyState)me.Bits(9, 11), identity == 0 ? null : IdentityCode.Read(identity));
        return me.Subtype == 1;
    }
}

/// <summary>TC 29 subtype 1 (target state and status, version 2): the quality bits only, 2.2.3.2.7.1.3.</summary>
public readonly record struct TargetStateQuality(int NacP, int Sil)
{
    public static bool TryRead(MessageField me, out TargetStateQuality quality)
    {
        quality = new(me.Bits(40, 43), me.Bits(45, 46));
        return me.Bits(6, 7) == 1;
    }
}

/// <summary>TC 31: operational status, 2.2.3.2.7.2. Fields that the version does not carry are -1.</summary>
/// <param name="Surface">Subtype 1: the aircraft is on the surface.</param>
public readonly record struct OperationalStatus(bool Surface, int Version, int NicSupplementA, int NicSupplementC, int NacP, int Sil)
{
    /// <summary>False for reserved subtypes and for versions later than 2, whose layout is not known here.</summary>
    public static bool TryRead(MessageField me, out OperationalStatus status)
    {
        var version = me.Bits(41, 43);
        var surface = me.Subtype == 1;
        status = new(
            surface,
            version,
            version >= 1 ? me.Bits(44, 44) : -1,
            version >= 2 && surface ? me.Bits(20, 20) : -1,
            version >= 1 ? me.Bits(45, 48) : -1,
            version >= 1 ? me.Bits(51, 52) : -1);
        return me.Subtype <= 1 && version <= 2;
    }
}
