using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.SelfEvaluation;

namespace Vedette.Tracking.Tests.SelfEvaluation;

public class HindsightTests
{
    [Fact]
    public void Moments_are_as_one_reckons_by_hand_and_old_ones_fade()
    {
        var moments = new FadingMoments(100);
        foreach (var value in (double[])[1, 2, 3, 4]) moments.Add(value);
        Assert.Equal(2.5, moments.Mean, 12);
        Assert.Equal(Math.Sqrt(5 / 3.0), moments.Sigma, 12);
        for (var i = 0; i < 2000; i++) moments.Add(i % 2 == 0 ? 9 : 11);
        Assert.Equal(10, moments.Mean, 0.05);
        Assert.Equal(1, moments.Sigma, 0.02);
    }

    [Fact]
    public void A_radar_is_told_its_errors_and_how_often_it_sees_without_anybody_knowing_the_truth()
    {
        var sky = new Sky(11);
        Flyer[] flyers = [.. Enumerable.Range(0, 12).Select(i => new Flyer(Geodetic.FromDegrees(50.1 + (0.07 * i), 23.6, 1000), 45, 12 - (2 * i)))];
        var (good, poor) = (sky.Radar(50.5, 23), sky.Radar(50.3, 23.1, SensorKind.Radar2D, 5));
        sky.Watch(good, flyers, 0, 600);
        sky.Watch(poor, flyers, 0, 600, detection: 0.6);
        var tracker = new Tracker();
        tracker.Configure(sky.Sensors);
        Assert.Equal(SensorQuality.Unknown, tracker.QualityOf(good));
        foreach (var plot in sky.InOrder())
        {
            tracker.Observe([plot]);
            tracker.AdvanceTo(plot.ReceivedAt);
        }

        var (first, second) = (tracker.QualityOf(good), tracker.QualityOf(poor));
        var can = sky.Sensors[good].Performance;
        Assert.InRange(first.Compared, 120, 2000);
        Assert.InRange(first.RangeSigmaM, 0.7 * can.SigmaRangeM, 1.3 * can.SigmaRangeM);
        Assert.InRange(first.AzimuthSigmaRad, 0.7 * can.SigmaAzimuthRad, 1.3 * can.SigmaAzimuthRad);
        Assert.InRange(first.RangeMeanM, -0.4 * can.SigmaRangeM, 0.4 * can.SigmaRangeM);
        Assert.InRange(first.AzimuthMeanRad, -0.4 * can.SigmaAzimuthRad, 0.4 * can.SigmaAzimuthRad);
        Assert.True(first.UpdateProbability > 0.95, $"{first.UpdateProbability}");
        Assert.InRange(second.UpdateProbability, 0.5, 0.7);
    }
}
