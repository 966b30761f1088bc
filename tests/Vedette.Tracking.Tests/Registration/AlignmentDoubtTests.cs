using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Tests.Registration;

public class AlignmentDoubtTests
{
    private const double RangeSigmaM = 20, AzimuthSigmaRad = 0.0005, TimeSigmaS = 0.1;

    [Fact]
    public void What_is_left_in_doubt_of_a_radar_is_told_of_its_tracks()
    {
        // Due north at 60 km, flying north at 200 m/s: range and time smear along, azimuth across.
        var added = Added(TrackNorthOf(eastMps: 0, northMps: 200, radars: 1), Site(0, aligned: true));
        Assert.Equal(Square(60e3 * AzimuthSigmaRad), added[0], 60.0);
        Assert.Equal(Square(RangeSigmaM) + Square(200 * TimeSigmaS), added[6], 10.0);
        Assert.Equal(0, added[1], 1.0);
    }

    [Fact]
    public void A_clock_in_doubt_smears_along_the_flight_and_not_along_the_sight()
    {
        var added = Added(TrackNorthOf(eastMps: 200, northMps: 0, radars: 1), Site(0, aligned: true));
        Assert.Equal(Square(60e3 * AzimuthSigmaRad) + Square(200 * TimeSigmaS), added[0], 60.0);
        Assert.Equal(Square(RangeSigmaM), added[6], 10.0);
    }

    [Fact]
    public void Two_radars_that_err_each_for_itself_leave_half_the_variance()
    {
        var one = Added(TrackNorthOf(0, 0, radars: 1), Site(0, aligned: true));
        var two = Added(TrackNorthOf(0, 0, radars: 2), Site(0, aligned: true), Site(1, aligned: true));
        Assert.Equal(one[0] / 2, two[0], 1e-6);
        Assert.Equal(one[6] / 2, two[6], 1e-6);
    }

    [Fact]
    public void Of_a_radar_of_which_nothing_is_known_nothing_is_told()
    {
        var added = Added(TrackNorthOf(0, 200, radars: 1), Site(0, aligned: false));
        for (var k = 0; k < 21; k++) Assert.Equal(0, added[k]);
    }

    [Fact]
    public void An_offset_of_two_plots_scatter_is_found_by_other_radars_and_taken_off_and_those_without_one_are_left_alone()
    {
        const double offsetM = 120;
        var sky = new Sky(41);
        const SensorKind kind = SensorKind.Radar3D;
        SensorId one = sky.Radar(50.0, 23.0, kind), third = sky.Radar(50.9, 23.1, kind), other = sky.Radar(50.4, 24.2, kind);
        Flyer[] flyers =
        [
            new(Geodetic.FromDegrees(50.7, 23.0, 1400), 60, -40), new(Geodetic.FromDegrees(50.1, 23.9, 1400), -70, 30),
            new(Geodetic.FromDegrees(50.5, 23.3, 1400), 30, 80), new(Geodetic.FromDegrees(49.8, 23.6, 1400), -20, 90),
            new(Geodetic.FromDegrees(50.9, 23.8, 1400), -60, -60), new(Geodetic.FromDegrees(50.2, 22.8, 1400), 90, 20),
        ];
        foreach (var radar in (SensorId[])[one, third, other]) sky.Watch(radar, flyers, 0, 900);
        Plot[] plots = [.. sky.InOrder().Select(p => p.Sensor == other ? p with { RangeM = p.RangeM + offsetM } : p)];
        var tracker = Sky.Run(plots, sky.Sensors, 900);
        var found = tracker.AlignmentOf(other);
        Assert.True(found.Samples > 0);
        Assert.Equal(offsetM, found.RangeM, 3 * found.RangeSigmaM);
        Assert.InRange(found.RangeSigmaM, 0.1, 30);
        foreach (var radar in (SensorId[])[one, third]) Assert.Equal(0, tracker.AlignmentOf(radar).Samples);
    }

    private static Symmetric6 Added(in Bernoulli track, params SensorSite[] sites)
    {
        Symmetric6 covariance = default;
        AlignmentDoubt.AddTo(ref covariance, track, sites);
        return covariance;
    }

    private static SensorSite Site(int id, bool aligned)
    {
        var site = Sites.Radar(id, Geodetic.FromDegrees(50, 23, 0));
        if (aligned)
            site.AlignByOthers([5, 0.0001, 0], [Square(RangeSigmaM), 0, 0, 0, Square(AzimuthSigmaRad), 0, 0, 0, Square(TimeSigmaS)]);
        return site;
    }

    private static Bernoulli TrackNorthOf(double eastMps, double northMps, int radars)
    {
        var radar = new EnuFrame(Geodetic.FromDegrees(50, 23, 0));
        Bernoulli track = new() { Frame = new(radar.ToGeodetic(new Enu(0, 60e3, 0)) with { HeightM = 0 }), RecentSensors = (1UL << radars) - 1 };
        (track.Motion.Mean[3], track.Motion.Mean[4]) = (eastMps, northMps);
        return track;
    }

    private static double Square(double value) => value * value;
}
