using System.Globalization;
using Vedette.Air;
using Vedette.Assessment;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.GeoJson;

namespace Vedette.Benchmarks;

/// <summary>
/// Forecasts from the true motion of airbench scenarios (truth.csv, crossings.csv, zones.geojson) with the error of a good tracker added,
/// and holds them against what came: what the forecast itself can do, apart from the tracker. Targets without a transponder, outside and
/// within 100 km, as score.py counts them.
/// </summary>
internal static class ForecastCalibration
{
    private const double HorizonS = 600;
    private const double SigmaM = 60;
    private const double SigmaMps = 1.5;

    private readonly record struct Row(double T, int Id, string Class, Geodetic Position, Enu Velocity);

    private readonly record struct Outcome(double Probability, bool Entered, bool Fast);

    public static int Run(string[] folders)
    {
        var all = new List<Outcome>();
        foreach (var folder in folders)
        {
            var outcomes = Forecasts(folder);
            Print(Path.GetFileName(folder.TrimEnd('/')), outcomes);
            all.AddRange(outcomes);
        }

        Print("all", all);
        Print("slow", all.Where(o => !o.Fast).ToList());
        foreach (var bin in all.GroupBy(o => Math.Min((int)(o.Probability * 10), 9)).OrderBy(g => g.Key))
            Console.WriteLine($"  said {bin.Average(o => o.Probability):F3}  came {bin.Average(o => o.Entered ? 1 : 0):F3}  of {bin.Count()}");
        return 0;
    }

    private static void Print(string name, List<Outcome> outcomes)
    {
        var rate = outcomes.Average(o => o.Entered ? 1.0 : 0);
        var brier = outcomes.Average(o => Math.Pow(o.Probability - (o.Entered ? 1 : 0), 2));
        var bins = outcomes.GroupBy(o => Math.Min((int)(o.Probability * 10), 9)).ToList();
        var gap = bins.Sum(b => b.Count() * Math.Abs(b.Average(o => o.Probability) - b.Average(o => o.Entered ? 1.0 : 0))) / outcomes.Count;
        Console.WriteLine($"{name}: {outcomes.Count} forecasts, base rate {rate:F3}, Brier skill {1 - (brier / (rate * (1 - rate))):F3}, reliability error {gap:F3}");
    }

    private static List<Outcome> Forecasts(string folder)
    {
        var airspaces = AirspaceGeoJson.Read(File.ReadAllBytes(Path.Combine(folder, "zones.geojson")), "zone").Airspaces;
        var rows = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(Parse).ToList();
        var entries = File.ReadLines(Path.Combine(folder, "crossings.csv")).Skip(1).Select(line => line.Split(','))
            .Where(f => f[5] == "in").ToLookup(f => Number(f[0]), f => Number(f[2]));
        var end = rows.Max(r => r.T);
        var (assessor, random, seen, plots) = (new Assessor(), new SeededRandom(1), new Dictionary<int, double>(), 0);
        assessor.Watch(airspaces);
        var outcomes = new List<Outcome>();
        foreach (var epoch in rows.Where(r => r.Class is "drone" or "cruise").GroupBy(r => r.T).OrderBy(g => g.Key))
        {
            var truth = epoch.OrderBy(r => r.Id).ToArray();
            foreach (var row in truth) seen.TryAdd(row.Id, row.T);
            plots++;
            var assessments = assessor.Assess([.. truth.Select(r => Track(r, seen[r.Id], plots, random))], Instant.UnixEpoch.AddSeconds(epoch.Key));
            for (var i = 0; i < truth.Length; i++)
            {
                var crossing = assessments[i].Crossings.FirstOrDefault();
                if (epoch.Key + HorizonS > end || crossing is { DistanceM: <= 0 or > 100e3 }) continue;
                var entered = entries[truth[i].Id].Any(t => t > epoch.Key && t <= epoch.Key + HorizonS);
                outcomes.Add(new(crossing?.Within10Min ?? 0, entered, truth[i].Class == "cruise"));
            }
        }

        return outcomes;
    }

    private static Row Parse(string line)
    {
        var f = line.Split(',');
        return new(Number(f[0]), (int)Number(f[1]), f[2], Geodetic.FromDegrees(Number(f[3]), Number(f[4]), Number(f[5])), new(Number(f[7]), Number(f[6]), Number(f[8])));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Track Track(Row row, double firstSeen, int plots, SeededRandom random)
    {
        var covariance = default(Covariance6);
        for (var k = 0; k < 6; k++) covariance.Set(k, k, k < 3 ? SigmaM * SigmaM : SigmaMps * SigmaMps);
        var there = new EnuFrame(row.Position);
        var time = Instant.UnixEpoch.AddSeconds(row.T);
        var classes = default(ClassProbabilities);
        classes[(int)ObjectClass.Unknown] = 1;
        return new()
        {
            Number = new(row.Id),
            Status = TrackStatus.Confirmed,
            Existence = 1,
            Time = time,
            FirstSeen = Instant.UnixEpoch.AddSeconds(firstSeen),
            Plots = plots,
            Position = there.ToGeodetic(new(SigmaM * random.NextGaussian(), SigmaM * random.NextGaussian(), 0)),
            Velocity = new(row.Velocity.East + (SigmaMps * random.NextGaussian()), row.Velocity.North + (SigmaMps * random.NextGaussian()), row.Velocity.Up),
            Covariance = covariance,
            Classes = classes,
        };
    }
}
