using System.Globalization;
using Vedette.Air;
using Vedette.Eval;
using Vedette.Kernel;

namespace Vedette.Benchmarks.Crossing;

/// <summary>
/// Crossing forecasts against what came: <c>worlds</c> of other behaviours than the forecaster supposes, real <c>trajectories</c> among
/// synthetic airspaces, and the <c>truth</c> of airbench scenarios.
/// </summary>
internal static class CrossingExperiment
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["worlds", .. var seed]:
                Print("world", Worlds(seed is [var number] ? ulong.Parse(number, CultureInfo.InvariantCulture) : 0));
                return 0;
            case ["trajectories", var folder]:
                Print("real flights", Trajectories(folder));
                return 0;
            case ["truth", .. var folders]:
                Print("truth", [.. folders.Select(f => (Path.GetFileName(f.TrimEnd('/')), AirbenchTruth.Score(f)))]);
                return 0;
            default:
                Console.Error.WriteLine("crossing worlds [SEED] | crossing trajectories FOLDER | crossing truth FOLDER...");
                return 2;
        }
    }

    private static List<(string, CrossingScore)> Worlds(ulong seed)
    {
        var airspaces = new[]
        {
            BenchmarkAirspaces.Country(new SeededRandom(7)),
            BenchmarkAirspaces.Circle("town", 50.3, 24.1, 15e3, ceilingM: 2000),
        };
        return
        [
            .. Behaviours.All.Select((b, i) => (b.Name, CrossingTrial.Run(World.Make(b.Pilot, (100 * seed) + (ulong)i), airspaces))),
        ];
    }

    private static List<(string, CrossingScore)> Trajectories(string folder) =>
    [
        .. new[]
        {
            ("switzerland", ObjectClass.Unknown, 46.8, 8.2), ("switzerland", ObjectClass.Airliner, 46.8, 8.2), ("border_control", ObjectClass.LightAircraft, 51.0, 1.2),
            ("aircraft_carrier", ObjectClass.Patrol, 32.7, -118.2), ("alpi_italiane", ObjectClass.LightAircraft, 45.8, 11.0),
        }.Select(f => ($"{f.Item1} as {f.Item2}", CrossingTrial.Run(RealFlights.Read(Path.Combine(folder, f.Item1 + ".json.gz"), f.Item2), Zones(f.Item3, f.Item4)))),
    ];

    /// <summary>Circles on a grid of half degrees about a middle, of several sizes; every other one has limits of height.</summary>
    private static List<Airspace> Zones(double latitudeDeg, double longitudeDeg) =>
    [
        .. Enumerable.Range(0, 6).Select(i => BenchmarkAirspaces.Circle(
            $"zone-{i}",
            latitudeDeg + (0.5 * (i % 3 - 1)),
            longitudeDeg + (0.8 * ((i / 3) - 0.5)),
            8e3 * (1 + (i % 4)),
            i % 2 == 0 ? double.NegativeInfinity : 1000,
            i % 2 == 0 ? double.PositiveInfinity : 6000)),
    ];

    private static void Print(string what, IReadOnlyList<(string Name, CrossingScore Score)> rows)
    {
        Console.WriteLine($"{what,-30} {"forecasts",9} {"rate",6} | Brier skill 5, 10, 20 min | reliability error   | entries missed false p10 lead");
        foreach (var (name, score) in rows)
        {
            var h = score.Horizons;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-30} {h[1].Count,9} {h[1].BaseRate,6:F3} | {h[0].BrierSkill,7:F3} {h[1].BrierSkill,7:F3} {h[2].BrierSkill,7:F3}  | {h[0].ReliabilityError,6:F3} {h[1].ReliabilityError,6:F3} {h[2].ReliabilityError,6:F3} | {score.Entries,7} {score.Missed,6} {score.FalseAlerts,5} {score.TenthLeadS,8:F0}"));
        }

        var all = Enumerable.Range(0, CrossingScore.HorizonsS.Length).Select(h => Calibration.Joined(rows.Select(r => r.Score.Horizons[h]))).ToArray();
        Console.WriteLine("all together: said, came, number");
        for (var h = 0; h < all.Length; h++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  within {CrossingScore.HorizonsS[h] / 60} min: skill {all[h].BrierSkill:F3}, reliability error {all[h].ReliabilityError:F3}"));
            foreach (var bin in all[h].Reliability)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {bin.MeanForecast:F3}  {bin.Observed:F3}  {bin.Count,8}"));
        }
    }
}
