using CsCheck;
using Vedette.Assessment.Incursion;

namespace Vedette.Assessment.Tests.Incursion;

public sealed class WeightedQuantileTests
{
    /// <summary>Weights of eighths, whose sums are exact in any order; values of which many are alike.</summary>
    private static readonly Gen<(double Value, double Weight)[]> Weighted =
        Gen.Select(Gen.Int[-20, 20].Select(n => n / 2.0), Gen.Int[0, 9].Select(n => n / 8.0)).Array[1, 300];

    [Fact]
    public void It_is_the_one_that_sorting_finds() => Gen.Select(Weighted, Gen.Int[0, 16]).Sample((all, sixteenths) =>
    {
        var left = sixteenths / 16.0 * all.Sum(a => a.Weight);
        Assert.Equal(Sorted(all, left), WeightedQuantile.Of([.. all.Select(a => a.Value)], [.. all.Select(a => a.Weight)], left));
    });

    private static double Sorted((double Value, double Weight)[] all, double left)
    {
        foreach (var (value, weight) in all.OrderBy(a => a.Value))
        {
            left -= weight;
            if (left <= 0) return value;
        }

        return all.Max(a => a.Value);
    }
}
