using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 5,0: track and turn report (ICAO Doc 9871 table A-2-80). NaN = not told.</summary>
public readonly record struct TrackAndTurn
{
    /// <summary>Bits 1-11, steps of 45/256°; positive: right wing down.</summary>
    public required double RollRad { get; init; }

    /// <summary>Bits 12-23, steps of 90/512°, from true north, in [0, 2π).</summary>
    public required double TrackRad { get; init; }

    /// <summary>Bits 24-34, steps of 2 kt.</summary>
    public required double GroundSpeedMps { get; init; }

    /// <summary>Bits 35-45, steps of 8/256 °/s; positive: to the right.</summary>
    public required double TrackRateRadS { get; init; }

    /// <summary>Bits 46-56, steps of 2 kt.</summary>
    public required double TrueAirspeedMps { get; init; }

    /// <summary>False where the 56 bits cannot be this register: a value is there that no status bit announces.</summary>
    public static bool TryRead(MessageField mb, out TrackAndTurn register)
    {
        register = new()
        {
            RollRad = mb.ToldSigned(1, 11, 45.0 / 256 * Angle.RadiansPerDegree),
            TrackRad = Angle.Wrap(mb.ToldSigned(12, 23, 90.0 / 512 * Angle.RadiansPerDegree)),
            GroundSpeedMps = mb.Told(24, 34, 2 * Speed.MetresPerSecondPerKnot),
            TrackRateRadS = mb.ToldSigned(35, 45, 8.0 / 256 * Angle.RadiansPerDegree),
            TrueAirspeedMps = mb.Told(46, 56, 2 * Speed.MetresPerSecondPerKnot),
        };
        return mb.IsSound(1, 11) && mb.IsSound(12, 23) && mb.IsSound(24, 34) && mb.IsSound(35, 45) && mb.IsSound(46, 56);
    }
}
