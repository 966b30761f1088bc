namespace Vedette.Eval;

/// <summary>One row of a reliability table.</summary>
/// <param name="MeanForecast">Mean probability told in this bin.</param>
/// <param name="Observed">Share of them that came true.</param>
/// <param name="Count">Number of forecasts.</param>
public readonly record struct ReliabilityBin(double MeanForecast, double Observed, int Count);

/// <summary>
/// Whether probabilities mean what they say: Brier score (Brier 1950), its skill against the base rate, and the reliability table
/// (Murphy, J. Appl. Meteor. 12, 1973).
/// </summary>
public sealed class Calibration
{
    public const int Bins = 10;

    private readonly double[] forecastSum = new double[Bins];
    private readonly int[] occurred = new int[Bins];
    private readonly int[] count = new int[Bins];
    private double squaredErrorSum;

    public int Count { get; private set; }

    /// <summary>All forecasts of several, as if told to one.</summary>
    public static Calibration Joined(IEnumerable<Calibration> parts)
    {
        var all = new Calibration();
        foreach (var part in parts)
        {
            for (var b = 0; b < Bins; b++)
            {
                all.forecastSum[b] += part.forecastSum[b];
                all.occurred[b] += part.occurred[b];
                all.count[b] += part.count[b];
            }

            all.squaredErrorSum += part.squaredErrorSum;
            all.Count += part.Count;
        }

        return all;
    }

    /// <param name="probability">Told, 0 to 1.</param>
    /// <param name="happened">What came.</param>
    public void Add(double probability, bool happened)
    {
        var bin = Math.Clamp((int)(probability * Bins), 0, Bins - 1);
        var error = probability - (happened ? 1 : 0);
        forecastSum[bin] += probability;
        count[bin]++;
        if (happened) occurred[bin]++;
        squaredErrorSum += error * error;
        Count++;
    }

    /// <summary>Mean squared error: 0 is perfect, 0.25 is what always saying one half earns.</summary>
    public double Brier => squaredErrorSum / Math.Max(Count, 1);

    /// <summary>Share of the forecasts that came true.</summary>
    public double BaseRate => occurred.Sum() / (double)Math.Max(Count, 1);

    /// <summary>1 is perfect, 0 no better than always telling the base rate; NaN where nothing or everything happened.</summary>
    public double BrierSkill => BaseRate is > 0 and < 1 ? 1 - (Brier / (BaseRate * (1 - BaseRate))) : double.NaN;

    /// <summary>Mean distance between what was told and what came, over the bins, each weighing its forecasts; 0 is calibrated.</summary>
    public double ReliabilityError
    {
        get
        {
            var sum = 0.0;
            for (var b = 0; b < Bins; b++) sum += Math.Abs(forecastSum[b] - occurred[b]);
            return sum / Math.Max(Count, 1);
        }
    }

    /// <summary>The bins that hold forecasts, by rising probability.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability =>
    [
        .. Enumerable.Range(0, Bins).Where(b => count[b] > 0)
            .Select(b => new ReliabilityBin(forecastSum[b] / count[b], occurred[b] / (double)count[b], count[b])),
    ];
}
