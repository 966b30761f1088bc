using Vedette.Kernel;

namespace Vedette.Wire.Cooperative;

/// <summary>Speed and track as text formats give them, as components.</summary>
internal static class GroundVelocity
{
    /// <summary>East and north, m/s; NaN where speed or track is not known. A speed of zero needs no track.</summary>
    public static (double EastMps, double NorthMps) Of(double speedKt, double trackDeg)
    {
        if (double.IsNaN(speedKt) || (double.IsNaN(trackDeg) && speedKt != 0)) return (double.NaN, double.NaN);
        var speedMps = speedKt * Speed.MetresPerSecondPerKnot;
        var (sin, cos) = Math.SinCos(double.IsNaN(trackDeg) ? 0 : trackDeg * Angle.RadiansPerDegree);
        return (speedMps * sin, speedMps * cos);
    }
}
