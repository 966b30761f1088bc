namespace Vedette.Tracking.Registration;

/// <summary>
/// What one radar has been found to get wrong: reported = true + bias, in range, azimuth and time stamp; the range bias is an offset and a
/// share of the range (its gain). A Kalman filter over constants, fed by targets whose place another source knows well.
/// </summary>
public sealed class BiasEstimate
{
    /// <summary>Order of the state: range (m), azimuth (rad), time (s), gain (parts of the range).</summary>
    public const int Size = 4;

    /// <summary>Clocks and the speed of light in air leave no more, as a rule: 10 m in 100 km.</summary>
    private const double GainPrior = 1e-4 * 1e-4;

    private readonly double[] mean = new double[Size];
    private readonly double[] covariance = new double[Size * Size];

    public BiasEstimate() => Spread(300.0 * 300, 0.008 * 0.008, 0.3 * 0.3, GainPrior);

    /// <summary>Number of residuals learned from.</summary>
    public long Samples { get; private set; }

    /// <summary>The offset, m: the bias of a target at the radar itself.</summary>
    public double RangeM => Samples > 0 ? mean[0] : 0;

    public double AzimuthRad => Samples > 0 ? mean[1] : 0;

    public double TimeS => Samples > 0 ? mean[2] : 0;

    /// <summary>What is added to the offset for each metre of range.</summary>
    public double Gain => Samples > 0 ? mean[3] : 0;

    public double RangeVariance => VarianceOf(0);

    public double AzimuthVariance => VarianceOf(1);

    public double TimeVariance => VarianceOf(2);

    public double GainVariance => VarianceOf(3);

    /// <summary>What the radar adds to a range that it reports, offset and gain together, m.</summary>
    public double RangeErrorM(double reportedM) => RangeM + ((reportedM - RangeM) * Gain / (1 + Gain));

    /// <summary>Variance that the uncertainty of the bias adds to a range, m²; 0 while nothing has been learned.</summary>
    public double RangeVarianceAt(double rangeM) =>
        Samples > 0 ? covariance[0] + (rangeM * ((2 * covariance[3]) + (rangeM * covariance[(Size * Size) - 1]))) : 0;

    /// <summary>Starts from a value found otherwise, good to about a cell of the search.</summary>
    public void Start(double rangeM, double azimuthRad)
    {
        (mean[0], mean[1], mean[3]) = (rangeM, azimuthRad, 0);
        Spread(120.0 * 120, 0.0025 * 0.0025, 0.3 * 0.3, GainPrior);
        Samples = 1;
    }

    /// <summary>Starts from a value found otherwise, as it is known there; a gain was not told apart from the offset.</summary>
    /// <param name="found">Range (m), azimuth (rad) and time (s).</param>
    /// <param name="known">Their covariance by rows.</param>
    public void Start(ReadOnlySpan<double> found, ReadOnlySpan<double> known)
    {
        const int parts = Size - 1;
        found.CopyTo(mean);
        mean[parts] = 0;
        Array.Clear(covariance);
        for (var i = 0; i < parts; i++)
            for (var j = 0; j < parts; j++) covariance[(Size * i) + j] = known[(parts * i) + j];
        Samples = Math.Max(Samples, 1);
    }

    /// <summary>Covariance of two scalars gradient · bias; 0 while nothing has been learned.</summary>
    /// <param name="one">Gradient of the first by range, azimuth and time bias and gain.</param>
    /// <param name="other">Gradient of the second.</param>
    public double CovarianceOf(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (Samples == 0) return 0;
        var sum = 0.0;
        for (var i = 0; i < Size; i++)
            for (var j = 0; j < Size; j++) sum += one[i] * covariance[(Size * i) + j] * other[j];
        return sum;
    }

    /// <summary>Learns from one scalar residual r = gradient · bias + noise.</summary>
    /// <param name="gradient">By range, azimuth and time bias and gain.</param>
    /// <returns>False where the residual is too far from what is known to be of the same target and bias.</returns>
    public bool Learn(ReadOnlySpan<double> gradient, double residual, double variance)
    {
        Span<double> g = stackalloc double[Size];
        var s = variance;
        var innovation = residual;
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++) g[i] += covariance[(Size * i) + j] * gradient[j];
            s += gradient[i] * g[i];
            innovation -= gradient[i] * mean[i];
        }

        if (innovation * innovation > 16 * s) return false;
        for (var i = 0; i < Size; i++)
        {
            mean[i] += g[i] / s * innovation;
            for (var j = 0; j < Size; j++) covariance[(Size * i) + j] -= g[i] * g[j] / s;
        }

        Samples++;
        return true;
    }

    /// <summary>Forgets how the parts hang together and gives each a variance.</summary>
    private void Spread(double range, double azimuth, double time, double gain)
    {
        Array.Clear(covariance);
        (covariance[0], covariance[5], covariance[10], covariance[15]) = (range, azimuth, time, gain);
    }

    private double VarianceOf(int part) => Samples > 0 ? covariance[(Size + 1) * part] : 0;
}
