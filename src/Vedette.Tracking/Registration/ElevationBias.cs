using Vedette.Kernel;

namespace Vedette.Tracking.Registration;

/// <summary>
/// What one radar that measures elevation has been found to get wrong in it: reported = true + bias. A Kalman filter over a constant, fed by
/// aircraft that report their own height.
/// </summary>
public sealed class ElevationBias
{
    /// <summary>Heights that aircraft report err alike, so that no number of them tells the bias better, rad².</summary>
    private const double LeastVariance = 0.01 * 0.01 * Angle.RadiansPerDegree * Angle.RadiansPerDegree;

    private double mean;
    private double variance = 0.5 * 0.5 * Angle.RadiansPerDegree * Angle.RadiansPerDegree;

    /// <summary>Number of residuals learned from.</summary>
    public long Samples { get; private set; }

    public double Rad => Samples > 0 ? mean : 0;

    /// <summary>Variance that its uncertainty adds to each elevation, rad²; 0 while nothing has been learned.</summary>
    public double Variance => Samples > 0 ? variance : 0;

    /// <summary>Learns from one residual, measured minus expected, rad.</summary>
    /// <param name="noise">Its variance, rad².</param>
    public void Learn(double residual, double noise)
    {
        var innovation = residual - mean;
        var s = variance + noise;
        if (innovation * innovation > 16 * s) return;
        mean += variance / s * innovation;
        variance = Math.Max(variance * noise / s, LeastVariance);
        Samples++;
    }
}
