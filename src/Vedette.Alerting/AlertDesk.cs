using Vedette.Air;
using Vedette.Alerting.Evidence;
using Vedette.Alerting.Lifecycle;
using Vedette.Alerting.Posture;
using Vedette.Alerting.Statements;
using Vedette.Alerting.Warnings;
using Vedette.Kernel;

namespace Vedette.Alerting;

/// <summary>
/// The desk of the duty officer: evidence becomes alerts, alerts wait for a person, warnings are drafted, readiness is recommended, and
/// what was seen is counted for the statement. Deterministic; an unchanged picture gives <see cref="AlertingChanges.None"/>.
/// </summary>
public sealed class AlertDesk : IAlerting
{
    private readonly AlertRegister register;
    private readonly PictureWatch picture;
    private readonly ReadinessDesk readiness;
    private readonly WarningDesk warnings;
    private readonly IncidentLedger ledger;
    private readonly StatementWriter writer;
    private readonly AllClearDesk clearance;

    /// <param name="watch">Who watches, and whether it is an exercise; null = a live watch named Vedette.</param>
    /// <param name="policy">Thresholds and times; null = the defaults.</param>
    public AlertDesk(WatchIdentity? watch = null, AlertPolicy? policy = null)
    {
        watch ??= new();
        policy ??= new();
        var words = new EvidenceWords(policy);
        ledger = new(policy);
        register = new(policy, ledger);
        picture = new(policy, register, ledger, words);
        readiness = new(policy);
        warnings = new(policy, watch, register, words);
        writer = new(watch, ledger, register, words);
        clearance = new(register, words);
    }

    public IReadOnlyList<Alert> Alerts => register.Alerts;

    public ReadinessStatus Readiness => readiness.Status;

    public void Watch(IReadOnlyList<Airspace> airspaces)
    {
        picture.Watch(airspaces);
        warnings.Watch(airspaces);
    }

    public AlertingChanges Update(ReadOnlySpan<Track> tracks, IReadOnlyList<TrackAssessment> assessments, Instant now, long entry)
    {
        picture.Look(tracks, assessments, now, entry);
        register.KeepDeadlines(now, entry);
        var status = readiness.Look(picture.Counts, register, now, entry);
        return Changes(now, status, null);
    }

    public IReadOnlyList<LostObject> Lost => register.Lost();

    public void Seek(IReadOnlyList<SearchArea> areas, Instant now) => writer.Seek(areas);

    public IReadOnlyList<AllClear>? Qualify(IReadOnlyList<AllClear> allClears, Instant now, long entry)
    {
        if (clearance.Judge(allClears, entry) is not { } said) return null;
        writer.Qualify(said, now);
        readiness.Qualify(said);
        return said;
    }

    public (CommandResult Result, AlertingChanges Changes) Command(OperatorCommand command, Instant now, long entry)
    {
        if (string.IsNullOrWhiteSpace(command.By)) return Refused("Say who you are: a decision needs a name.");
        return command switch
        {
            AcknowledgeAlert ask => OnAlert(ask.Alert, AlertEvent.Acknowledge, ask.By, null, now, entry),
            EscalateAlert ask => OnAlert(ask.Alert, AlertEvent.Escalate, ask.By, ask.Why, now, entry),
            CloseAlert ask => OnAlert(ask.Alert, AlertEvent.Close, ask.By, ask.Why, now, entry),
            SetReadiness ask => Decide(ask, now, entry),
            DraftStatement ask => State(ask, now),
            _ => Refused("This command is not for the alert desk."),
        };
    }

    private (CommandResult Result, AlertingChanges Changes) OnAlert(int number, AlertEvent what, string by, string? why, Instant now, long entry)
    {
        if (register.Find(number) is not { } one)
            return Refused($"There is no alert {new AlertNumber(number)} here (closed ones leave the list after some hours).");
        if (why is not null && string.IsNullOrWhiteSpace(why))
            return Refused($"Say why: {(what == AlertEvent.Close ? "closing" : "escalating")} an alert needs a reason.");
        var (verb, done) = what switch
        {
            AlertEvent.Acknowledge => ("Acknowledged", "acknowledged"),
            AlertEvent.Escalate => ("Escalated", "escalated"),
            _ => ("Closed", "closed"),
        };
        var before = one.Alert;
        var reason = new Reason(why is null ? $"{verb} by {by}" : $"{verb} by {by}: {why}", entry);
        if (!register.Apply(one, what, by, reason, now))
        {
            return Refused(
                $"Alert {before.Number} is already {before.State.ToString().ToLowerInvariant()} (by {before.ChangedBy} at {Phrase.Clock(before.ChangedAt)}).");
        }

        return (new(true, $"Alert {before.Number} is {done}."), Changes(now, null, null));
    }

    private (CommandResult Result, AlertingChanges Changes) Decide(SetReadiness ask, Instant now, long entry)
    {
        if (!Enum.IsDefined(ask.Level)) return Refused("There is no such readiness level.");
        if (string.IsNullOrWhiteSpace(ask.Why)) return Refused("Say why: a readiness level needs a reason.");
        var before = readiness.Status;
        if (readiness.Decide(ask, now, entry) is not { } status)
            return Refused($"Readiness is already {Phrase.Of(before.Level)} (by {before.DecidedBy} since {Phrase.Clock(before.Since)}).");
        ledger.Decided(status, ask.Why, now, entry);
        var open = register.CountOpen();
        var still = open > 0 && ask.Level is ReadinessLevel.Normal or ReadinessLevel.StandDown
            ? $" {Phrase.Count(open, "alert is", "alerts are")} still open." : "";
        return (new(true, $"Readiness is now {Phrase.Of(ask.Level)}.{still}"), Changes(now, status, null));
    }

    private (CommandResult Result, AlertingChanges Changes) State(DraftStatement ask, Instant now)
    {
        if (!ledger.Begun) return Refused("There is nothing to state yet: no picture has been seen.");
        return (new(true, $"Statement drafted for {ask.By}."), Changes(now, null, writer.Write()));
    }

    private AlertingChanges Changes(Instant now, ReadinessStatus? status, IncidentStatement? statement)
    {
        var drafts = warnings.Follow(now);
        var alerts = register.TakeChanges(now);
        return alerts.Count == 0 && drafts.Count == 0 && status is null && statement is null
            ? AlertingChanges.None
            : new(alerts, status, drafts, statement);
    }

    private static (CommandResult Result, AlertingChanges Changes) Refused(string message) => (new(false, message), AlertingChanges.None);
}
