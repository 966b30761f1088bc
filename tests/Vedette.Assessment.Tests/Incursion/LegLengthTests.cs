using CsCheck;
using Vedette.Assessment.Incursion;

namespace Vedette.Assessment.Tests.Incursion;

public class LegLengthTests
{
    [Fact]
    public void The_rest_of_a_leg_is_its_quantile() =>
        Gen.Select(Gen.Double[0, 5], Gen.Double[0.01, 5], Gen.Double[0.001, 0.999]).Sample((flown, most, u) =>
        {
            var rest = LegLength.Rest(flown, most, u);
            Assert.InRange(rest, 0, most);
            Assert.Equal(u * (1 - LegLength.Survival(flown, most)), 1 - LegLength.Survival(flown, rest), 1e-3);
        });

    [Fact]
    public void The_length_of_a_hazard_has_that_hazard() =>
        Gen.Double[-30, 12].Select(exponent => Math.Pow(2, exponent)).Sample(hazard =>
        {
            var length = HazardInverse.At(hazard);
            // As its logarithm says, a hazard near zero is lost in rounding; there it is y³/6 - y⁴/8.
            var found = length < 0.01 ? (length * length * length / 6) - (length * length * length * length / 8) : LegLength.Hazard(length);
            Assert.Equal(1, found / hazard, 1e-3);
        });

    [Fact]
    public void A_fresh_leg_lasts_one_mean_leg_on_average()
    {
        var mean = Enumerable.Range(0, 10_000).Average(i => LegLength.Rest(0, 20, (i + 0.5) / 10_000));
        Assert.Equal(1, mean, 0.005);
    }

    [Fact]
    public void A_leg_that_ends_speaks_for_the_kind_of_legs_that_it_is_like()
    {
        // ln of g(x / 5) / 5 over g(x), with g(x) = 27/2 x² exp(-3x).
        static double Density(double x, double mean) => 13.5 * x * x / (mean * mean * mean) * Math.Exp(-3 * x / mean);
        foreach (var length in (double[])[0.1, 1, 2, 5])
            Assert.Equal(Math.Log(Density(length, 5) / Density(length, 1)), LegLength.LongerLogRatio(length, 5), 9);
    }

    [Fact]
    public void The_longer_a_leg_has_lasted_the_nearer_its_end() =>
        Assert.True(LegLength.Survival(0, 0.5) > LegLength.Survival(1, 0.5) && LegLength.Survival(1, 0.5) > LegLength.Survival(3, 0.5));
}
