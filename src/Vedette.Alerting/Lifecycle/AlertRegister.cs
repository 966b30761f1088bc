using Vedette.Air;
using Vedette.Alerting.Statements;
using Vedette.Kernel;

namespace Vedette.Alerting.Lifecycle;

/// <summary>All alerts of the watch, open and lately closed, in the order of their numbers. Numbers are never used again.</summary>
internal sealed class AlertRegister(AlertPolicy policy, IncidentLedger ledger)
{
    private readonly List<AlertCase> cases = [];
    private Alert[] values = [];
    private LostObject[] lost = [];
    private int next = 1;

    /// <summary>Every alert as it stands. The list is a value: it does not change when the watch goes on.</summary>
    public IReadOnlyList<Alert> Alerts => values;

    public IReadOnlyList<AlertCase> Cases => cases;

    public AlertCase Raise(AlertKind kind, in Track track, string airspaceId, in Figures figures, IReadOnlyList<Reason> reasons, Instant now)
    {
        var raised = new AlertCase(new(next++), kind, track, airspaceId, figures, reasons, now);
        cases.Add(raised);
        ledger.Happened(raised, AlertEvent.EvidenceRose, AlertCase.Vedette, now, reasons[0].Entry);
        return raised;
    }

    /// <summary>Lets something happen to an alert, and notes it in the ledger where it did.</summary>
    public bool Apply(AlertCase which, AlertEvent what, string by, Reason reason, Instant now)
    {
        if (!which.Apply(what, by, reason, now)) return false;
        ledger.Happened(which, what, by, now, reason.Entry);
        return true;
    }

    public void Supersede(AlertCase which, AlertCase by, Reason reason, Instant now)
    {
        if (!which.Supersede(by, reason, now)) return;
        ledger.Happened(which, AlertEvent.Superseded, AlertCase.Vedette, now, reason.Entry);
    }

    public AlertCase? Find(int number)
    {
        int low = 0, high = cases.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var there = cases[middle].Alert.Number.Value;
            if (there == number) return cases[middle];
            if (there < number) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    public int CountOpen()
    {
        var count = 0;
        foreach (var one in cases)
            if (one.Open) count++;
        return count;
    }

    /// <summary>Objects whose cases are open, in the order of their numbers; the same list while none begins or ends.</summary>
    public IReadOnlyList<LostObject> Lost()
    {
        var count = 0;
        var same = true;
        foreach (var one in cases)
        {
            if (one.Alert.Kind != AlertKind.LostTrack || !one.Open) continue;
            same &= count < lost.Length && lost[count].Alert == one.Alert.Number;
            count++;
        }

        if (same && count == lost.Length) return lost;
        return lost = [.. cases.Where(static one => one.Alert.Kind == AlertKind.LostTrack && one.Open).Select(static one => new LostObject(one.Alert.Number, one.Subject))];
    }

    /// <summary>Reminds and escalates what nobody answers.</summary>
    public void KeepDeadlines(Instant now, long entry)
    {
        foreach (var one in cases)
        {
            if (one.Alert.State == AlertState.Raised) Await(one, now, entry);
            else if (one.Alert is { State: AlertState.Acknowledged, Kind: AlertKind.LostTrack } && now.SecondsSince(one.WaitingSince) >= policy.RemindLostEveryS)
                Apply(one, AlertEvent.ReminderDue, AlertCase.Vedette, Waited("Still missing, and its case still open", one, now, entry), now);
            else if (one.Alert.State == AlertState.Escalated && now.SecondsSince(one.WaitingSince) >= policy.RemindEveryS)
                Apply(one, AlertEvent.ReminderDue, AlertCase.Vedette, Waited("Escalated and still not acknowledged after", one, now, entry), now);
        }
    }

    /// <summary>The alerts that changed since this was last asked, in the order of their numbers.</summary>
    public IReadOnlyList<Alert> TakeChanges(Instant now)
    {
        var (count, stale) = (0, 0);
        foreach (var one in cases)
        {
            if (one.Changed) count++;
            else if (Stale(one, now)) stale++;
        }

        if (count + stale == 0) return [];
        if (stale > 0) Forget(now);
        var changed = new List<Alert>(count);
        values = new Alert[cases.Count];
        for (var i = 0; i < cases.Count; i++)
        {
            values[i] = cases[i].Alert;
            if (cases[i].Changed) changed.Add(values[i]);
            cases[i].Changed = false;
        }

        return changed;
    }

    private bool Stale(AlertCase one, Instant now) => !one.Open && now.SecondsSince(one.Alert.ChangedAt) > policy.KeepClosedS;

    private void Forget(Instant now) => cases.RemoveAll(one => !one.Changed && Stale(one, now));

    private void Await(AlertCase one, Instant now, long entry)
    {
        var deadlineS = policy.DeadlineS(one.Alert.Kind, one.Alert.EtaS);
        if (now.SecondsSince(one.WaitingSince) < deadlineS) return;
        if (one.RemindedSinceRaised)
            Apply(one, AlertEvent.DeadlinePassed, AlertCase.Vedette, Waited("Escalated by itself: nobody acknowledged within", one, now, entry), now);
        else
            Apply(one, AlertEvent.ReminderDue, AlertCase.Vedette, Waited("Reminder: not acknowledged within", one, now, entry), now);
    }

    private static Reason Waited(string what, AlertCase one, Instant now, long entry) =>
        new($"{what} {Phrase.Duration(now.SecondsSince(one.Alert.ChangedAt))}", entry);
}
