using Vedette.Kernel;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Tests.Registration;

public class BiasTests
{
    [Fact]
    public void Range_and_time_are_told_apart_by_targets_that_come_and_go()
    {
        var random = new SeededRandom(7);
        var bias = new BiasEstimate();
        for (var k = 0; k < 600; k++)
        {
            var rate = random.NextDouble(-230, 230);
            var residual = 240 - (rate * 0.35) + (60 * random.NextGaussian());
            bias.Learn([1, 0, -rate, 0], residual, 60 * 60);
            bias.Learn([0, 1, 0, 0], -0.006 + (0.0026 * random.NextGaussian()), 0.0026 * 0.0026);
        }

        Assert.Equal(240, bias.RangeM, 15.0);
        Assert.Equal(0.35, bias.TimeS, 0.05);
        Assert.Equal(-0.006, bias.AzimuthRad, 0.0005);
        Assert.True(bias.RangeVariance < 100);
    }

    [Theory]
    [InlineData(-80, 3e-4)]
    [InlineData(150, -2e-4)]
    [InlineData(40, 0)]
    public void An_offset_and_a_gain_are_told_apart_by_targets_near_and_far(double offsetM, double gain)
    {
        var random = new SeededRandom(8);
        var bias = new BiasEstimate();
        for (var k = 0; k < 800; k++)
        {
            double rangeM = random.NextDouble(10e3, 220e3), rate = random.NextDouble(-230, 230);
            bias.Learn([1, 0, -rate, rangeM], offsetM + (gain * rangeM) + (60 * random.NextGaussian()), 60 * 60);
        }

        Assert.Equal(offsetM, bias.RangeM, 12.0);
        Assert.Equal(gain, bias.Gain, 1e-4);
        Assert.Equal(offsetM + (gain * 150e3), bias.RangeErrorM(150e3 * (1 + gain) + offsetM), 8.0);
        Assert.InRange(Math.Sqrt(bias.RangeVarianceAt(150e3)), 1, 8);
    }

    [Fact]
    public void An_elevation_is_learned_as_far_as_reported_heights_are_trusted()
    {
        var random = new SeededRandom(9);
        var bias = new ElevationBias();
        Assert.Equal((0, 0), (bias.Rad, bias.Variance));
        for (var k = 0; k < 400; k++) bias.Learn(0.004 + (0.005 * random.NextGaussian()), 0.005 * 0.005);
        bias.Learn(0.3, 0.005 * 0.005);
        Assert.Equal(0.004, bias.Rad, 0.001);
        Assert.InRange(Math.Sqrt(bias.Variance) / Angle.RadiansPerDegree, 0.0099, 0.03);
        Assert.Equal(400, bias.Samples);
    }

    [Fact]
    public void Residuals_of_another_target_are_not_learned_from()
    {
        var bias = new BiasEstimate();
        for (var k = 0; k < 100; k++) bias.Learn([1, 0, 0, 0], 50, 60 * 60);
        var before = bias.RangeM;
        bias.Learn([1, 0, 0, 0], 5000, 60 * 60);
        Assert.Equal(before, bias.RangeM);
    }

    [Fact]
    public void Votes_find_the_offset_among_chance_pairs()
    {
        var random = new SeededRandom(11);
        var search = new BiasSearch();
        double rangeM = 0, azimuthRad = 0;
        var found = false;
        for (var k = 0; k < 400 && !found; k++)
        {
            search.Vote(random.NextDouble(-1000, 1000), random.NextDouble(-0.017, 0.017));
            search.Vote(-430 + (60 * random.NextGaussian()), 0.0105 + (0.0026 * random.NextGaussian()));
            found = search.TryFind(out rangeM, out azimuthRad);
        }

        Assert.True(found);
        Assert.Equal(-430, rangeM, 150.0);
        Assert.Equal(0.0105, azimuthRad, 0.004);
    }

    [Fact]
    public void Chance_alone_finds_nothing()
    {
        var random = new SeededRandom(12);
        var search = new BiasSearch();
        for (var k = 0; k < 20_000; k++)
        {
            search.Vote(random.NextDouble(-1000, 1000), random.NextDouble(-0.017, 0.017));
            Assert.False(search.TryFind(out _, out _));
        }
    }
}
