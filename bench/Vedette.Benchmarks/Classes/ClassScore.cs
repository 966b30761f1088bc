using System.Globalization;
using Vedette.Air;
using Vedette.Eval;

namespace Vedette.Benchmarks.Classes;

/// <summary>Class probabilities against what the objects were: a confusion matrix of the most probable class, and how far the probabilities mean what they say.</summary>
internal sealed class ClassScore
{
    private static readonly ObjectClass[] Kinds = Enum.GetValues<ObjectClass>();

    private readonly int[,] confusion = new int[Kinds.Length, Kinds.Length];
    private readonly Calibration best = new();
    private readonly Calibration every = new();

    /// <summary>Takes one track at one time.</summary>
    public void Add(in ClassProbabilities said, ObjectClass truth)
    {
        confusion[(int)truth, (int)said.Best]++;
        best.Add(said.Of(said.Best), said.Best == truth);
        foreach (var kind in Kinds) every.Add(said.Of(kind), kind == truth);
    }

    public void Print(string name)
    {
        var right = Kinds.Sum(k => confusion[(int)k, (int)k]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {best.Count} looks, right {right / (double)Math.Max(best.Count, 1):F3}, expected calibration error {best.ReliabilityError:F3} (of the most probable class), {every.ReliabilityError:F4} (of every class)"));
        var met = Kinds.Where(k => Kinds.Any(o => confusion[(int)k, (int)o] + confusion[(int)o, (int)k] > 0)).ToArray();
        Console.WriteLine($"  {"truth \\ said",-14}" + string.Concat(met.Select(k => $"{k,14}")));
        foreach (var truth in met.Where(t => met.Any(s => confusion[(int)t, (int)s] > 0)))
            Console.WriteLine($"  {truth,-14}" + string.Concat(met.Select(said => $"{confusion[(int)truth, (int)said],14}")));
        foreach (var bin in best.Reliability)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    said {bin.MeanForecast:F3}  right {bin.Observed:F3}  of {bin.Count}"));
    }
}
