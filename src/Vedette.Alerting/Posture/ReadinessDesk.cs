using Vedette.Air;
using Vedette.Alerting.Evidence;
using Vedette.Alerting.Lifecycle;
using Vedette.Kernel;

namespace Vedette.Alerting.Posture;

/// <summary>
/// Recommends a readiness level from counted evidence, with dwell upwards and a quiet time downwards. It never decides: the level in
/// force changes only by a person's command.
/// </summary>
internal sealed class ReadinessDesk(AlertPolicy policy)
{
    private ReadinessLevel wanted;
    private Instant wantedSince;
    private Instant toldAt;
    private bool begun;
    private IReadOnlyList<AllClear> allClears = [];

    public ReadinessStatus Status { get; private set; } = new()
    {
        Level = ReadinessLevel.Normal,
        Since = Instant.MinValue,
        DecidedBy = AlertCase.Vedette,
        Recommended = ReadinessLevel.Normal,
        Evidence = [new("Nothing has been seen yet")],
    };

    /// <summary>What could have been missed: who stands down should know it.</summary>
    public void Qualify(IReadOnlyList<AllClear> clears) => allClears = clears;

    /// <summary>The status where it changed, else null.</summary>
    public ReadinessStatus? Look(in PictureCounts counts, AlertRegister register, Instant now, long entry)
    {
        var open = OpenAlerts.In(register);
        var called = CalledFor(counts, open);
        if (!begun) return Begin(called, counts, open, now, entry);
        if (called != wanted) (wanted, wantedSince) = (called, now);
        var recommended = Recommend(now.SecondsSince(wantedSince));
        if (recommended == Status.Recommended && now.SecondsSince(toldAt) < policy.ReadinessToldEveryS) return null;
        IReadOnlyList<Reason> evidence = [.. ReadinessEvidence.Of(counts, open, wanted, Status.Level, now.SecondsSince(wantedSince), entry), .. Verdicts()];
        toldAt = now;
        if (recommended == Status.Recommended && SameWords(evidence, Status.Evidence)) return null;
        return Status = Status with { Recommended = recommended, Evidence = evidence };
    }

    /// <summary>A person decides. Null where the level was in force already.</summary>
    public ReadinessStatus? Decide(SetReadiness command, Instant now, long entry)
    {
        if (Status.Level == command.Level) return null;

        // The quiet time counts from the decision as well: who just raised the level is not told to stand down.
        (begun, toldAt, wantedSince) = (true, now, now);
        var decision = new Reason($"{command.By} set {Phrase.Of(command.Level)}: {command.Why}", entry);
        Status = Status with
        {
            Level = command.Level,
            Since = now,
            DecidedBy = command.By,
            Evidence = [decision, .. Status.Evidence],
        };
        return Status = Status with { Recommended = Recommend(now.SecondsSince(wantedSince)) };
    }

    /// <summary>The first picture: says that the watch has begun, whatever it holds.</summary>
    private ReadinessStatus Begin(ReadinessLevel called, in PictureCounts counts, in OpenAlerts open, Instant now, long entry)
    {
        (begun, wanted, wantedSince, toldAt) = (true, called, now, now);
        return Status = Status with { Since = now, Evidence = ReadinessEvidence.Of(counts, open, called, Status.Level, 0, entry) };
    }

    /// <summary>The level that the picture calls for at this moment, without any memory.</summary>
    private ReadinessLevel CalledFor(in PictureCounts counts, in OpenAlerts open)
    {
        if (open.Violations > 0 || open.Incursions >= policy.HeightenedIncursions || counts.MissilesApproaching > 0) return ReadinessLevel.Heightened;
        return open.Incursions > 0 || open.Lost > 0 || counts.SuspectOrHostileApproaching >= policy.PreventiveApproaching
            ? ReadinessLevel.Preventive
            : ReadinessLevel.Normal;
    }

    /// <summary>
    /// From what the picture has called for <paramref name="stoodS"/> seconds. Upwards after a dwell, downwards after a quiet time;
    /// back to normal only by way of stand-down.
    /// </summary>
    private ReadinessLevel Recommend(double stoodS)
    {
        // Stand-down ranks with normal: evidence lifts out of it as it lifts out of normal.
        var (standing, quiet) = (Rank(Status.Recommended), stoodS >= policy.ReadinessQuietS);
        if (Rank(wanted) > standing) return stoodS >= policy.ReadinessRiseS ? wanted : Status.Recommended;
        if (Rank(wanted) < standing && !quiet) return Status.Recommended;
        if (wanted != ReadinessLevel.Normal) return wanted;
        return Status.Level switch
        {
            ReadinessLevel.Normal => ReadinessLevel.Normal,
            ReadinessLevel.StandDown => quiet ? ReadinessLevel.Normal : ReadinessLevel.StandDown,
            _ when quiet => ReadinessLevel.StandDown,
            _ => standing > 0 ? Status.Recommended : Status.Level,
        };
    }

    /// <summary>Said where nothing calls for readiness any more: that is when somebody might say "clear".</summary>
    private IEnumerable<Reason> Verdicts() =>
        wanted == ReadinessLevel.Normal && Status.Level != ReadinessLevel.Normal ? allClears.Select(static clear => clear.Reasons[0]) : [];

    private static int Rank(ReadinessLevel level) => level switch
    {
        ReadinessLevel.Preventive => 1,
        ReadinessLevel.Heightened => 2,
        _ => 0,
    };

    private static bool SameWords(IReadOnlyList<Reason> a, IReadOnlyList<Reason> b)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            if (a[i].Text != b[i].Text) return false;
        return true;
    }
}
