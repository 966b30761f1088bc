using Vedette.Air;

namespace Vedette.Alerting.Lifecycle;

/// <summary>One row of the table. <see cref="From"/> is null where there is no alert yet.</summary>
public sealed record Transition(AlertState? From, AlertEvent Event, AlertState To, string Rule);

/// <summary>
/// The life of an alert, whole: a pair of state and event that is not in <see cref="Table"/> does not happen (a person's command is
/// then refused with the reason). docs/alerts.md shows the same table; a test holds the two together.
/// </summary>
public static class AlertTransitions
{
    public static readonly IReadOnlyList<Transition> Table =
    [
        new(null, AlertEvent.EvidenceRose, AlertState.Raised, "a new number; what was known goes into its reasons"),

        new(AlertState.Raised, AlertEvent.EvidenceMoved, AlertState.Raised, "figures are told again"),
        new(AlertState.Raised, AlertEvent.EvidenceFell, AlertState.Closed, "the threat passed; never for a lost track"),
        new(AlertState.Raised, AlertEvent.ReminderDue, AlertState.Raised, "the reminder is counted"),
        new(AlertState.Raised, AlertEvent.DeadlinePassed, AlertState.Escalated, "nobody answered in time; the reason says so"),
        new(AlertState.Raised, AlertEvent.HandedOver, AlertState.Raised, "goes on under the new track number"),
        new(AlertState.Raised, AlertEvent.Superseded, AlertState.Closed, "names the alert that goes on"),
        new(AlertState.Raised, AlertEvent.Acknowledge, AlertState.Acknowledged, "a person has it"),
        new(AlertState.Raised, AlertEvent.Escalate, AlertState.Escalated, "a person wants more eyes; a reason is required"),
        new(AlertState.Raised, AlertEvent.Close, AlertState.Closed, "a person decides; a reason is required"),

        new(AlertState.Acknowledged, AlertEvent.EvidenceMoved, AlertState.Acknowledged, "figures are told again"),
        new(AlertState.Acknowledged, AlertEvent.EvidenceFell, AlertState.Closed, "the threat passed; never for a lost track"),
        new(AlertState.Acknowledged, AlertEvent.ReminderDue, AlertState.Acknowledged, "a lost track only: its case must not be forgotten"),
        new(AlertState.Acknowledged, AlertEvent.HandedOver, AlertState.Acknowledged, "goes on under the new track number"),
        new(AlertState.Acknowledged, AlertEvent.Superseded, AlertState.Closed, "names the alert that goes on"),
        new(AlertState.Acknowledged, AlertEvent.Escalate, AlertState.Escalated, "a person wants more eyes; a reason is required"),
        new(AlertState.Acknowledged, AlertEvent.Close, AlertState.Closed, "a person decides; a reason is required"),

        new(AlertState.Escalated, AlertEvent.EvidenceMoved, AlertState.Escalated, "figures are told again"),
        new(AlertState.Escalated, AlertEvent.EvidenceFell, AlertState.Closed, "the threat passed; never for a lost track"),
        new(AlertState.Escalated, AlertEvent.ReminderDue, AlertState.Escalated, "the reminder is counted"),
        new(AlertState.Escalated, AlertEvent.HandedOver, AlertState.Escalated, "goes on under the new track number"),
        new(AlertState.Escalated, AlertEvent.Superseded, AlertState.Closed, "names the alert that goes on"),
        new(AlertState.Escalated, AlertEvent.Acknowledge, AlertState.Acknowledged, "a person has it"),
        new(AlertState.Escalated, AlertEvent.Close, AlertState.Closed, "a person decides; a reason is required"),

        new(AlertState.Closed, AlertEvent.EvidenceRose, AlertState.Raised,
            "the same number again: within the cool-down, and only if no person closed it"),
    ];

    /// <summary>The row for this pair, or null: it does not happen.</summary>
    public static Transition? Find(AlertKind kind, AlertState? from, AlertEvent what)
    {
        // A lost track was once found four months later: only a person closes such a case.
        if (kind == AlertKind.LostTrack && what == AlertEvent.EvidenceFell) return null;
        if (kind != AlertKind.LostTrack && from == AlertState.Acknowledged && what == AlertEvent.ReminderDue) return null;
        foreach (var row in Table)
            if (row.From == from && row.Event == what) return row;
        return null;
    }
}
