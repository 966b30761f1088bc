using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

/// <summary>Posts that only hear, people who call later, and two that part.</summary>
public class ListeningTests
{
    /// <summary>Flies west at 52 m/s along the middle of a strip of posts.</summary>
    private static readonly Flyer Drone = new(Geodetic.FromDegrees(50.0, 23.2, 150), -52, 0);

    [Fact]
    public void Posts_that_hear_only_bearings_place_a_drone_where_it_is_now_and_not_where_the_sound_left_it()
    {
        var sky = Strip(81, [Drone], 150);
        double along = 0, across = 0;
        var pictures = 0;
        var tracker = sky.Run(150, (tracker, second) =>
        {
            if (second < 60 || Near(tracker, Drone, second) is not { } track) return;
            var off = new EnuFrame(Sky.At(Drone, second)).ToLocal(track.Position.ToEcef());
            (along, across, pictures) = (along - off.East, across + off.North, pictures + 1);
        });
        Assert.InRange(pictures, 80, 91);
        // The sound is five to ten seconds old: without its delay the drone would be told 300 m behind.
        Assert.InRange(along / pictures, -120, 120);
        Assert.InRange(across / pictures, -120, 120);
        var live = Live(tracker);
        Assert.False(Assert.Single(live).Status == TrackStatus.Tentative);
    }

    [Fact]
    public void Two_drones_among_posts_that_hear_both_are_two_tracks_and_no_ghosts_where_bearings_cross()
    {
        Flyer[] pair = [Drone, new(Geodetic.FromDegrees(50.03, 23.18, 150), -52, 0)];
        var sky = Strip(82, pair, 150);
        int most = 0, astray = 0, seen = 0;
        sky.Run(150, (tracker, second) =>
        {
            if (second < 60) return;
            var live = Live(tracker).Where(t => t.Status != TrackStatus.Tentative).ToList();
            most = Math.Max(most, live.Count);
            seen += live.Count;
            astray += live.Count(t => pair.All(flyer => Sky.DistanceM(t, flyer, second) > 1000));
        });
        Assert.InRange(most, 2, 3);
        Assert.InRange(seen, 160, 220);
        Assert.InRange(astray, 0, seen / 20);
    }

    [Fact]
    public void A_call_that_comes_a_minute_late_founds_no_track()
    {
        var sky = new Sky(83);
        var spotter = sky.Spotter(50.0, 23.15);
        sky.Call(spotter, Drone, 40, 85);
        Assert.DoesNotContain(Live(sky.Run(180)), track => track.Status != TrackStatus.Tentative);
    }

    [Fact]
    public void A_call_about_a_track_feeds_it_and_does_not_move_it()
    {
        var sky = new Sky(84);
        var radar = sky.Radar(50.2, 23.0);
        var spotter = sky.Spotter(50.0, 23.15);
        sky.Watch(radar, [Drone], 0, 180);
        var without = Assert.Single(Live(sky.Run(180)));
        sky.Call(spotter, Drone, 60, 100);
        var with = Assert.Single(Live(sky.Run(180)));
        Assert.Equal(without.Number, with.Number);
        Assert.True(Sky.DistanceM(with, Drone, 180) < Sky.DistanceM(without, Drone, 180) + 50);
    }

    [Fact]
    public void Two_that_fly_as_one_and_part_become_two_and_the_first_keeps_its_number()
    {
        var one = new Flyer(Geodetic.FromDegrees(50.3, 23.6, 900), -50, 0);
        var sky = new Sky(85);
        SensorId first = sky.Radar(50.5, 23), second = sky.Radar(50.0, 23.1);
        // Until 120 s there is one echo; then a second object turns away from where the first one was.
        var place = Sky.At(one, 120);
        var parting = new Flyer(new EnuFrame(place).ToGeodetic(new(30 * 120, -45 * 120, 0)) with { HeightM = 900 }, -30, 45);
        foreach (var radar in (SensorId[])[first, second])
        {
            sky.Watch(radar, [one], 0, 260);
            sky.Watch(radar, [parting], 120, 260);
        }

        var numbers = new HashSet<int>();
        var tracker = sky.Run(260, (tracker, _) =>
        {
            foreach (var track in tracker.Picture) numbers.Add(track.Number.Value);
        });
        var live = Live(tracker);
        Assert.Equal(2, live.Count);
        Assert.Equal(2, numbers.Count);
        Assert.Equal(1, Near(tracker, one, 260)?.Number.Value);
        Assert.Equal(2, Near(tracker, parting, 260)?.Number.Value);
    }

    /// <summary>Posts every 2.5 km, in three rows 2.4 km apart, along the way of the flyers.</summary>
    private static Sky Strip(ulong seed, Flyer[] flyers, double toS)
    {
        var sky = new Sky(seed);
        for (var k = 0; k < 7; k++)
            foreach (var latitude in (double[])[49.989, 50.011, 50.033]) sky.Hear(sky.Post(latitude, 23.22 - (0.035 * k)), flyers, 0, toS);
        return sky;
    }

    private static List<Track> Live(Tracker tracker) => [.. tracker.Picture.ToArray().Where(track => track.Status != TrackStatus.Ended)];

    private static Track? Near(Tracker tracker, Flyer flyer, double timeS) => Live(tracker).Cast<Track?>().FirstOrDefault(track => Sky.DistanceM(track!.Value, flyer, timeS) < 800);
}
