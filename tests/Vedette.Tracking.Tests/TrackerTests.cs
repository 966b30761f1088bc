using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

public class TrackerTests
{
    private static readonly Flyer Drone = new(Geodetic.FromDegrees(50.4, 23.6, 900), -48, 12);
    private static readonly Flyer Jet = new(Geodetic.FromDegrees(50.1, 22.6, 1500), 120, 190);

    [Fact]
    public void A_drone_seen_by_one_radar_becomes_one_track_in_the_right_place()
    {
        var sky = new Sky(1);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Drone], 0, 180);
        sky.Clutter(radar, 0, 180);
        var live = Live(Run(sky, 180));
        var track = Assert.Single(live);
        Assert.Equal(TrackStatus.Confirmed, track.Status);
        Assert.True(Sky.DistanceM(track, Drone, 180) < 300);
        Assert.Equal(-48, track.Velocity.East, 8.0);
        Assert.Equal(12, track.Velocity.North, 8.0);
        Assert.Equal(ObjectClass.OneWayDrone, track.Classes.Best);
        Assert.False(track.HeightKnown);
        Assert.True(track.SensedIndependently);
        Assert.Equal(1UL, track.SensorMask);
        Assert.True(track.LastEntry > 0);
    }

    [Fact]
    public void Two_radars_make_one_track_and_elevation_gives_its_height()
    {
        var sky = new Sky(2);
        var first = sky.Radar(50.5, 23);
        var second = sky.Radar(50.0, 23.2, SensorKind.Radar3D, 5);
        sky.Watch(first, [Jet], 0, 120);
        sky.Watch(second, [Jet], 0, 120);
        var track = Assert.Single(Live(Run(sky, 120)));
        Assert.True(track.HeightKnown);
        Assert.Equal(1500, track.Position.HeightM, 400.0);
        Assert.True(Sky.DistanceM(track, Jet, 120) < 300);
        Assert.Equal(3UL, track.SensorMask);
    }

    [Fact]
    public void Clutter_alone_confirms_nothing()
    {
        var sky = new Sky(3);
        var radar = sky.Radar(50.5, 23);
        sky.Clutter(radar, 0, 900);
        var tracker = Run(sky, 900);
        Assert.Empty(Live(tracker));
    }

    [Theory]
    [InlineData(35)]
    [InlineData(50)]
    public void A_fast_jet_keeps_its_number_through_a_gap_in_which_it_flies_out_of_its_neighbourhood(int gapS)
    {
        var sky = new Sky(44);
        var radar = sky.Radar(50.5, 23);
        var jet = new Flyer(Geodetic.FromDegrees(49.6, 22.4, 9000), 190, 290);
        sky.Watch(radar, [jet], 0, 120);
        sky.Watch(radar, [jet], 120 + gapS, 240);
        var numbers = new HashSet<int>();
        Run(sky, 240, tracker =>
        {
            foreach (var track in tracker.Picture) numbers.Add(track.Number.Value);
        });
        Assert.Single(numbers);
    }

    [Fact]
    public void A_track_that_is_no_longer_seen_ends_once_and_its_number_is_not_used_again()
    {
        var sky = new Sky(4);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Drone], 0, 120);
        sky.Watch(radar, [Jet], 200, 400);
        sky.Clutter(radar, 0, 400);
        var numbers = new List<int>();
        var ended = new List<int>();
        Run(sky, 400, tracker =>
        {
            foreach (var track in tracker.Picture)
            {
                if (track.Status == TrackStatus.Ended) ended.Add(track.Number.Value);
                else
                {
                    Assert.DoesNotContain(track.Number.Value, ended);
                    if (!numbers.Contains(track.Number.Value)) numbers.Add(track.Number.Value);
                }
            }
        });
        Assert.Equal(ended.Distinct().Count(), ended.Count);
        Assert.Contains(numbers[0], ended);
        Assert.True(numbers.Count > 1, "the second target has a number of its own");
    }

    [Fact]
    public void A_track_coasts_through_a_short_gap_with_the_same_number()
    {
        var sky = new Sky(5);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Drone], 0, 120);
        sky.Watch(radar, [Drone], 135, 220);
        var numbers = new HashSet<int>();
        Run(sky, 220, tracker =>
        {
            foreach (var track in Live(tracker)) numbers.Add(track.Number.Value);
        });
        Assert.Single(numbers);
    }

    [Fact]
    public void The_same_plots_give_the_same_picture_to_the_last_bit()
    {
        var plots = BusySky(6, out var sensors);
        var first = Pictures(plots, sensors, 1);
        Assert.Equal(first, Pictures(plots, sensors, 1));
    }

    [Fact]
    public void How_the_plots_are_cut_into_calls_does_not_matter()
    {
        var plots = BusySky(7, out var sensors);
        Assert.Equal(Pictures(plots, sensors, 1), Pictures(plots, sensors, 17));
    }

    [Fact]
    public void A_plot_delivered_twice_counts_once()
    {
        var plots = BusySky(8, out var sensors);
        var doubled = plots.SelectMany(p => new[] { p, p }).ToArray();
        var tracker = new Tracker();
        tracker.Configure(sensors);
        tracker.Observe(doubled);
        Assert.Equal(plots.Length, tracker.Counts.Duplicates);
        Assert.Equal(Pictures(plots, sensors, 1), Pictures(doubled, sensors, 1));
    }

    [Fact]
    public void Plots_out_of_sequence_still_make_one_track()
    {
        var sky = new Sky(9);
        var radar = sky.Radar(50.5, 23);
        var second = sky.Radar(50.2, 23.4, SensorKind.Radar2D, 5);
        sky.Watch(radar, [Drone], 0, 240);
        sky.Watch(second, [Drone], 0, 240);
        var random = new SeededRandom(9);
        var late = sky.InOrder()
            .Select(p => p with { ReceivedAt = p.ReceivedAt.AddSeconds(random.NextExponential(2)) })
            .OrderBy(p => p.ReceivedAt).ToArray();
        var track = Assert.Single(Live(Run(late, sky.Sensors, 240)));
        Assert.True(Sky.DistanceM(track, Drone, 240) < 300);
    }

    [Fact]
    public void A_minute_of_stored_plots_delivered_at_once_makes_no_second_track()
    {
        var sky = new Sky(19);
        var radar = sky.Radar(50.5, 23);
        var second = sky.Radar(50.2, 23.4, SensorKind.Radar2D, 5);
        sky.Watch(radar, [Drone], 0, 240);
        sky.Watch(second, [Drone], 0, 240);
        var reconnected = Sky.Start.AddSeconds(150);
        var random = new SeededRandom(19);
        var stored = sky.InOrder()
            .Select(p => p.Sensor == second && p.TimeOfApplicability >= Sky.Start.AddSeconds(90) && p.TimeOfApplicability < reconnected
                ? p with { ReceivedAt = reconnected.AddSeconds(random.NextDouble()) } : p)
            .OrderBy(p => p.ReceivedAt).ToArray();
        var most = 0;
        var tracker = Run(stored, sky.Sensors, 240, t => most = Math.Max(most, Live(t).Count));
        Assert.Equal(1, most);
        Assert.True(Sky.DistanceM(Assert.Single(Live(tracker)), Drone, 240) < 300);
    }

    [Fact]
    public void A_plot_older_than_the_policy_is_counted_and_not_used()
    {
        var sky = new Sky(10);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Drone], 0, 60);
        var tracker = Run(sky, 60);
        var before = tracker.Picture.ToArray();
        tracker.Observe([sky.InOrder()[0] with { RangeM = 77e3, ReceivedAt = Sky.Start.AddSeconds(200) }]);
        tracker.AdvanceTo(Sky.Start.AddSeconds(200));
        Assert.Equal(1, tracker.Counts.TooLate);
        Assert.NotEmpty(before);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(0, 86_400.0 * 365 * 56)]
    [InlineData(86_400.0 * 365 * 56, 86_400.0 * 365 * 56)]
    [InlineData(-86_400.0 * 365 * 56, -86_400.0 * 365 * 56)]
    [InlineData(0, -86_400.0 * 365 * 56)]
    public void Plots_and_marks_dated_far_from_their_arrival_or_from_now_are_counted_and_harm_nothing(double arrivalOffS, double timeOffS)
    {
        var sky = new Sky(13);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Drone], 0, 120);
        var undisturbed = Said(Run(sky, 120));
        var strange = sky.InOrder().Where(p => p.ReceivedAt > Sky.Start.AddSeconds(30)).Take(3).Select(p => p with
        {
            ReceivedAt = p.ReceivedAt.AddSeconds(arrivalOffS),
            TimeOfApplicability = p.TimeOfApplicability.AddSeconds(timeOffS),
        }).ToArray();
        var mark = new SensorMessage { Sensor = radar, Kind = SensorMessageKind.SectorCrossing, Time = strange[0].TimeOfApplicability, ReceivedAt = strange[0].ReceivedAt };
        var second = 0;
        var tracker = Run(sky, 120, tracker =>
        {
            if (++second != 40) return;
            tracker.Observe(strange);
            tracker.Observe(in mark);
        });
        Assert.Equal(3, tracker.Counts.Misdated + tracker.Counts.TooLate);
        Assert.Equal(undisturbed, Said(tracker));
        Assert.Single(undisturbed);
    }

    [Fact]
    public void Plots_of_unknown_sensors_and_without_numbers_are_counted_and_harm_nothing()
    {
        var sky = new Sky(11);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Drone], 0, 60);
        var tracker = Run(sky, 60);
        var plot = sky.InOrder()[^1];
        tracker.Observe([
            plot with { Sensor = new(99) },
            plot with { RangeM = double.NaN, AzimuthRad = double.NaN },
            plot with { RangeM = double.PositiveInfinity },
        ]);
        tracker.AdvanceTo(Sky.Start.AddSeconds(61));
        Assert.Equal(3, tracker.Counts.Unplaced);
        Assert.True(double.IsFinite(Assert.Single(Live(tracker)).Position.LatitudeRad));
    }

    [Fact]
    public void Nothing_is_allocated_once_tracks_and_buffers_have_their_size()
    {
        Assert.SkipWhen(IsDebugBuild(), "unoptimised code copies through the heap; measured in Release builds");
        var sky = new Sky(12);
        var radar = sky.Radar(50.5, 23);
        var flyers = Enumerable.Range(0, 20).Select(i => new Flyer(Geodetic.FromDegrees(50 + (0.05 * i), 22.5 + (0.04 * i), 1000), 40, 20)).ToArray();
        sky.Watch(radar, flyers, 0, 1200);
        sky.Clutter(radar, 0, 1200);
        var plots = sky.InOrder();
        var tracker = new Tracker();
        tracker.Configure(sky.Sensors);
        var half = plots.Length / 2;
        Feed(tracker, plots.AsSpan(0, half));
        // The least of a few stretches: on a busy machine code that is not compiled well yet still copies through the heap in some of them.
        var perPlot = double.PositiveInfinity;
        var length = (plots.Length - half) / 5;
        for (var start = half; start + length <= plots.Length; start += length)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Feed(tracker, plots.AsSpan(start, length));
            perPlot = Math.Min(perPlot, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)length);
        }

        Assert.True(perPlot < 8, $"{perPlot:F1} octets a plot");
    }

    private static bool IsDebugBuild() =>
        typeof(Tracker).Assembly.GetCustomAttributes(typeof(System.Diagnostics.DebuggableAttribute), inherit: false)
            .OfType<System.Diagnostics.DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled);

    private static void Feed(Tracker tracker, ReadOnlySpan<Plot> plots)
    {
        var next = plots[0].ReceivedAt;
        foreach (ref readonly var plot in plots)
        {
            for (; plot.ReceivedAt > next; next = next.AddSeconds(1)) tracker.AdvanceTo(next);
            tracker.Observe(new ReadOnlySpan<Plot>(in plot));
        }
    }

    private static Plot[] BusySky(ulong seed, out SensorDirectory sensors)
    {
        var sky = new Sky(seed);
        var radar = sky.Radar(50.5, 23);
        var second = sky.Radar(50.0, 23.2, SensorKind.Radar3D, 5);
        sky.Watch(radar, [Drone, Jet], 0, 90, 0.9);
        sky.Watch(second, [Drone, Jet], 0, 90, 0.9);
        sky.Clutter(radar, 0, 90);
        sensors = sky.Sensors;
        return sky.InOrder();
    }

    /// <summary>Every picture at every second as text, so that a difference in the last bit shows.</summary>
    private static List<string> Pictures(Plot[] plots, SensorDirectory sensors, int block)
    {
        var pictures = new List<string>();
        var tracker = new Tracker();
        tracker.Configure(sensors);
        var at = 0;
        for (var second = 1; second <= 90; second++)
        {
            var now = Sky.Start.AddSeconds(second);
            while (at < plots.Length && plots[at].ReceivedAt <= now)
            {
                var end = at;
                while (end < plots.Length && end - at < block && plots[end].ReceivedAt <= now) end++;
                tracker.Observe(plots.AsSpan(at, end - at));
                at = end;
            }

            tracker.AdvanceTo(now);
            foreach (var track in tracker.Picture)
                pictures.Add($"{second} {track.Number} {track.Existence:R} {track.Position.LatitudeRad:R} {track.Velocity.East:R} {track.Covariance.At(0, 0):R}");
        }

        return pictures;
    }

    private static Tracker Run(Sky sky, double toS, Action<Tracker>? each = null) => Run(sky.InOrder(), sky.Sensors, toS, each);

    private static Tracker Run(Plot[] plots, SensorDirectory sensors, double toS, Action<Tracker>? each = null) =>
        Sky.Run(plots, sensors, toS, (tracker, _) => each?.Invoke(tracker));

    private static List<string> Said(Tracker tracker) =>
        [.. Live(tracker).Select(t => $"{t.Number} {t.Existence:R} {t.Position.LatitudeRad:R} {t.Velocity.East:R} {t.Covariance.At(0, 0):R}")];

    private static List<Track> Live(Tracker tracker)
    {
        var live = new List<Track>();
        foreach (var track in tracker.Picture)
            if (track.Status is TrackStatus.Confirmed or TrackStatus.Coasting && track.Existence > 0.5) live.Add(track);
        return live;
    }
}
