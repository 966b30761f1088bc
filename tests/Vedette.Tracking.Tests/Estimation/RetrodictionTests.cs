using CsCheck;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Tests.Estimation;

public class RetrodictionTests
{
    private static readonly Gen<MotionModel> Models =
        Gen.Select(Gen.Double[0.1, 20], Gen.Double[0.1, 5], Gen.Double[-0.06, 0.06], (h, v, turn) => new MotionModel(h, v, turn, 60, 1));

    [Fact]
    public void A_plot_that_comes_late_tells_as_much_as_one_in_time()
    {
        Gen.Select(Models, Gen.Double[0.5, 8], Gen.Double[0.5, 20], Gen.Double[-300, 300], Gen.Double[-300, 300]).Sample(
            (model, untilS, afterS, early, later) =>
            {
                var first = Started();
                first.Predict(untilS, model);
                var inOrder = first;
                inOrder.Update(new MeasurementRow { Gradient = Axis(0) }, early - inOrder.Mean[0], 60 * 60);
                inOrder.Predict(afterS, model);
                inOrder.Update(new MeasurementRow { Gradient = Axis(1) }, later - inOrder.Mean[1], 80 * 80);

                var present = first;
                present.Predict(afterS, model);
                present.Update(new MeasurementRow { Gradient = Axis(1) }, later - present.Mean[1], 80 * 80);
                var then = new Retrodiction { State = present, Transition = Matrix6.Identity() };
                Assert.True(then.StepBack(first, afterS, model));
                Span<MeasurementRow> rows = [new() { Residual = early - then.State.Mean[0], Variance = 60 * 60, Gradient = Axis(0) }];
                then.Refer(rows, present.Covariance);
                present.Update(rows[0], rows[0].Residual, rows[0].Variance);

                for (var i = 0; i < 6; i++)
                {
                    Assert.Equal(inOrder.Mean[i], present.Mean[i], 1e-5 * (1 + Math.Abs(inOrder.Mean[i])));
                    Assert.Equal(inOrder.Covariance.At(i, i), present.Covariance.At(i, i), 1e-6 * inOrder.Covariance.At(i, i));
                }
            });
    }

    [Fact]
    public void A_past_that_is_not_remembered_is_not_made_up()
    {
        var settings = new TrackerSettings();
        var past = new TrackPast();
        var track = new Bernoulli { VelocityKnown = true, TimeS = 100, Motion = Mixture(settings) };
        past.Record(track, settings.Models);
        track.TimeS = 104;
        Assert.True(past.TryRetrodict(track, 102, out _));
        Assert.False(past.TryRetrodict(track, 98, out _));
        past.Clear();
        Assert.False(past.TryRetrodict(track, 102, out _));
    }

    private static MotionMixture Mixture(TrackerSettings settings)
    {
        MotionMixture mixture = default;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            mixture.States[m] = Started();
            mixture.Weights[m] = settings.ModelPrior[m];
        }

        mixture.Combine();
        return mixture;
    }

    private static ModeState Started()
    {
        var state = default(ModeState);
        for (var i = 0; i < 3; i++)
        {
            state.Covariance.Set(i, i, 150 * 150);
            state.Covariance.Set(i + 3, i + 3, 20 * 20);
        }

        (state.Mean[3], state.Mean[4]) = (90, -40);
        return state;
    }

    private static Vector6 Axis(int i)
    {
        Vector6 axis = default;
        axis[i] = 1;
        return axis;
    }
}
