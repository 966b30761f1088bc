using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

public class CrowdTests
{
    private static readonly Geodetic Marsh = Geodetic.FromDegrees(50.45, 23.5, 300);

    [Fact]
    public void Flocks_met_for_the_first_time_make_half_the_tracks_that_their_plots_allow()
    {
        var shown = 0;
        for (ulong seed = 30; seed < 60; seed++) shown += Confirmed(seed, []).Count;
        // Without the watch on crowds it is about sixty.
        Assert.True(shown <= 40, $"{shown} tracks of thirty flocks");
    }

    [Fact]
    public void A_formation_is_no_flock()
    {
        var formation = Enumerable.Range(0, 3).Select(i => new Flyer(Geodetic.FromDegrees(50.2, 23.2 + (0.03 * i), 800), 10, 70)).ToArray();
        var sky = Watched(41, formation, out _, out _);
        Assert.Equal(3, Run(sky, 60).Count);
    }

    private static HashSet<int> Confirmed(ulong seed, Flyer[] flyers)
    {
        var sky = Watched(seed, flyers, out var first, out var second);
        sky.Flock(first, Marsh, 700, 1.2, 0, 60);
        sky.Flock(second, Marsh, 700, 1.2, 0, 60);
        return Run(sky, 60);
    }

    private static Sky Watched(ulong seed, Flyer[] flyers, out SensorId first, out SensorId second)
    {
        var sky = new Sky(seed);
        first = sky.Radar(50.5, 23);
        second = sky.Radar(50.2, 23.4, SensorKind.Radar2D, 5);
        foreach (var radar in (SensorId[])[first, second])
        {
            sky.Watch(radar, flyers, 0, 60);
            sky.Clutter(radar, 0, 60);
        }

        return sky;
    }

    /// <summary>Numbers of all tracks that were confirmed at any time.</summary>
    private static HashSet<int> Run(Sky sky, double toS)
    {
        var numbers = new HashSet<int>();
        sky.Run(toS, (tracker, _) =>
        {
            foreach (var track in tracker.Picture)
                if (track.Status == TrackStatus.Confirmed) numbers.Add(track.Number.Value);
        });
        return numbers;
    }
}
