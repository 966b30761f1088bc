using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 19: BDS 0,9; DO-260B 2.2.3.2.6. Subtypes 1 and 2 give velocity over ground, 3 and 4 heading and airspeed; NaN = not told.</summary>
public readonly record struct AirborneVelocity
{
    /// <summary>ME 6-8: 1 or 3 to 1 kt, 2 or 4 (supersonic) to 4 kt.</summary>
    public required int Subtype { get; init; }

    /// <summary>ME 9: the aircraft intends to change course, versions 0 and 1. In TIS-B "not an ICAO address".</summary>
    public required bool IntendsChange { get; init; }

    /// <summary>ME 10, versions 0 and 1: equipped for ADS-B above class A0.</summary>
    public required bool IfrCapable { get; init; }

    /// <summary>ME 11-13: navigation accuracy category of velocity; NUCr in version 0.</summary>
    public required int NacV { get; init; }

    /// <summary>ME 14-24.</summary>
    public double EastMps { get; init; } = double.NaN;

    /// <summary>ME 25-35.</summary>
    public double NorthMps { get; init; } = double.NaN;

    /// <summary>ME 14-24: heading as the aircraft's reference has it (magnetic for most; TC 31 says), rad.</summary>
    public double HeadingRad { get; init; } = double.NaN;

    /// <summary>ME 26-35.</summary>
    public double AirspeedMps { get; init; } = double.NaN;

    /// <summary>ME 25; else indicated.</summary>
    public bool IsTrueAirspeed { get; init; }

    /// <summary>ME 36: the climb is barometric; else geometric.</summary>
    public required bool ClimbIsBarometric { get; init; }

    /// <summary>ME 37-46.</summary>
    public double ClimbMps { get; init; } = double.NaN;

    /// <summary>ME 49-56: geometric height less pressure altitude, m.</summary>
    public double GeometricMinusPressureM { get; init; } = double.NaN;

    public AirborneVelocity()
    {
    }

    /// <summary>Over ground, m/s; NaN where one component is missing.</summary>
    public double GroundSpeedMps => Math.Sqrt((EastMps * EastMps) + (NorthMps * NorthMps));

    /// <summary>Over ground, rad from true north; NaN where one component is missing.</summary>
    public double TrackRad => Angle.Wrap(Math.Atan2(EastMps, NorthMps));

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
            IntendsChange = me.Bit(9),
            IfrCapable = me.Bit(10),
            NacV = me.Bits(11, 13),
            EastMps = overGround ? Magnitude(me.Bits(15, 24), me.Bit(14), unit) : double.NaN,
            NorthMps = overGround ? Magnitude(me.Bits(26, 35), me.Bit(25), unit) : double.NaN,
            HeadingRad = !overGround && me.Bit(14) ? me.Bits(15, 24) * (2 * Math.PI / 1024) : double.NaN,
            AirspeedMps = overGround ? double.NaN : Magnitude(me.Bits(26, 35), false, unit),
            IsTrueAirspeed = !overGround && me.Bit(25),
            ClimbIsBarometric = me.Bit(36),
            ClimbMps = Magnitude(me.Bits(38, 46), me.Bit(37), 64 * Speed.MetresPerSecondPerFootPerMinute),
            GeometricMinusPressureM = Magnitude(me.Bits(50, 56), me.Bit(49), 25 * Length.MetresPerFoot),
        };
        return true;
    }

    /// <summary>Every quantity of this message is a count of 1 for zero, 0 for "not told", with a sign bit.</summary>
    private static double Magnitude(int count, bool negative, double unit) =>
        count == 0 ? double.NaN : (negative ? 1 - count : count - 1) * unit;
}
