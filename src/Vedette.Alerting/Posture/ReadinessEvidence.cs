using Vedette.Air;
using Vedette.Alerting.Evidence;
using Vedette.Alerting.Lifecycle;

namespace Vedette.Alerting.Posture;

/// <summary>How many alerts are open, by kind, and the entry of the newest of each.</summary>
internal readonly record struct OpenAlerts(int Violations, int Incursions, int Lost, long ViolationEntry, long IncursionEntry, long LostEntry)
{
    public static OpenAlerts In(AlertRegister register)
    {
        var counted = default(OpenAlerts);
        foreach (var one in register.Cases)
        {
            if (!one.Open) continue;
            counted = one.Alert.Kind switch
            {
                AlertKind.Violation => counted with { Violations = counted.Violations + 1, ViolationEntry = one.Subject.LastEntry },
                AlertKind.Incursion => counted with { Incursions = counted.Incursions + 1, IncursionEntry = one.Subject.LastEntry },
                AlertKind.LostTrack => counted with { Lost = counted.Lost + 1, LostEntry = one.Subject.LastEntry },
                _ => counted,
            };
        }

        return counted;
    }
}

/// <summary>The sentences behind a recommendation: counts with their kind and the journal entry of the newest example.</summary>
internal static class ReadinessEvidence
{
    public static IReadOnlyList<Reason> Of(in PictureCounts counts, in OpenAlerts open, ReadinessLevel called, ReadinessLevel posture, double stoodS, long entry)
    {
        var said = new List<Reason>(6);
        if (open.Violations > 0) said.Add(new($"{Phrase.Count(open.Violations, "object", "objects")} inside protected airspace (violation alerts open)", open.ViolationEntry));
        if (counts.MissilesApproaching > 0)
            said.Add(new($"{Phrase.Count(counts.MissilesApproaching, "missile-like object approaches", "missile-like objects approach")} protected airspace", entry));
        if (open.Incursions > 0)
            said.Add(new($"{Phrase.Count(open.Incursions, "object", "objects")} likely to enter within 10 min (incursion alerts open)", open.IncursionEntry));
        if (open.Lost > 0) said.Add(new($"{Phrase.Count(open.Lost, "track of interest", "tracks of interest")} lost and not explained", open.LostEntry));
        if (counts.SuspectOrHostileApproaching + counts.UnknownApproaching > 0)
        {
            said.Add(new(
                $"{counts.SuspectOrHostileApproaching} suspect or hostile and {Phrase.Count(counts.UnknownApproaching, "unknown track", "unknown tracks")} "
                + $"approach; the most likely to enter within 20 min is {counts.HighestTrack} with {Phrase.Percent(counts.Highest)}",
                counts.HighestEntry));
        }

        if (called == ReadinessLevel.Normal)
        {
            // Minutes matter to who waits to stand down; a quiet watch need not count them.
            said.Add(new(posture == ReadinessLevel.Normal || stoodS < 60
                ? "Nothing calls for a higher level"
                : $"Nothing has called for a higher level for {Math.Floor(stoodS / 60):0} min", entry));
        }

        return said;
    }
}
