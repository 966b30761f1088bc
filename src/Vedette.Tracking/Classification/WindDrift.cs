using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Classification;

/// <summary>How well a motion is explained by the wind alone, where the wind at its height is known.</summary>
internal static class WindDrift
{
    /// <summary>What a balloon does beside drifting: gusts, and the wind's change with place, m/s per axis.</summary>
    private const double GustMps = 2;

    /// <summary>
    /// Density of the velocity were it the wind's, as a density of speed beside others that leave the direction open: the plane's density times the
    /// circle of that speed, in the classifier's unit (without the normal density's factor 1/√2π). Null where the wind is not known. Where the height is not
    /// known any layer may be the one.
    /// </summary>
    public static double? Likelihood(in Bernoulli track, Enu velocity, WindField winds)
    {
        if (!winds.IsKnown) return null;
        ref readonly var p = ref track.Motion.Covariance;
        var variance = (0.5 * (p[15] + p[18])) + (GustMps * GustMps);
        if (track.HeightKnown) return winds.At(track.Motion.Mean[2]) is { } there ? Of(velocity, there, variance) : null;
        var sum = 0.0;
        foreach (ref readonly var layer in winds.Layers) sum += Of(velocity, layer, variance);
        return sum / winds.Layers.Length;
    }

    private static double Of(Enu velocity, in Wind wind, double motionVariance)
    {
        var variance = motionVariance + (wind.SigmaMps * wind.SigmaMps);
        var (east, north) = (velocity.East - wind.EastMps, velocity.North - wind.NorthMps);
        var square = (east * east) + (north * north);
        return Math.Sqrt(2 * Math.PI) * Math.Max(velocity.HorizontalNorm, 1) * Math.Exp(-square / (2 * variance)) / variance;
    }
}
