namespace Vedette.Assessment.Incursion;

/// <summary>A quantile of weighted values without sorting them all: the part that holds it is divided again and again (Hoare's selection).</summary>
internal static class WeightedQuantile
{
    /// <summary>So few are sorted.</summary>
    private const int Few = 8;

    /// <summary>The least value at which the weights of all that are not greater come to so much; order is lost, weights go with their values.</summary>
    /// <param name="values">At least one; none is NaN.</param>
    /// <param name="left">The weight to come to; where all weigh less, the greatest value is found.</param>
    public static double Of(Span<double> values, Span<double> weights, double left)
    {
        while (values.Length > Few)
        {
            var (middle, below) = Divide(values, weights);
            if (left <= below)
            {
                values = values[..middle];
                weights = weights[..middle];
                continue;
            }

            values = values[middle..];
            weights = weights[middle..];
            left -= below;
        }

        values.Sort(weights);
        for (var i = 0; i < values.Length; i++)
        {
            left -= weights[i];
            if (left <= 0) return values[i];
        }

        return values[^1];
    }

    /// <summary>Puts what is not greater than some value before what is not less. Both parts hold something.</summary>
    /// <returns>Where the second part begins, and what the first weighs.</returns>
    private static (int Middle, double Below) Divide(Span<double> values, Span<double> weights)
    {
        var pivot = Median(values[0], values[values.Length / 2], values[^1]);
        var (low, high, below) = (0, values.Length - 1, 0.0);
        while (true)
        {
            for (; values[low] < pivot; low++) below += weights[low];
            while (values[high] > pivot) high--;
            if (low >= high) break;
            (values[low], values[high]) = (values[high], values[low]);
            (weights[low], weights[high]) = (weights[high], weights[low]);
            below += weights[low++];
            high--;
        }

        // Where the two meet on the pivot itself it may go to either part: to the first, unless that leaves none for the second.
        if (low == high && low + 1 < values.Length) below += weights[low++];
        return (low, below);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
