using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Lifecycle;

/// <summary>What stands behind an alert at one moment.</summary>
/// <param name="Probability">Of entry within 10 minutes, of being inside, or of what the kind says.</param>
/// <param name="EtaS">Median seconds until entry; NaN where not expected.</param>
public readonly record struct Figures(double Probability, double EtaS, Geodetic? EntryPoint)
{
    public static Figures Of(double probability) => new(probability, double.NaN, null);
}

/// <summary>One alert and what must be remembered to carry it on. The <see cref="Alert"/> value is what the world sees.</summary>
internal sealed class AlertCase
{
    /// <summary>More reasons than a person reads; the two that raised it are always kept.</summary>
    private const int MaxReasons = 12;

    public const string Vedette = "Vedette";

    private bool newestIsReminder;

    public AlertCase(AlertNumber number, AlertKind kind, in Track track, string airspaceId, in Figures figures, IReadOnlyList<Reason> reasons, Instant now)
    {
        Subject = track;
        Alert = new Alert
        {
            Number = number,
            Kind = kind,
            State = AlertTransitions.Find(kind, null, AlertEvent.EvidenceRose)!.To,
            Track = track.Number,
            AirspaceId = airspaceId,
            RaisedAt = now,
            ChangedAt = now,
            ChangedBy = Vedette,
            Probability = figures.Probability,
            EtaS = figures.EtaS,
            EntryPoint = figures.EntryPoint,
            Reasons = reasons,
        };
        WaitingSince = ToldAt = now;
    }

    public Alert Alert { get; private set; }

    public bool Open => Alert.State != AlertState.Closed;

    /// <summary>Closed by a person, whose word holds for the cool-down.</summary>
    public bool ClosedByPerson { get; private set; }

    /// <summary>The alert that goes on where this one ended.</summary>
    public AlertCase? ContinuedAs { get; private set; }

    /// <summary>The track as it was last seen.</summary>
    public Track Subject { get; set; }

    public Identity Identity { get; set; }

    public CrossingForecast? Crossing { get; set; }

    /// <summary>Changed since the register was last asked.</summary>
    public bool Changed { get; set; } = true;

    /// <summary>Since when the present answer is waited for.</summary>
    public Instant WaitingSince { get; private set; }

    /// <summary>A reminder was given since it was raised (or raised again).</summary>
    public bool RemindedSinceRaised { get; private set; }

    public Instant ToldAt { get; private set; }

    /// <summary>A chain of warnings belongs to it now.</summary>
    public bool Warned { get; set; }

    /// <summary>Versions of warnings drafted for it; numbers them.</summary>
    public int Warnings { get; set; }

    /// <summary>Applies an event; false where the table has no such row.</summary>
    public bool Apply(AlertEvent what, string by, Reason reason, Instant now)
    {
        if (AlertTransitions.Find(Alert.Kind, Alert.State, what) is not { } row) return false;
        var turned = row.To != Alert.State;
        ClosedByPerson = row.To == AlertState.Closed && what == AlertEvent.Close;
        Alert = Alert with
        {
            State = row.To,
            ChangedAt = turned ? now : Alert.ChangedAt,
            ChangedBy = turned ? by : Alert.ChangedBy,
            Reasons = With(reason, replacingNewest: what == AlertEvent.ReminderDue && newestIsReminder && !turned),
            Reminders = Alert.Reminders + (what == AlertEvent.ReminderDue ? 1 : 0),
        };
        if (turned || what == AlertEvent.ReminderDue) WaitingSince = now;
        RemindedSinceRaised = what == AlertEvent.ReminderDue || (RemindedSinceRaised && !turned);
        newestIsReminder = what == AlertEvent.ReminderDue;
        if (what == AlertEvent.EvidenceRose) ContinuedAs = null;
        Changed = true;
        return true;
    }

    /// <summary>Another alert goes on with it; false where it was closed already.</summary>
    public bool Supersede(AlertCase by, Reason reason, Instant now)
    {
        if (!Apply(AlertEvent.Superseded, Vedette, reason, now)) return false;
        ContinuedAs = by;
        return true;
    }

    /// <summary>The same object goes on under another track number.</summary>
    public void HandOver(in Track successor, Reason reason, Instant now)
    {
        if (!Apply(AlertEvent.HandedOver, Vedette, reason, now)) return;
        Subject = successor;
        Alert = Alert with { Track = successor.Number };
    }

    /// <summary>Tells new figures without a reason of their own: a number moved, the rule did not.</summary>
    public void Tell(in Figures figures, Instant now)
    {
        if (AlertTransitions.Find(Alert.Kind, Alert.State, AlertEvent.EvidenceMoved) is null) return;
        Alert = Alert with { Probability = figures.Probability, EtaS = figures.EtaS, EntryPoint = figures.EntryPoint ?? Alert.EntryPoint };
        ToldAt = now;
        Changed = true;
    }

    /// <summary>A reminder takes the place of the one before it: an hour without an answer must not push out what the alert is about.</summary>
    private List<Reason> With(Reason reason, bool replacingNewest)
    {
        List<Reason> all = [reason, .. Alert.Reasons.Skip(replacingNewest ? 1 : 0)];
        if (all.Count > MaxReasons) all.RemoveRange(MaxReasons - 2, all.Count - MaxReasons);
        return all;
    }
}
