using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>DF18 with CF 3: a ground system's track, coarsely (TIS-B; DO-260B 2.2.17.3.5). Its halves have 12 bits: 160 m of latitude.</summary>
/// <param name="NonIcao">IMF, ME 1.</param>
/// <param name="Status">ME 2-3.</param>
/// <param name="ServiceVolume">ME 4-7.</param>
/// <param name="Altitude">ME 8-19; null = not told.</param>
/// <param name="TrackRad">ME 20-25, to 11.25 degrees; NaN = not told.</param>
/// <param name="GroundSpeedMps">ME 26-31, to 32 kt; NaN = not told.</param>
/// <param name="Cpr">Widened to the 17 bits of the others.</param>
public readonly record struct CoarsePosition(
    bool NonIcao, SurveillanceStatus Status, int ServiceVolume, PressureAltitude? Altitude, double TrackRad, double GroundSpeedMps, CprFields Cpr)
{
    private const int MissingBits = 5;

    /// <summary>A uniform error of one step of 160 m, per axis, m.</summary>
    public const double CodingSigmaM = 47;

    public static CoarsePosition Read(MessageField me) => new(
        me.Bit(1),
        (SurveillanceStatus)me.Bits(2, 3),
        me.Bits(4, 7),
        AltitudeCode.TryRead12(me.Bits(8, 19), out var altitude) ? altitude : null,
        me.Bit(20) ? me.Bits(21, 25) * (2 * Math.PI / 32) : double.NaN,
        me.Bits(26, 31) is > 0 and var step ? (step - 1) * 32 * Speed.MetresPerSecondPerKnot : double.NaN,
        new(me.Bits(33, 44) << MissingBits, me.Bits(45, 56) << MissingBits, me.Bit(32), false));
}
