using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

public readonly record struct AlertNumber(int Value)
{
    public override string ToString() => $"A{Value:D4}";
}

public enum AlertKind : byte
{
    /// <summary>A track is likely to enter a protected airspace.</summary>
    Incursion,

    /// <summary>A track is inside a protected airspace.</summary>
    Violation,

    /// <summary>A track of interest was lost.</summary>
    LostTrack,

    /// <summary>Emergency code (7500, 7600, 7700).</summary>
    EmergencyCode,
}

public enum AlertState : byte
{
    Raised,
    Acknowledged,
    Escalated,
    Closed,
}

/// <summary>One alert as it stands. A new value each time it changes; the history is in the journal.</summary>
public sealed record Alert
{
    public required AlertNumber Number { get; init; }

    public required AlertKind Kind { get; init; }

    public required AlertState State { get; init; }

    public required TrackNumber Track { get; init; }

    /// <summary>Airspace concerned; empty where none is.</summary>
    public required string AirspaceId { get; init; }

    public required Instant RaisedAt { get; init; }

    public required Instant ChangedAt { get; init; }

    /// <summary>Who made the last change: an operator's name, or "Vedette".</summary>
    public required string ChangedBy { get; init; }

    /// <summary>Probability that stands behind it now (of entry within 10 minutes, or of being inside).</summary>
    public required double Probability { get; init; }

    /// <summary>Seconds until entry, median. NaN if not expected.</summary>
    public double EtaS { get; init; } = double.NaN;

    public Geodetic? EntryPoint { get; init; }

    /// <summary>Why it is in this state, newest first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>How often an operator's answer was waited for past its deadline.</summary>
    public int Reminders { get; init; }
}

public enum ReadinessLevel : byte
{
    Normal,
    Preventive,
    Heightened,
    StandDown,
}

/// <summary>The posture of the watch: what is in force, what the evidence recommends, and who decided.</summary>
public sealed record ReadinessStatus
{
    public required ReadinessLevel Level { get; init; }

    public required Instant Since { get; init; }

    public required string DecidedBy { get; init; }

    public required ReadinessLevel Recommended { get; init; }

    public required IReadOnlyList<Reason> Evidence { get; init; }
}

/// <summary>A public warning prepared, not sent: a person decides. The CAP document is built from it.</summary>
public sealed record WarningDraft
{
    /// <summary>CAP identifier, stable across updates of the same incident with a version suffix.</summary>
    public required string Id { get; init; }

    public required AlertNumber Alert { get; init; }

    public required Instant Sent { get; init; }

    public required Instant Expires { get; init; }

    /// <summary>True when everything behind it is simulation: the CAP status is then "Exercise".</summary>
    public required bool Exercise { get; init; }

    public required string Headline { get; init; }

    public required string Description { get; init; }

    public required string Instruction { get; init; }

    /// <summary>Outer ring of the affected area, not closed.</summary>
    public required IReadOnlyList<Geodetic> Area { get; init; }

    public required string AreaDescription { get; init; }

    /// <summary>The CAP 1.2 document.</summary>
    public required string CapXml { get; init; }
}

/// <summary>A sentence of a statement with the journal entries its figures come from.</summary>
public sealed record StatementLine(string Text, IReadOnlyList<long> Entries);

/// <summary>What can be said of an incident, every figure computed from the journal.</summary>
public sealed record IncidentStatement
{
    public required Instant From { get; init; }

    public required Instant To { get; init; }

    public required bool Exercise { get; init; }

    public required IReadOnlyList<StatementLine> Lines { get; init; }
}
