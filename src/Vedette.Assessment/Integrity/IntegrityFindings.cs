using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>All findings, by number; numbers are never used again.</summary>
internal sealed class IntegrityFindings
{
    private readonly SortedDictionary<int, IntegrityFinding> findings = [];
    private int lastNumber;

    public bool HasChanged { get; private set; }

    public int Open(IntegrityFinding finding)
    {
        findings.Add(++lastNumber, finding with { Number = lastNumber });
        HasChanged = true;
        return lastNumber;
    }

    /// <summary>One more report while it lasts.</summary>
    public void Count(int number) => findings[number] = findings[number] with { Reports = findings[number].Reports + 1 };

    public void Close(int number, Instant at, Reason how)
    {
        var finding = findings[number];
        findings[number] = finding with { Until = Instant.Max(at, finding.Since), Reasons = [.. finding.Reasons, how] };
        HasChanged = true;
    }

    public IReadOnlyList<IntegrityFinding> Take(Instant now)
    {
        foreach (var (number, finding) in findings.ToArray())
            if (finding.Until is { } until && now.SecondsSince(until) > IntegrityRules.KeepEndedS) findings.Remove(number);
        HasChanged = false;
        return [.. findings.Values];
    }
}
