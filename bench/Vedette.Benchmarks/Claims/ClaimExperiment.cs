using Vedette.Air;
using Vedette.Assessment.Integrity;

namespace Vedette.Benchmarks.Claims;

/// <summary>What the integrity watch makes of recorded claims: every finding, and how many reports were kept from the picture.</summary>
internal static class ClaimExperiment
{
    public static int Run(string[] files)
    {
        foreach (var file in files) Judge(file);
        return 0;
    }

    private static void Judge(string file)
    {
        var claims = StateVectors.Read(file, new SensorId(0));
        var watch = new IntegrityWatch();
        var found = new SortedDictionary<int, IntegrityFinding>();
        var doubted = 0;
        foreach (var claim in claims)
        {
            if (!watch.Trust(claim)) doubted++;
            Note(watch.Changes(claim.ReceivedAt));
        }

        void Note(IntegrityPicture? picture)
        {
            foreach (var finding in picture?.Findings ?? []) found[finding.Number] = finding;
        }

        var aircraft = claims.Select(c => c.Address).Distinct().Count();
        Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(file)}: {claims.Count} claims of {aircraft} aircraft, {doubted} doubted, {found.Count} findings"));
        foreach (var one in found.Values)
            Console.WriteLine($"  {one.Address} {one.Callsign} {one.Kind} {one.Since} to {one.Until?.ToString() ?? "the end"}, {one.Reports} reports: {one.Reasons[0].Text}");
    }
}
