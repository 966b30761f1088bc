namespace Vedette.Alerting.Lifecycle;

/// <summary>What can happen to an alert. The first six come from the picture and from time, the last three from a person.</summary>
public enum AlertEvent : byte
{
    /// <summary>The evidence stood above the raise threshold for its dwell time.</summary>
    EvidenceRose,

    /// <summary>The figures changed so much that a person should see it, or a new hint came.</summary>
    EvidenceMoved,

    /// <summary>The evidence stood below the lower threshold for its (longer) dwell time.</summary>
    EvidenceFell,

    /// <summary>An answer is overdue: remind.</summary>
    ReminderDue,

    /// <summary>Nobody answered within twice the deadline.</summary>
    DeadlinePassed,

    /// <summary>The track ended and the same object goes on under another track number.</summary>
    HandedOver,

    /// <summary>Another alert now says it better (inside instead of approaching; lost instead of tracked).</summary>
    Superseded,

    Acknowledge,
    Escalate,
    Close,
}
