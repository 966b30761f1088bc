using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

public class DuePictureTests
{
    /// <summary>A picture that is due just before a plot arrives must not make the next one blind to what that plot decides.</summary>
    [Fact]
    public void A_track_is_confirmed_in_the_picture_that_follows_its_last_plot_however_soon_after_another_picture()
    {
        Assert.Equal(PlotsUntilConfirmed(alsoBefore: false), PlotsUntilConfirmed(alsoBefore: true));
    }

    private static int PlotsUntilConfirmed(bool alsoBefore)
    {
        var flyer = new Flyer(Geodetic.FromDegrees(50.2, 23.2, 800), 0, 70);
        var sky = new Sky(11);
        var radar = sky.Radar(50.35, 22.7);
        sky.Watch(radar, [flyer], 0, 60);
        var tracker = new Tracker();
        tracker.Configure(sky.Sensors);
        var seen = 0;
        foreach (var plot in sky.InOrder())
        {
            if (alsoBefore) tracker.AdvanceTo(plot.ReceivedAt.AddSeconds(-0.3));
            tracker.Observe([plot]);
            seen++;
            tracker.AdvanceTo(plot.ReceivedAt.AddSeconds(0.2));
            foreach (ref readonly var track in tracker.Picture)
                if (track.Status == TrackStatus.Confirmed) return seen;
        }

        return int.MaxValue;
    }
}
