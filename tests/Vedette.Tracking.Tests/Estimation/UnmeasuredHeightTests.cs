using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Tests.Estimation;

public class UnmeasuredHeightTests
{
    [Theory]
    [InlineData(220, 500, 1000)]
    [InlineData(1700, 3000, 15_100)]
    public void A_height_never_measured_stays_near_its_prior_unless_the_object_is_faster_than_aircraft(double speedMps, double leastM, double mostM)
    {
        var settings = new TrackerSettings();
        var track = Flying(speedMps, settings);
        for (var s = 1; s <= 60; s++) track.PredictTo(s, settings);
        Assert.InRange(Math.Sqrt(track.Motion.Covariance.At(2, 2)), leastM, mostM);
    }

    private static Bernoulli Flying(double speedMps, TrackerSettings settings)
    {
        var track = new Bernoulli { Existence = 0.9, VelocityKnown = true, Frame = new EnuFrame(Geodetic.FromDegrees(50, 24, settings.HeightPriorM)) };
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            ref var state = ref track.Motion.States[m];
            (state.Mean[2], state.Mean[3]) = (settings.HeightPriorM, speedMps);
            for (var i = 0; i < 6; i++) state.Covariance.Set(i, i, i < 2 ? 1e4 : 100);
            state.Covariance.Set(2, 2, settings.HeightPriorSigmaM * settings.HeightPriorSigmaM);
            state.Covariance.Set(5, 5, 300 * 300);
            track.Motion.Weights[m] = settings.ModelPrior[m];
        }

        track.Motion.Combine();
        return track;
    }
}
