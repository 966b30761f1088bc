using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

/// <summary>What flies as fast and as high as a missile, seen by radars that measure no height.</summary>
public class BallisticTests
{
    private static readonly Flyer Missile = new(Geodetic.FromDegrees(50.6, 27, 32_000), -1650, -150);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_missile_high_up_becomes_one_track_whose_place_and_height_two_radars_find(ulong seed)
    {
        var sky = new Sky(seed);
        var far = sky.Radar(50.5, 23);
        var near = sky.Radar(50.2, 25.5, periodS: 4);
        sky.Watch(far, [Missile], 0, 90, 0.9);
        sky.Watch(near, [Missile], 0, 90, 0.9);
        var track = Assert.Single(Run(sky, 90));
        Assert.Equal(ObjectClass.Ballistic, track.Classes.Best);
        var truth = Sky.At(Missile, 90);
        Assert.True(new EnuFrame(truth).ToLocal(track.Position with { HeightM = truth.HeightM }).HorizontalNorm < 2000);
        Assert.Equal(truth.HeightM, track.Position.HeightM, 4000.0);
        Assert.Equal(-1650, track.Velocity.East, 120.0);
    }

    [Fact]
    public void Looks_that_missed_it_for_a_while_do_not_found_a_second_track()
    {
        var sky = new Sky(4);
        var radar = sky.Radar(50.5, 23);
        sky.Watch(radar, [Missile], 0, 25);
        sky.Watch(radar, [Missile], 37, 80);
        Assert.Equal(1, Assert.Single(Run(sky, 80)).Number.Value);
    }

    private static List<Track> Run(Sky sky, double toS)
    {
        var live = new List<Track>();
        foreach (var track in sky.Run(toS).Picture)
            if (track.Status is TrackStatus.Confirmed or TrackStatus.Coasting) live.Add(track);
        return live;
    }
}
