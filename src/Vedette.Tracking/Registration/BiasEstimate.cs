namespace Vedette.Tracking.Registration;

/// <summary>
/// What one radar has been found to get wrong: reported = true + bias, in range, azimuth and time stamp. A Kalman filter over
/// constants, fed by targets whose place another source knows well.
/// </summary>
public sealed class BiasEstimate
{
    /// <summary>Order of the state: range (m), azimuth (rad), time (s).</summary>
    private readonly double[] mean = new double[3];

    private readonly double[] covariance = [300.0 * 300, 0, 0, 0, 0.008 * 0.008, 0, 0, 0, 0.3 * 0.3];

    /// <summary>Number of residuals learned from.</summary>
    public long Samples { get; private set; }

    public double RangeM => Samples > 0 ? mean[0] : 0;

    public double AzimuthRad => Samples > 0 ? mean[1] : 0;

    public double TimeS => Samples > 0 ? mean[2] : 0;

    /// <summary>Variance that the uncertainty of the bias adds to each range, m²; 0 while nothing has been learned.</summary>
    public double RangeVariance => Samples > 0 ? covariance[0] : 0;

    public double TimeVariance => Samples > 0 ? covariance[8] : 0;

    public double AzimuthVariance => Samples > 0 ? covariance[4] : 0;

    /// <summary>Starts from a value found otherwise, good to about a cell of the search.</summary>
    public void Start(double rangeM, double azimuthRad)
    {
        Start(rangeM, azimuthRad, mean[2], 120.0 * 120, 0.0025 * 0.0025, 0.3 * 0.3);
        Samples = 1;
    }

    /// <summary>Starts from a value found otherwise, with its own variances.</summary>
    public void Start(double rangeM, double azimuthRad, double timeS, double rangeVariance, double azimuthVariance, double timeVariance)
    {
        (mean[0], mean[1], mean[2]) = (rangeM, azimuthRad, timeS);
        Array.Clear(covariance);
        (covariance[0], covariance[4], covariance[8]) = (rangeVariance, azimuthVariance, timeVariance);
        Samples = Math.Max(Samples, 1);
    }

    /// <summary>Learns from one scalar residual r = gradient · bias + noise.</summary>
    /// <param name="gradient">By range, azimuth and time bias.</param>
    /// <returns>False where the residual is too far from what is known to be of the same target and bias.</returns>
    public bool Learn(ReadOnlySpan<double> gradient, double residual, double variance)
    {
        Span<double> g = stackalloc double[3];
        var s = variance;
        var innovation = residual;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++) g[i] += covariance[(3 * i) + j] * gradient[j];
            s += gradient[i] * g[i];
            innovation -= gradient[i] * mean[i];
        }

        if (innovation * innovation > 16 * s) return false;
        for (var i = 0; i < 3; i++)
        {
            mean[i] += g[i] / s * innovation;
            for (var j = 0; j < 3; j++) covariance[(3 * i) + j] -= g[i] * g[j] / s;
        }

        Samples++;
        return true;
    }
}
