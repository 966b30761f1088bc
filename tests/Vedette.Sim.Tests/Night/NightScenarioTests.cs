using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Night;

namespace Vedette.Sim.Tests.Night;

public class NightScenarioTests
{
    private static readonly Scenario Night = NightScenario.Create();

    [Fact]
    public void The_night_has_500_drones_40_missiles_300_airliners_and_its_sensors()
    {
        Assert.Equal(500, Night.Targets.Count(t => t.Class == ObjectClass.OneWayDrone));
        Assert.Equal(40, Night.Targets.Count(t => t.Class is ObjectClass.CruiseMissile or ObjectClass.Ballistic));
        Assert.InRange(Night.Targets.Count(t => t.Class == ObjectClass.Ballistic), 2, 8);
        Assert.Equal(300, Night.Targets.Count(t => t.Class == ObjectClass.Airliner && t.Transponder is { Broadcasts: true }));
        Assert.True(Night.Stations.Count(s => s.Sensor.Kind is SensorKind.Radar2D or SensorKind.Radar3D) >= 12);
        Assert.Equal(2, Night.Stations.Count(s => s.Sensor.Kind == SensorKind.Adsb));
        Assert.InRange(Night.Stations.Count(s => s.Sensor.Kind == SensorKind.Acoustic), 60, 150);
    }

    [Fact]
    public void Addresses_and_codes_of_the_night_are_its_own_and_none_is_an_emergency()
    {
        var transponders = Night.Targets.Select(t => t.Transponder).OfType<Sim.Truth.Transponder>().ToList();
        Assert.Equal(transponders.Count, transponders.Select(t => t.Address).Distinct().Count());
        Assert.DoesNotContain(transponders, t => t.Code == Mode3A.Hijack || t.Code == Mode3A.RadioFailure || t.Code == Mode3A.Emergency);
        Assert.All(transponders, t => Assert.InRange(t.Code.Value, 1, 0xFFF));
    }

    [Fact]
    public void The_border_is_530_km_long_and_the_protected_side_is_west_of_it()
    {
        var length = Border.Line.Zip(Border.Line.Skip(1), (a, b) => Geodesic.Inverse(a, b).DistanceM).Sum();
        Assert.InRange(length, 529_900, 530_100);
        Assert.True(Border.EastOfKm(Geodetic.FromDegrees(50.3, 25.5)) > 50);
        Assert.True(Border.EastOfKm(Geodetic.FromDegrees(50.3, 21.5)) < -50);
        Assert.Equal(7, Border.EastOfKm(Border.East(50.4, 7)), 6);
    }

    [Fact]
    public void The_border_as_GeoJSON_has_a_line_and_a_closed_polygon()
    {
        using var json = JsonDocument.Parse(BorderGeoJson.Text());
        var features = json.RootElement.GetProperty("features");
        Assert.Equal("LineString", features[0].GetProperty("geometry").GetProperty("type").GetString());
        var ring = features[1].GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.Equal(ring[0].ToString(), ring[ring.GetArrayLength() - 1].ToString());
        Assert.True(ring.GetArrayLength() > 500);
    }

    [Fact]
    public void A_handful_of_strays_enters_the_protected_side_and_the_first_does_so_a_quarter_of_an_hour_into_the_demo()
    {
        var entries = new SortedDictionary<int, Instant>();
        foreach (var (at, targets) in new SimulatedWorld(Night).Truth(Night.Start, 5))
        {
            foreach (var sample in targets)
            {
                if (sample.Target.Transponder is not null || Border.EastOfKm(sample.State.Place) >= 0) continue;
                entries.TryAdd(sample.Target.Number, at);
            }
        }

        Assert.InRange(entries.Count, 5, 10);
        Assert.InRange(entries.Values.Min().SecondsSince(NightScenario.DemoStart), 600, 1200);
    }
}
