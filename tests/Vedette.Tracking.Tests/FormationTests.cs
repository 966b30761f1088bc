using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

public class FormationTests
{
    /// <summary>Five abreast, 700 m apart, the middle one not there before the others have been tracked for a while.</summary>
    [Fact]
    public void One_more_beside_a_formation_is_confirmed_by_its_second_plot()
    {
        var all = Enumerable.Range(0, 5).Select(i => new Flyer(Geodetic.FromDegrees(50.2, 23.2 + (0.0098 * i), 800), 0, 70)).ToArray();
        var sky = new Sky(7);
        var radar = sky.Radar(50.35, 22.7);
        sky.Watch(radar, [all[0], all[1], all[3], all[4]], 0, 90);
        sky.Watch(radar, [all[2]], 60, 90);
        sky.Clutter(radar, 0, 90);
        var confirmedAt = double.NaN;
        sky.Run(90, (tracker, second) =>
        {
            if (double.IsNaN(confirmedAt) && IsOn(tracker.Picture, Sky.At(all[2], second))) confirmedAt = second;
        });
        Assert.InRange(confirmedAt, 60, 60 + (2 * 6) + 2);
    }

    private static bool IsOn(ReadOnlySpan<Track> picture, Geodetic place)
    {
        var frame = new EnuFrame(place);
        foreach (var track in picture)
            if (track.Status == TrackStatus.Confirmed && frame.ToLocal(track.Position.ToEcef()).HorizontalNorm < 300) return true;
        return false;
    }
}
