using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Tests.Sensors;

public class RadarModelTests
{
    [Theory]
    [InlineData(60, true)]
    [InlineData(80, false)]
    public void A_target_at_100_m_is_seen_inside_the_radio_horizon_and_not_beyond(double distanceKm, bool seen)
    {
        // 4/3 earth: 32 km for an antenna at 60 m and 41 km for a target at 100 m.
        var place = Geodesic.Direct(Worlds.Site, 1, distanceKm * 1000) with { HeightM = 100 };
        Assert.Equal(seen, Looks(Worlds.Straight(0, ObjectClass.Airliner, place, 1 + (Math.PI / 2), 1), 40) > 0);
    }

    [Fact]
    public void A_target_of_one_square_metre_at_the_reference_range_is_detected_four_times_in_five()
    {
        Assert.Equal(0.8, Detection.Swerling1(1, Detection.Snr(1, 200e3, 200e3)), 9);
        Assert.True(Detection.Swerling1(1, Detection.Snr(1, 200e3, 100e3)) > 0.95);
        Assert.True(Detection.Swerling1(1, Detection.Snr(0.1, 200e3, 200e3)) < 0.3);
    }

    [Fact]
    public void The_share_of_scans_with_a_detection_is_the_probability_of_the_model()
    {
        var place = Geodesic.Direct(Worlds.Site, 1, 150e3) with { HeightM = 3000 };
        var expected = Detection.Swerling1(1, Detection.Snr(0.1, 250e3, 150e3));
        var share = Looks(Worlds.Straight(0, ObjectClass.OneWayDrone, place, 1 + (Math.PI / 2), 1), 2000, referenceRangeM: 250e3) / 2000.0;
        Assert.Equal(expected, share, 0.04);
    }

    [Fact]
    public void Echoes_come_in_the_order_of_the_beam_and_inside_their_rotation()
    {
        var scenario = Worlds.Mixed();
        var radar = new RadarModel(Worlds.Radar(clutter: 40), scenario.Seed, 0);
        var echoes = new List<RadarEcho>();
        var sky = new Sky(scenario.Targets, scenario.Seed, 0);
        for (; sky.NowS < 30; sky.Step())
        {
        }

        radar.Scan(3, sky, [], echoes);
        Assert.True(echoes.Count > 20);
        Assert.Equal(echoes.Select(e => e.TimeS).Order(), echoes.Select(e => e.TimeS));
        Assert.All(echoes, e => Assert.InRange(e.TimeS, radar.NorthS(3), radar.NorthS(4)));
    }

    [Fact]
    public void Two_primary_echoes_in_one_cell_become_one_and_a_reply_stays_apart()
    {
        RadarEcho At(double rangeM, double azimuthRad, PlotKind kind) => new() { TimeS = 0, Kind = kind, RangeM = rangeM, AzimuthRad = azimuthRad };
        List<RadarEcho> echoes =
            [At(50_000, 1, PlotKind.Primary), At(50_100, 1.01, PlotKind.Primary), At(50_050, 1.005, PlotKind.Combined), At(51_000, 1, PlotKind.Primary)];
        EchoMerging.Merge(echoes, 200, 0.03);
        Assert.Equal(3, echoes.Count);
        Assert.Contains(echoes, e => e.Kind == PlotKind.Primary && Math.Abs(e.RangeM - 50_050) < 1e-9 && Math.Abs(e.AzimuthRad - 1.005) < 1e-9);
    }

    private static int Looks(Target target, int rotations, double referenceRangeM = 400e3)
    {
        var station = Worlds.Radar(secondary: false);
        station = station with { Sensor = station.Sensor with { Performance = station.Sensor.Performance with { ReferenceRangeM = referenceRangeM } } };
        var radar = new RadarModel(station, 9, 0);
        var sky = new Sky([target], 9, 0);
        var echoes = new List<RadarEcho>();
        var found = 0;
        for (var rotation = 0; rotation < rotations; rotation++)
        {
            while (sky.NowS < radar.NorthS(rotation + 1)) sky.Step();
            radar.Scan(rotation, sky, [], echoes);
            found += echoes.Count;
        }

        return found;
    }
}
