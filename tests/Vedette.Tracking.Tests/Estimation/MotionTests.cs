using CsCheck;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Tests.Estimation;

public class MotionTests
{
    private static readonly MotionModel Quiet = new(0.2, 0.1, 0, 60, 1);

    [Fact]
    public void Two_steps_of_prediction_are_one()
    {
        Gen.Select(Gen.Double[0.1, 20], Gen.Double[0.1, 20]).Sample((a, b) =>
        {
            var once = Started();
            once.Predict(a + b, Quiet);
            var twice = Started();
            twice.Predict(a, Quiet);
            twice.Predict(b, Quiet);
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(once.Mean[i], twice.Mean[i], 6);
                Assert.Equal(once.Covariance.At(i, i), twice.Covariance.At(i, i), 1e-6 * once.Covariance.At(i, i));
            }
        });
    }

    [Fact]
    public void A_steady_turn_of_a_full_circle_comes_home()
    {
        var model = new MotionModel(0.1, 0.1, 6 * Math.PI / 180, 60, 1);
        var state = Started();
        for (var second = 0; second < 60; second++) state.Predict(1, model);
        Assert.Equal(0, state.Mean[0], 1e-6);
        Assert.Equal(0, state.Mean[1], 1e-6);
        Assert.Equal(100, state.Mean[3], 1e-6);
    }

    [Fact]
    public void A_scalar_update_is_the_weighted_mean_of_two_estimates()
    {
        var state = Started();
        Vector6 east = default;
        east[0] = 1;
        var s = state.Update(new MeasurementRow { Gradient = east }, 30, 100 * 100);
        Assert.Equal(2 * 100 * 100, s, 6);
        Assert.Equal(15, state.Mean[0], 9);
        Assert.Equal(5000, state.Covariance.At(0, 0), 6);
    }

    [Fact]
    public void Mixing_keeps_the_mean_and_loses_no_covariance()
    {
        var settings = new TrackerSettings();
        MotionMixture mixture = default;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            mixture.States[m] = Started();
            mixture.States[m].Mean[0] = 40 * m;
            mixture.Weights[m] = 1.0 / MotionMixture.Modes;
        }

        mixture.Combine();
        var (mean, variance) = (mixture.Mean[0], mixture.Covariance.At(0, 0));
        mixture.Predict(0, settings.Models, 5);
        Assert.Equal(1, Enumerable.Range(0, MotionMixture.Modes).Sum(m => mixture.Weights[m]), 9);
        Assert.Equal(mean, mixture.Mean[0], 25.0);
        Assert.True(mixture.Covariance.At(0, 0) > 0.7 * variance);
    }

    private static ModeState Started()
    {
        ModeState state = default;
        state.Mean[3] = 100;
        for (var i = 0; i < 6; i++) state.Covariance.Set(i, i, i < 3 ? 100 * 100 : 5 * 5);
        return state;
    }
}
