using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 5-8: BDS 0,6; DO-260B 2.2.3.2.4.</summary>
/// <param name="GroundSpeedMps">ME 6-12: the lower edge of its step; NaN = not told.</param>
/// <param name="TrackRad">ME 13-20: direction of motion, or heading where TC 31 says so; NaN = not told.</param>
/// <param name="IsSynchronized">ME 21: sent at whole fifths of a UTC second.</param>
public readonly record struct SurfacePosition(int TypeCode, double GroundSpeedMps, double TrackRad, bool IsSynchronized, CprFields Cpr)
{
    public static SurfacePosition Read(MessageField me) => new(
        me.TypeCode,
        MovementKnots(me.Bits(6, 12)) * Speed.MetresPerSecondPerKnot,
        me.Bit(13) ? me.Bits(14, 20) * (2 * Math.PI / 128) : double.NaN,
        me.Bit(21),
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
