using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Benchmarks.Coverage;

/// <summary>
/// A border of three degrees, six radars of all sorts behind it that fail and come back by chance, and objects of four classes at six heights
/// that cross it on ways of their own. Nothing in it is known to the product but the sensors' descriptions.
/// </summary>
internal static class EntryWorld
{
    public const double BorderLongitudeDeg = 21;
    public const double DurationS = 2700;
    public const int Radars = 6;

    public static readonly ObjectClass[] Classes = [ObjectClass.SmallDrone, ObjectClass.OneWayDrone, ObjectClass.CruiseMissile, ObjectClass.LightAircraft];
    public static readonly double[] HeightsM = [30, 50, 100, 300, 1000, 3000];

    /// <summary>Objects of one class at one height in one world.</summary>
    public const int OfEach = 20;

    private const double South = 49.25, North = 51.75;
    private const double WarmUpS = 150;

    private static readonly FlightLimits Limits = new() { HeadingNoiseRad = 1 * Angle.RadiansPerDegree };

    public static Scenario Make(ulong seed)
    {
        var random = SeededRandom.For(seed, 0xC0);
        var stations = Enumerable.Range(0, Radars).Select(i => Radar(i, random)).ToList();
        return new()
        {
            Name = "entries",
            Seed = seed,
            Start = Instant.FromUtc(2026, 1, 17, 1),
            DurationS = DurationS,
            Stations = stations,
            Targets = Targets(random),
            Airspaces = [Box("home", AirspaceRole.Protected, 20, BorderLongitudeDeg), Box("away", AirspaceRole.Origin, BorderLongitudeDeg, 22.2)],
            Faults = [.. stations.SelectMany(s => Outages(s.Sensor.Name, random))],
        };
    }

    private static Station Radar(int index, SeededRandom random)
    {
        var periodS = 4 + random.Next(7);
        var referenceM = random.NextDouble(15e3, 110e3);
        return new()
        {
            Sensor = new()
            {
                Id = new SensorId(index),
                Name = $"radar-{index + 1}",
                Kind = index % 3 == 2 ? SensorKind.Radar3D : SensorKind.Radar2D,
                Position = Geodetic.FromDegrees(South + ((North - South) * (index + random.NextDouble(0.2, 0.8)) / Radars), BorderLongitudeDeg - random.NextDouble(0.05, 0.35), random.NextDouble(10, 120)),
                Source = new(0x7E, (byte)(index + 1)),
                Performance = new()
                {
                    PeriodS = periodS, MaxRangeM = Math.Min(1.3 * referenceM, 160e3), ReferenceRangeM = referenceM, DetectionProbability = random.NextDouble(0.8, 0.95),
                    ClutterPerScan = 3 + random.Next(12), SigmaElevationRad = index % 3 == 2 ? 0.3 * Angle.RadiansPerDegree : double.NaN, LatencyS = 0.4,
                },
            },
            PhaseS = random.NextDouble(0, periodS),
        };
    }

    /// <summary>Works for twelve minutes and is out for ten in the mean.</summary>
    private static IEnumerable<Fault> Outages(string feed, SeededRandom random)
    {
        for (var at = random.NextExponential(720); at < DurationS;)
        {
            var outS = random.NextExponential(600);
            yield return new Outage(feed, at, at + outS);
            at += outS + random.NextExponential(720);
        }
    }

    private static List<Target> Targets(SeededRandom random)
    {
        var targets = new List<Target>();
        foreach (var c in Classes)
            foreach (var heightM in HeightsM)
                for (var i = 0; i < OfEach; i++) targets.Add(new() { Number = targets.Count, Class = c, Plan = Plan(c, heightM, random) });
        return targets;
    }

    /// <summary>Sets out so far from the border that it takes some minutes, and flies at up to 35° from square to it.</summary>
    private static FlightPlan Plan(ObjectClass c, double heightM, SeededRandom random)
    {
        var speed = Speed(c) * random.NextDouble(0.9, 1.1);
        var runM = Math.Min(speed * random.NextDouble(200, 600), 65e3);
        var entry = Geodetic.FromDegrees(random.NextDouble(South + 0.1, North - 0.1), BorderLongitudeDeg, heightM);
        var plane = new EnuFrame(entry with { HeightM = 0 });
        var (sin, cos) = Math.SinCos(random.NextDouble(-0.6, 0.6));
        Geodetic Along(double metres) => plane.ToGeodetic(new(cos * metres, sin * metres, 0)) with { HeightM = heightM };
        return new()
        {
            StartS = (int)random.NextDouble(WarmUpS, DurationS - WarmUpS - (runM / speed)),
            Waypoints = [new(Along(runM), speed), new(Along(-3e3), speed)],
            Limits = Limits,
        };
    }

    private static double Speed(ObjectClass c) => ObjectProfile.Standard.First(p => p.Class == c).SpeedMps;

    private static Airspace Box(string id, AirspaceRole role, double west, double east) => new()
    {
        Id = id,
        Name = id,
        Role = role,
        Polygons = [[[Geodetic.FromDegrees(49, west), Geodetic.FromDegrees(49, east), Geodetic.FromDegrees(52, east), Geodetic.FromDegrees(52, west)]]],
    };
}
