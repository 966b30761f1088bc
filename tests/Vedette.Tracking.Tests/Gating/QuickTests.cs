using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Tests.Gating;

/// <summary>Tests that only save work must never decide anything that the full ones would decide otherwise.</summary>
public class QuickTests
{
    private static readonly Geodetic Place = Geodetic.FromDegrees(50, 23, 80);

    [Fact]
    public void No_track_that_a_resolution_cell_reaches_is_kept_out()
    {
        var random = new SeededRandom(62);
        var site = Site(hasSecondary: false);
        var within = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var track = Track(random, site, random.NextDouble(2e3, 200e3), random.NextDouble(0, 12e3), out var azimuth, out var range);
            var z = Echo(range + (400 * random.NextGaussian()), azimuth + (0.03 * random.NextGaussian()), random.NextDouble(-2.5, 6));
            var offset = ResolutionCell.Of(z, site, track);
            var reached = Math.Abs(offset.RangeM) < site.Performance.ResolutionRangeM + (3 * Math.Sqrt(offset.RangeVariance))
                && Math.Abs(offset.AzimuthRad) < site.Performance.ResolutionAzimuthRad + (3 * Math.Sqrt(offset.AzimuthVariance));
            Assert.Equal(reached, ResolutionCell.MayHold(z, site, track));
            if (reached) within++;
        }

        Assert.InRange(within, 2_000, 18_000);
    }

    [Fact]
    public void No_look_worth_asking_about_is_taken_for_one_below_the_horizon()
    {
        var random = new SeededRandom(63);
        var site = Site(hasSecondary: false);
        var table = new TrackTable();
        var hidden = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var track = Track(random, site, random.NextDouble(2e3, 300e3), random.NextDouble(20, 6e3), out _, out var range);
            if (!Detection.IsHidden(site, track, range)) continue;
            hidden++;
            Assert.True(Detection.Of(site, table, ref track, out _) < 0.02);
        }

        Assert.InRange(hidden, 2_000, 18_000);
    }

    [Fact]
    public void What_answers_a_transponder_s_question_is_never_taken_for_hidden()
    {
        var random = new SeededRandom(64);
        var site = Site(hasSecondary: true);
        var track = Track(random, site, 290e3, 30, out _, out var range);
        Assert.True(Detection.IsHidden(site, track, range));
        track.Code = 1200;
        Assert.False(Detection.IsHidden(site, track, range));
    }

    private static SensorSite Site(bool hasSecondary) => Sites.Radar(0, Place, new() { HasSecondary = hasSecondary });

    /// <summary>A track at a distance and height, somewhere around, of random spread and velocity.</summary>
    private static Bernoulli Track(SeededRandom random, SensorSite site, double groundM, double heightM, out double azimuthRad, out double rangeM)
    {
        azimuthRad = random.NextDouble(0, 2 * Math.PI);
        var place = site.Frame.ToGeodetic(new Enu(groundM * Math.Sin(azimuthRad), groundM * Math.Cos(azimuthRad), 0)) with { HeightM = heightM };
        rangeM = site.Frame.Look(place.ToEcef()).RangeM;
        Bernoulli track = new()
        {
            Live = true, Existence = 0.9, VelocityKnown = true, HeightKnown = true, Address = -1, Code = -1, Neighbour = -1,
            Frame = new EnuFrame(place), CrossSections = RadarCrossSections.Prior(), Heights = HeightBands.Prior(),
        };
        track.Motion.Mean[2] = heightM;
        for (var i = 3; i < 6; i++) track.Motion.Mean[i] = random.NextDouble(-250, 250) * (i == 5 ? 0.05 : 1);
        for (var i = 0; i < 6; i++)
        {
            var sigma = (i < 3 ? 400 : 40) * random.NextDouble();
            track.Motion.Covariance.Set(i, i, sigma * sigma);
        }

        for (var m = 0; m < MotionMixture.Modes; m++) track.Motion.Weights[m] = 0.2;
        return track;
    }

    private static Measurement Echo(double rangeM, double azimuthRad, double timeS)
    {
        var (sin, cos) = Math.SinCos(azimuthRad);
        return new()
        {
            TimeS = timeS, RangeM = rangeM, AzimuthRad = Angle.Wrap(azimuthRad), SinAzimuth = sin, CosAzimuth = cos,
            ElevationRad = double.NaN, RangeRateMps = double.NaN, HeightM = double.NaN, PositionVariance = double.NaN,
            VelocityEastMps = double.NaN, VelocityNorthMps = double.NaN, RangeVariance = 3600, AzimuthVariance = 6e-6, Address = -1, Code = -1,
        };
    }
}
