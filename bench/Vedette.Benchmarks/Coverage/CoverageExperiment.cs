using System.Globalization;
using Vedette.Eval;

namespace Vedette.Benchmarks.Coverage;

/// <summary>
/// Predicted against observed misses, by class and height: simulated entries under random outages of the sensors. The prediction is the
/// product's live coverage; the observation is the simulator's own sensors through the real tracker.
/// </summary>
internal static class CoverageExperiment
{
    /// <summary>So many worlds that chance is below a point in each cell: objects of one world share its sensors and their outages.</summary>
    private const int Worlds = 72;

    public static int Run(string[] args)
    {
        var c = CultureInfo.InvariantCulture;
        if (args.Length > 3 || args.Take(2).Any(a => !ulong.TryParse(a, c, out _)))
        {
            Console.Error.WriteLine("coverage [WORLDS [FIRST-SEED [PLOT.svg]]]");
            return 2;
        }

        var worlds = args.Length > 0 ? int.Parse(args[0], c) : Worlds;
        var first = args.Length > 1 ? ulong.Parse(args[1], c) : 1;
        var entries = new List<Entry>();
        var counted = new List<double>();
        for (var i = 0; i < worlds; i++)
        {
            entries.AddRange(EntryTrial.Run(first + (ulong)i, counted));
            Console.Error.Write($"\rworld {i + 1} of {worlds}: {entries.Count} entries   ");
        }

        Console.Error.WriteLine();
        Print(entries);
        counted.Sort();
        Console.WriteLine(FormattableString.Invariant($"{counted.Count} failures of sensors: counted out after {counted[counted.Count / 2]:F2} s (median), {counted[(int)(0.95 * counted.Count)]:F2} s (95 of 100), {counted[^1]:F2} s (longest), in the journal's time"));
        if (args.Length > 2)
        {
            File.WriteAllText(args[2], ReliabilityPlot.Svg(entries));
            Console.WriteLine($"reliability plot: {args[2]}");
        }

        return 0;
    }

    /// <summary>Standard deviation of observed minus predicted by chance: worlds are independent, the entries of one are not.</summary>
    private static double Chance(List<Entry> cell) =>
        Math.Sqrt(cell.GroupBy(e => e.World).Sum(world => Math.Pow(world.Sum(e => (e.Missed ? 1 : 0) - e.Predicted), 2))) / cell.Count;

    private static void Print(List<Entry> entries)
    {
        Console.WriteLine($"{entries.Count} entries; missed: predicted -> observed, difference in points (± one standard deviation of chance)");
        Console.WriteLine($"{"class",-14}{string.Concat(EntryWorld.HeightsM.Select(h => $"{h,7:0} m{"",17}"))}");
        var worst = 0.0;
        foreach (var c in EntryWorld.Classes)
        {
            Console.Write($"{c,-14}");
            for (var h = 0; h < EntryWorld.HeightsM.Length; h++)
            {
                var cell = entries.FindAll(e => e.Class == c && e.Height == h);
                var (said, came) = (cell.Average(e => e.Predicted), cell.Average(e => e.Missed ? 1.0 : 0));
                var chance = Chance(cell);
                worst = Math.Max(worst, Math.Abs(said - came));
                Console.Write(FormattableString.Invariant($"{said,6:F3}->{came:F3} {100 * (came - said),5:+0.0;-0.0} ±{100 * chance:0.0}  "));
            }

            Console.WriteLine();
        }

        var all = new Calibration();
        foreach (var e in entries) all.Add(e.Predicted, e.Missed);
        Console.WriteLine(FormattableString.Invariant($"greatest difference {100 * worst:0.0} points; reliability error {all.ReliabilityError:F3}; Brier skill {all.BrierSkill:F3}"));
        foreach (var bin in all.Reliability) Console.WriteLine(FormattableString.Invariant($"  said {bin.MeanForecast:F3}  came {bin.Observed:F3}  {bin.Count,7}"));
    }
}
