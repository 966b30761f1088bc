using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Tests.Senders;

public class EncodingTests
{
    private const double RangeLsbM = Length.MetresPerNauticalMile / 256;
    private const double AzimuthLsbRad = 2 * Math.PI / 65536;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Radar_plots_decode_to_what_was_measured_within_half_a_bit(int station)
    {
        var scenario = Worlds.Mixed();
        var decoded = Decoded.All(new SimulatedWorld(scenario), scenario.Start);
        Assert.Empty(decoded.Refusals);
        var plots = decoded.Plots.Where(p => p.Sensor.Value == station).ToList();
        var echoes = Echoes(scenario, station).Where(e => e.TimeS >= 0 && e.TimeS < 100).ToList();
        Assert.True(echoes.Count > 50);
        foreach (var echo in echoes)
        {
            var plot = plots.Single(p => Math.Abs(p.TimeOfApplicability.SecondsSince(scenario.Start) - echo.TimeS) < 1.01 / 128
                && Math.Abs(p.RangeM - echo.RangeM) < 50);
            Assert.Equal(echo.RangeM, plot.RangeM, (RangeLsbM / 2) + 1e-6);
            Assert.Equal(0, Angle.WrapSigned(echo.AzimuthRad - plot.AzimuthRad), (AzimuthLsbRad / 2) + 1e-9);
            Assert.Equal(echo.Kind, plot.Kind);
            if (double.IsFinite(echo.ElevationRad)) Assert.Equal(echo.ElevationRad, plot.ElevationRad, (25 * 0.3048 / echo.RangeM) + 1e-4);
            if (echo.Target?.Transponder is not { } transponder || echo.Kind == PlotKind.Primary) continue;
            Assert.Equal(transponder.Address, plot.Address?.Value);
            Assert.Equal(transponder.Code, plot.Code);
            Assert.Equal("TST123", plot.Callsign.ToString());
            Assert.Equal(Atmosphere.At(echo.State.Place.HeightM).Metres, plot.Altitude?.Metres ?? double.NaN, 25 * 0.3048);
        }
    }

    [Fact]
    public void A_radar_tells_north_once_and_sectors_32_times_a_rotation()
    {
        var scenario = Worlds.Mixed() with { Stations = [Worlds.Radar()], Targets = [] };
        var messages = Decoded.All(new SimulatedWorld(scenario), scenario.Start).Messages;
        var norths = messages.Where(m => m.Kind == SensorMessageKind.NorthMarker).ToList();
        Assert.InRange(norths.Count, 23, 24);
        Assert.All(norths, n => Assert.Equal(5, n.RotationS));
        Assert.All(norths.Zip(norths.Skip(1)), pair => Assert.Equal(5, pair.Second.Time.SecondsSince(pair.First.Time), 0.01));
        var between = messages.Count(m => m.Kind == SensorMessageKind.SectorCrossing && m.Time >= norths[2].Time && m.Time < norths[3].Time);
        Assert.Equal(32, between);
        Assert.Equal(Worlds.Site.LatitudeRad, norths[0].Position?.LatitudeRad ?? 0, 1e-6);
    }

    [Fact]
    public void Plots_of_a_radar_are_where_the_targets_are()
    {
        var scenario = Worlds.Mixed(durationS: 60) with { Stations = [Worlds.Radar()] };
        var frame = new EnuFrame(Worlds.Site);
        var truth = new SimulatedWorld(scenario).Truth(scenario.Start, 1).ToDictionary(t => t.At, t => t.Targets);
        var plots = Decoded.All(new SimulatedWorld(scenario), scenario.Start).Plots.Where(p => p.TimeOfApplicability >= scenario.Start).ToList();
        Assert.True(plots.Count > 20);
        foreach (var plot in plots)
        {
            var second = scenario.Start.AddSeconds(Math.Round(plot.TimeOfApplicability.SecondsSince(scenario.Start)));
            Assert.Contains(truth[second], t =>
            {
                var look = frame.Look(t.State.Position);
                return Math.Abs(look.RangeM - plot.RangeM) < 450 && Math.Abs(Angle.WrapSigned(look.AzimuthRad - plot.AzimuthRad)) < 0.02;
            });
        }
    }

    [Fact]
    public void Broadcasts_decode_to_the_place_within_the_claimed_accuracy_with_callsign_and_velocity()
    {
        var scenario = Worlds.Mixed() with { Stations = [Worlds.Receiver()] };
        var decoded = Decoded.All(new SimulatedWorld(scenario), scenario.Start);
        Assert.Empty(decoded.Refusals);
        var truth = new SimulatedWorld(scenario).Truth(scenario.Start, 1).ToDictionary(t => t.At, t => t.Targets);
        var placed = decoded.Plots.Where(p => p.Position is not null).ToList();
        Assert.True(placed.Count > 150);
        Assert.All(decoded.Plots, p => Assert.Equal(Worlds.Civil.Address, p.Address?.Value));
        Assert.Contains(decoded.Plots, p => p.Callsign.ToString() == "TST123");
        Assert.Contains(placed, p => Math.Abs(Math.Sqrt((p.VelocityEastMps * p.VelocityEastMps) + (p.VelocityNorthMps * p.VelocityNorthMps)) - 220) < 1);
        foreach (var plot in placed)
        {
            var t = plot.TimeOfApplicability.SecondsSince(scenario.Start);
            var second = scenario.Start.AddSeconds(Math.Floor(t));
            if (!truth.TryGetValue(second, out var at) || plot.Position is not { } place) continue;
            var target = at.Single(s => s.Target.Number == 0);
            var moved = Geodesic.Direct(target.State.Place, target.State.HeadingRad, 220 * (t - Math.Floor(t)));
            Assert.True(Geodesic.Inverse(moved, place).DistanceM < 80);
        }
    }

    private static IEnumerable<RadarEcho> Echoes(Scenario scenario, int station)
    {
        var radar = new RadarModel(scenario.Stations[station], scenario.Seed, station);
        var sky = new Sky(scenario.Targets, scenario.Seed, -30);
        var echoes = new List<RadarEcho>();
        for (var rotation = radar.RotationAt(-20); radar.NorthS(rotation + 1) < scenario.DurationS; rotation++)
        {
            while (sky.NowS < radar.NorthS(rotation + 1)) sky.Step();
            radar.Scan(rotation, sky, scenario.Clutter, echoes);
            foreach (var echo in echoes) yield return echo;
        }
    }
}
