using Vedette.Air;
using Vedette.Alerting.Evidence;
using Vedette.Alerting.Lifecycle;
using Vedette.Kernel;

namespace Vedette.Alerting.Statements;

/// <summary>
/// Writes what can be said of an incident: calm sentences, every figure from the ledger, each with the entries it rests on. What is
/// not known is said as an interval or not at all. Times are UTC; whoever shows the statement adds the local time.
/// </summary>
internal sealed class StatementWriter(WatchIdentity watch, IncidentLedger ledger, AlertRegister register, EvidenceWords words)
{
    private IReadOnlyList<AllClear> allClears = [];
    private IReadOnlyList<SearchArea> searches = [];
    private Instant qualifiedAt;

    /// <summary>Where lost objects may be.</summary>
    public void Seek(IReadOnlyList<SearchArea> areas) => searches = areas;

    /// <summary>What could have been missed, as it stands at a time.</summary>
    public void Qualify(IReadOnlyList<AllClear> clears, Instant now) => (allClears, qualifiedAt) = (clears, now);

    public IncidentStatement Write()
    {
        var lines = new List<StatementLine>(16);
        if (watch.Exercise) lines.Add(new("EXERCISE. Everything in this statement is simulated.", []));
        lines.Add(Span());
        lines.AddRange(Readiness());
        lines.AddRange(Objects());
        lines.Add(Identities());
        lines.Add(Classes());
        lines.AddRange(Alerts());
        lines.Add(ClosestApproach());
        lines.Add(Violations());
        lines.AddRange(Searches());
        lines.AddRange(CouldBeMissed());
        return new() { From = ledger.From, To = ledger.To, Exercise = watch.Exercise, Lines = lines };
    }

    private long[] Whole => ledger.FirstEntry == ledger.LastEntry ? [ledger.FirstEntry] : [ledger.FirstEntry, ledger.LastEntry];

    private StatementLine Span() => new(
        $"{watch.Name} watched from {Phrase.DateAndClock(ledger.From)} to {Phrase.DateAndClock(ledger.To)}, "
        + $"{Phrase.Duration(ledger.To.SecondsSince(ledger.From))}{(ledger.Ended ? "" : "; the watch goes on")}.", Whole);

    private IEnumerable<StatementLine> Readiness()
    {
        if (ledger.Periods.Count == 0)
        {
            yield return new("Readiness was not changed.", Whole);
            yield break;
        }

        for (var i = 0; i < ledger.Periods.Count; i++)
        {
            var period = ledger.Periods[i];
            var last = i + 1 == ledger.Periods.Count;
            var until = last ? ledger.To : ledger.Periods[i + 1].From;
            var lasted = last && ledger.Ended ? "" : last
                ? $", in force at the end of this statement, after {Phrase.Duration(until.SecondsSince(period.From))}"
                : $", until {Phrase.Clock(until)} ({Phrase.Duration(until.SecondsSince(period.From))})";
            yield return new($"Readiness {Phrase.Of(period.Level)} from {Phrase.Clock(period.From)}{lasted}; decided by {period.By}: {period.Why}", [period.Entry]);
        }
    }

    private IEnumerable<StatementLine> Objects()
    {
        yield return new(
            $"{Phrase.Count(ledger.Addresses, "aircraft identified itself", "aircraft identified themselves")} by transponder (different addresses).", Whole);
        var most = Math.Max(0, ledger.CountSilent() - ledger.HandedOverCount);
        var least = Math.Min(ledger.MostSilentAtOnce, most);
        var between = least == most ? $"{most}" : $"Between {least} and {most}";
        var basis = $"most at one time {ledger.MostSilentAtOnce}, track numbers {ledger.CountSilent()}, known hand-overs {ledger.HandedOverCount}";
        yield return new($"{between} {(most == 1 ? "object" : "objects")} without a transponder were tracked ({basis}).",
            ledger.MostSilentEntry > 0 ? Ordered([.. Whole, ledger.MostSilentEntry]) : Whole);
        if (ledger.CountBrief() is > 0 and var brief)
        {
            yield return new($"{Phrase.Count(brief, "further track was", "further tracks were")} seen too briefly to be counted: "
                + "clutter that was confirmed by chance, or pieces of the objects above.", Whole);
        }

        if (ledger.NeverConfirmed > 0)
        {
            yield return new($"{Phrase.Count(ledger.NeverConfirmed, "further detection was", "further detections were")} "
                + "followed for a short time and never confirmed as an object; they are in none of these counts.", Whole);
        }
    }

    private StatementLine Identities() => new(
        "These tracks by their last identity: " + Listed(ledger.CountByIdentity(), static i => Phrase.Of((Identity)i)) + ".", Whole);

    private StatementLine Classes() => new(
        "These tracks by their most probable class: " + Listed(ledger.CountByClass(), static i => Phrase.Of((ObjectClass)i)) + ".", Whole);

    private IEnumerable<StatementLine> Alerts()
    {
        var raised = Those(AlertEvent.EvidenceRose);
        if (raised.Count == 0)
        {
            yield return new("No alert was raised.", Whole);
            yield break;
        }

        var kinds = new int[Enum.GetValues<AlertKind>().Length];
        var numbers = new SortedSet<int>();
        foreach (var act in raised)
            if (numbers.Add(act.Alert.Value)) kinds[(int)act.Kind]++;
        var again = raised.Count == numbers.Count ? "" : $"; one of them was raised again {Phrase.Count(raised.Count - numbers.Count, "time", "times")}";
        yield return new(
            $"{Phrase.Count(numbers.Count, "alert was", "alerts were")} raised: {Listed(kinds, static i => Phrase.Of((AlertKind)i))}{again}.",
            Entries(raised));

        var acknowledged = Those(AlertEvent.Acknowledge);
        var waited = acknowledged.Count == 0 ? "" : $"; half of the answers came within {Phrase.Duration(Median(acknowledged))}";
        yield return new($"{Phrase.Count(acknowledged.Count, "alert was", "alerts were")} acknowledged by a person{waited}.", Entries(acknowledged));

        var byDeadline = Those(AlertEvent.DeadlinePassed);
        var byPerson = Those(AlertEvent.Escalate);
        if (byDeadline.Count + byPerson.Count > 0)
        {
            yield return new($"{byPerson.Count} escalated by a person, {byDeadline.Count} because nobody answered in time.",
                Ordered([.. Entries(byPerson), .. Entries(byDeadline)]));
        }

        var passed = Those(AlertEvent.EvidenceFell);
        var closed = Those(AlertEvent.Close);
        var superseded = Those(AlertEvent.Superseded);
        var open = register.CountOpen();
        yield return new(
            $"{passed.Count} closed when the threat passed, {closed.Count} closed by a person, {superseded.Count} went on as another alert, {open} still open.",
            Ordered([.. Entries(passed), .. Entries(closed), .. Entries(superseded)]));
    }

    private StatementLine ClosestApproach() => ledger.Closest is not { } closest
        ? new("No track of pending, unknown, suspect or hostile identity was measured that stayed outside protected airspace.", Whole)
        : new(
            $"Closest approach of those that stayed outside: {closest.Track}, {Phrase.FineDistance(closest.DistanceM)} "
            + $"(95 %: {Phrase.FineDistance(closest.DistanceM - (2 * closest.SigmaM))} to {Phrase.FineDistance(closest.DistanceM + (2 * closest.SigmaM))}) "
            + $"from {words.Name(closest.AirspaceId)} at {Phrase.Clock(closest.At)}.",
            [closest.Entry]);

    private StatementLine Violations()
    {
        var inside = Those(AlertEvent.EvidenceRose).FindAll(static act => act.Kind == AlertKind.Violation);
        if (inside.Count == 0)
        {
            return new(
                "No violation was detected by the sensors in use; this does not exclude objects that the sensors could not see.", Whole);
        }

        var different = new SortedSet<int>();
        foreach (var act in inside) different.Add(act.Alert.Value);
        return new(
            $"{Phrase.Count(different.Count, "violation was", "violations were")} detected by the sensors in use, the first at {Phrase.Clock(inside[0].At)}"
            + $"{(different.Count > 1 ? $", the last at {Phrase.Clock(inside[^1].At)}" : "")}; "
            + "this does not exclude objects that the sensors could not see.", Entries(inside));
    }

    private IEnumerable<StatementLine> Searches() => searches.SelectMany(static area => area.Reasons.Take(1).Select(reason =>
        new StatementLine($"{area.Alert} is open, {reason.Text}", [reason.Entry])));

    /// <summary>The sensors as they are at the end of the statement: what was out earlier that night is in the alerts and in the journal.</summary>
    private IEnumerable<StatementLine> CouldBeMissed()
    {
        foreach (var clear in allClears)
        {
            yield return new($"What the sensors could have missed, as they work at {Phrase.Clock(qualifiedAt)}:", [clear.Reasons[0].Entry]);
            foreach (var reason in clear.Reasons) yield return new(reason.Text, [reason.Entry]);
        }
    }

    private List<AlertAct> Those(AlertEvent what)
    {
        var found = new List<AlertAct>();
        foreach (var act in ledger.Acts)
            if (act.What == what) found.Add(act);
        return found;
    }

    /// <summary>The entries of the acts; where there were none, the whole span, for that is what "none" rests on.</summary>
    private long[] Entries(List<AlertAct> acts) => acts.Count == 0 ? Whole : Ordered([.. acts.ConvertAll(static act => act.Entry)]);

    /// <summary>Each entry once, oldest first.</summary>
    private static long[] Ordered(long[] entries) => [.. new SortedSet<long>(entries)];

    private static double Median(List<AlertAct> acts)
    {
        var waits = acts.ConvertAll(static act => act.WaitedS);
        waits.Sort();
        return waits[(waits.Count - 1) / 2];
    }

    private static string Listed(int[] counts, Func<int, string> name)
    {
        var parts = new List<string>();
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > 0) parts.Add($"{name(i)} {counts[i]}");
        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }
}
