using System.Diagnostics;
using Vedette.Air;
using Vedette.Assessment.Coverage;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Cost;

/// <summary>What coverage costs: of all sensors made for the first time, and put together anew when one fails, which is what must come within two seconds.</summary>
internal static class CoverageCost
{
    private const int Failures = 20;

    public static void Print(int sensors)
    {
        var directory = new SensorDirectory();
        var ids = Enumerable.Range(0, sensors).Select(i => directory.Put(Radar(i))).ToList();
        var watch = new CoverageWatch();
        watch.Know(directory);
        watch.Watch([Box("home", AirspaceRole.Protected, 20, 23), Box("away", AirspaceRole.Origin, 23, 26)], new(), null);
        var now = Instant.FromUtc(2026, 1, 17, 2);
        long entry = 0;
        void Hear(int but)
        {
            now = now.AddSeconds(1);
            for (var i = 0; i < ids.Count; i++)
                if (i != but) watch.Heard(new SensorMessage { Sensor = ids[i], Kind = SensorMessageKind.SectorCrossing, Time = now, ReceivedAt = now }, ++entry);
        }

        double Update()
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var told = watch.Update(now, ++entry);
            Invariant.Holds(told is not null, "a failure changes the coverage");
            return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }

        Hear(-1);
        var first = Update();
        var again = new List<double>();
        for (var f = 0; f < Failures; f++)
        {
            watch.Lost(ids[f % sensors], now, ++entry);
            again.Add(Update());
            Hear(-1);
            again.Add(Update());
        }

        again.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"coverage of {sensors} sensors: {first:F0} ms of processor time for the first time; {again[again.Count / 2]:F0} ms (median), {again[^1]:F0} ms (longest) when one fails or comes back"));
    }

    private static Sensor Radar(int i) => new()
    {
        Id = SensorId.None,
        Name = $"radar-{i + 1}",
        Kind = i % 3 == 2 ? SensorKind.Radar3D : SensorKind.Radar2D,
        Position = Geodetic.FromDegrees(49.2 + (0.13 * i), 22.9 - (0.8 * (i % 4)), 60),
        Performance = new() { PeriodS = 6, ReferenceRangeM = 220e3, MaxRangeM = 250e3, DetectionProbability = 0.95 },
    };

    private static Airspace Box(string id, AirspaceRole role, double west, double east) => new()
    {
        Id = id,
        Name = id,
        Role = role,
        Polygons = [[[Geodetic.FromDegrees(49, west), Geodetic.FromDegrees(49, east), Geodetic.FromDegrees(52, east), Geodetic.FromDegrees(52, west)]]],
    };
}
