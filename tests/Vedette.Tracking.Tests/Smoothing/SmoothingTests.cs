using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Smoothing;

namespace Vedette.Tracking.Tests.Smoothing;

public class SmoothingTests
{
    private static readonly Flyer Straight = new(Geodetic.FromDegrees(50.6, 23.2, 1000), 60, 10);

    [Fact]
    public void A_step_back_is_the_textbooks()
    {
        // One axis: position variance 100, velocity variance 4, white acceleration 0.5 m²/s³ for 3 s; then the state is found to be exactly (40, 15).
        const double p = 100, v = 4, q = 0.5, t = 3;
        var belief = new PastBelief();
        belief.Take(Level(p, v, velocityMps: 10));
        ModeState later = default;
        later.Mean[0] = 40;
        later.Mean[3] = 15;
        for (var i = 1; i < 3; i++) later.Mean[i] = 0;
        MotionModel[] models = [.. Enumerable.Repeat(new MotionModel(q, q, 0, 100, 1), MotionMixture.Modes)];
        var smoothed = belief.StepBack(later, t, models);

        double a = p + (v * t * t) + (q * t * t * t / 3), b = (v * t) + (q * t * t / 2), c = v + (q * t), det = (a * c) - (b * b);
        double g11 = ((p * c) - (0 * b)) / det, g12 = ((0 * a) - (p * b)) / det;
        double g21 = ((v * t * c) - (v * b)) / det, g22 = ((v * a) - (v * t * b)) / det;
        Assert.Equal((g11 * (40 - 30)) + (g12 * (15 - 10)), smoothed.Mean[0], 6);
        Assert.Equal(10 + (g21 * (40 - 30)) + (g22 * (15 - 10)), smoothed.Mean[3], 6);
        Assert.Equal(p - ((g11 * g11 * a) + (2 * g11 * g12 * b) + (g12 * g12 * c)), smoothed.Covariance.At(0, 0), 6);
    }

    [Fact]
    public void What_came_later_takes_a_third_off_the_error_of_a_straight_flight_and_the_stated_error_fits()
    {
        double filtered = 0, smoothed = 0, nees = 0;
        var count = 0;
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var (before, track) = Fly(seed, 240);
            foreach (var point in track.Points)
            {
                var timeS = point.Time.SecondsSince(Sky.Start);
                if (timeS is < 30 or > 225 || !before.TryGetValue(timeS, out var then)) continue;
                var truth = new EnuFrame(Sky.At(Straight, timeS));
                filtered += Square(truth.ToLocal(then));
                var off = truth.ToLocal(point.Position);
                smoothed += Square(off);
                double ee = point.Covariance.At(0, 0), en = point.Covariance.At(0, 1), nn = point.Covariance.At(1, 1);
                nees += ((nn * off.East * off.East) - (2 * en * off.East * off.North) + (ee * off.North * off.North)) / ((ee * nn) - (en * en)) / 2;
                count++;
            }
        }

        Assert.True(count > 200);
        Assert.True(smoothed < 0.45 * filtered, $"{Math.Sqrt(smoothed / count):F0} m smoothed, {Math.Sqrt(filtered / count):F0} m filtered");
        Assert.InRange(nees / count, 0.2, 1.6);
    }

    [Fact]
    public void A_smoothed_track_begins_with_the_first_plot_and_no_state_is_impossible()
    {
        var (before, track) = Fly(3, 120);
        Assert.True(track.Points[0].Time.SecondsSince(Sky.Start) <= before.Keys.Min() - 5);
        foreach (var point in track.Points)
        {
            Symmetric6 covariance = default;
            for (var k = 0; k < 21; k++) covariance[k] = point.Covariance[k];
            Assert.True(Cholesky6.TryFactor(covariance, out _), $"{point.Time}");
        }
    }

    [Fact]
    public void Keeping_histories_changes_nothing_in_the_picture()
    {
        var (with, _) = Fly(4, 100);
        var (without, _) = Fly(4, 100, keep: false);
        Assert.Equal(without, with);
    }

    private static (Dictionary<double, Geodetic> Filtered, SmoothedTrack Track) Fly(ulong seed, int toS, bool keep = true)
    {
        var sky = new Sky(seed);
        sky.Watch(sky.Radar(50.5, 23), [Straight], 0, toS);
        var plots = sky.InOrder();
        var ended = new List<SmoothedTrack>();
        var tracker = new Tracker(histories: keep ? new TrackHistories(5, ended.Add) : null);
        tracker.Configure(sky.Sensors);
        var filtered = new Dictionary<double, Geodetic>();
        var next = 0;
        for (var s = 5; s <= toS; s += 5)
        {
            for (; next < plots.Length && plots[next].ReceivedAt <= Sky.Start.AddSeconds(s); next++) tracker.Observe([plots[next]]);
            tracker.AdvanceTo(Sky.Start.AddSeconds(s));
            foreach (var track in tracker.Picture)
                if (track.Status == TrackStatus.Confirmed) filtered[s] = track.Position;
        }

        tracker.EndHistories();
        return (filtered, ended.OrderByDescending(t => t.Points.Count).FirstOrDefault()!);
    }

    private static double Square(Enu off) => (off.East * off.East) + (off.North * off.North);

    private static Bernoulli Level(double positionVariance, double velocityVariance, double velocityMps)
    {
        var track = new Bernoulli { Frame = new EnuFrame(Geodetic.FromDegrees(50, 20, 0)) };
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            track.Motion.Weights[m] = 1.0 / MotionMixture.Modes;
            track.Motion.States[m].Mean[3] = velocityMps;
            for (var i = 0; i < 3; i++)
            {
                track.Motion.States[m].Covariance.Set(i, i, positionVariance);
                track.Motion.States[m].Covariance.Set(i + 3, i + 3, velocityVariance);
            }
        }

        track.Motion.Combine();
        return track;
    }
}
