using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Existence;

namespace Vedette.Tracking.Tests.Existence;

public class HeightBandsTests
{
    [Fact]
    public void Silence_of_distant_radars_together_says_low_and_not_gone()
    {
        var table = new TrackTable();
        var track = Guessed(50.0, 23.0);
        // Six radars 120 km around: they see what flies above a kilometre there, and nothing of what flies at 100 m.
        double taught = 1, alone = 1;
        for (var k = 0; k < 6; k++)
        {
            var azimuth = k * Math.PI / 3;
            var site = Sites.Radar(k, new EnuFrame(Geodetic.FromDegrees(50, 23)).ToGeodetic(new Enu(120e3 * Math.Sin(azimuth), 120e3 * Math.Cos(azimuth), 0)) with { HeightM = 80 });
            var untaught = Guessed(50.0, 23.0);
            alone *= 1 - Detection.Of(site, table, ref untaught, out _);
            taught *= 1 - Detection.Of(site, table, ref track, out var outlook);
            Assert.True(outlook.HeightIsGuess);
            track.Learn(outlook, 0);
        }

        Assert.True(track.Heights[0] + track.Heights[1] > 0.7);
        Assert.InRange(taught / alone, 3, 1000);
    }

    [Fact]
    public void A_plot_of_what_only_a_high_flyer_shows_says_high()
    {
        var table = new TrackTable();
        var track = Guessed(50.0, 23.0);
        var site = Sites.Radar(0, Geodetic.FromDegrees(51.6, 23, 80));
        Detection.Of(site, table, ref track, out var outlook);
        track.Learn(outlook, 1);
        Assert.True(track.Heights[0] + track.Heights[1] < 0.05);
        var sum = 0.0;
        for (var h = 0; h < HeightBands.Count; h++) sum += track.Heights[h];
        Assert.Equal(1, sum, 1e-9);
    }

    [Fact]
    public void Where_a_height_was_measured_or_the_radar_has_seen_the_track_nothing_is_guessed()
    {
        var table = new TrackTable();
        var site = Sites.Radar(0, Geodetic.FromDegrees(51, 23, 80));
        var measured = Guessed(50.0, 23.0);
        measured.HeightKnown = true;
        Detection.Of(site, table, ref measured, out var outlook);
        Assert.False(outlook.HeightIsGuess);
        var seen = Guessed(50.0, 23.0);
        seen.Slots[seen.Slots.FindOrAdd(0)].Account(10, 1);
        Detection.Of(site, table, ref seen, out outlook);
        Assert.False(outlook.HeightIsGuess);
    }

    private static Bernoulli Guessed(double latitudeDeg, double longitudeDeg)
    {
        Bernoulli track = new()
        {
            Live = true, Existence = 0.5, Address = -1, Code = -1, Neighbour = -1, Frame = new EnuFrame(Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 1400)),
            CrossSections = RadarCrossSections.Prior(), Heights = HeightBands.Prior(),
        };
        track.Motion.Mean[2] = track.Motion.States[0].Mean[2] = 1400;
        track.Motion.States[0].Covariance.Set(2, 2, 700 * 700);
        track.Motion.Weights[0] = 1;
        return track;
    }
}
