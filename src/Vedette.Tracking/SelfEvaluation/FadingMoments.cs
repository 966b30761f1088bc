namespace Vedette.Tracking.SelfEvaluation;

/// <summary>Mean and standard deviation of what came lately: all alike up to a number of samples, then older ones fade.</summary>
/// <param name="memory">That number.</param>
public sealed class FadingMoments(double memory)
{
    private double weight, mean, square;

    /// <summary>NaN while nothing has come.</summary>
    public double Mean => weight == 0 ? double.NaN : mean;

    /// <summary>NaN while fewer than two have come.</summary>
    public double Sigma => weight < 2 ? double.NaN : Math.Sqrt(Math.Max(square * weight / (weight - 1), 0));

    public void Add(double value)
    {
        weight = Math.Min(weight + 1, memory);
        var off = value - mean;
        mean += off / weight;
        square += ((off * (value - mean)) - square) / weight;
    }
}
