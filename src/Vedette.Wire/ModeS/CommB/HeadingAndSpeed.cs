using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 6,0: heading and speed report (ICAO Doc 9871 table A-2-96). NaN = not told.</summary>
public readonly record struct HeadingAndSpeed
{
    /// <summary>Bits 1-12, steps of 90/512°, from magnetic north, in [0, 2π).</summary>
    public required double MagneticHeadingRad { get; init; }

    /// <summary>Bits 13-23, steps of 1 kt.</summary>
    public required double IndicatedAirspeedMps { get; init; }

    /// <summary>Bits 24-34, steps of 0.004.</summary>
    public required double Mach { get; init; }

    /// <summary>Bits 35-45, steps of 32 ft/min.</summary>
    public required double BarometricRateMps { get; init; }

    /// <summary>Bits 46-56, steps of 32 ft/min: of the inertial reference, smoothed by the barometer.</summary>
    public required double InertialRateMps { get; init; }

    /// <summary>False where the 56 bits cannot be this register: a value is there that no status bit announces.</summary>
    public static bool TryRead(MessageField mb, out HeadingAndSpeed register)
    {
        register = new()
        {
            MagneticHeadingRad = Angle.Wrap(mb.ToldSigned(1, 12, 90.0 / 512 * Angle.RadiansPerDegree)),
            IndicatedAirspeedMps = mb.Told(13, 23, Speed.MetresPerSecondPerKnot),
            Mach = mb.Told(24, 34, 2.048 / 512),
            BarometricRateMps = mb.ToldSigned(35, 45, 32 * Speed.MetresPerSecondPerFootPerMinute),
            InertialRateMps = mb.ToldSigned(46, 56, 32 * Speed.MetresPerSecondPerFootPerMinute),
        };
        return mb.IsSound(1, 12) && mb.IsSound(13, 23) && mb.IsSound(24, 34) && mb.IsSound(35, 45) && mb.IsSound(46, 56);
    }
}
