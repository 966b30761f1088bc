using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Alerting;

/// <summary>What changed in the alerting room by one call. Lists are empty, never null.</summary>
public sealed record AlertingChanges(
    IReadOnlyList<Alert> Alerts,
    ReadinessStatus? Readiness,
    IReadOnlyList<WarningDraft> Warnings,
    IncidentStatement? Statement)
{
    public static readonly AlertingChanges None = new([], null, [], null);
}

/// <summary>Carries alerts and readiness from first doubt to stand-down. Pure: no clock but <c>now</c>.</summary>
public interface IAlerting
{
    IReadOnlyList<Alert> Alerts { get; }

    ReadinessStatus Readiness { get; }

    /// <summary>Tells which airspaces there are (names and rings for texts and areas).</summary>
    void Watch(IReadOnlyList<Airspace> airspaces);

    /// <summary>Looks at the picture at <paramref name="now"/>. <paramref name="entry"/> is the journal entry that moved time.</summary>
    AlertingChanges Update(ReadOnlySpan<Track> tracks, IReadOnlyList<TrackAssessment> assessments, Instant now, long entry);

    /// <summary>Objects of interest that were lost and whose cases are open, in the order of their alerts.</summary>
    IReadOnlyList<LostObject> Lost { get; }

    /// <summary>Where the lost objects may be by now: told in the statement.</summary>
    void Seek(IReadOnlyList<SearchArea> areas, Instant now);

    /// <summary>
    /// What could have been missed, as it stands now: statements and stand-down are qualified by it. An airspace in which an open alert stands is
    /// not clear, whatever the sensors could have missed.
    /// </summary>
    /// <returns>What may be said; null where it is what was said before.</returns>
    IReadOnlyList<AllClear>? Qualify(IReadOnlyList<AllClear> allClears, Instant now, long entry);

    /// <summary>Takes an operator's command (of alerts, readiness or statements).</summary>
    (CommandResult Result, AlertingChanges Changes) Command(OperatorCommand command, Instant now, long entry);
}
