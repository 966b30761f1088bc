namespace Vedette.Eval;

/// <summary>How late something was, many times: initiation, arrival to picture, first doubt to alert.</summary>
public sealed class Delays
{
    private readonly List<double> samples = [];

    public int Count => samples.Count;

    public void Add(double delayS) => samples.Add(delayS);

    public double MedianS => PercentileS(50);

    public double GreatestS => samples.Count == 0 ? double.NaN : samples.Max();

    /// <summary>Percentile by linear interpolation between order statistics; NaN without samples.</summary>
    /// <param name="percent">0 to 100.</param>
    public double PercentileS(double percent)
    {
        if (samples.Count == 0) return double.NaN;
        double[] sorted = [.. samples.Order()];
        var place = percent / 100 * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
