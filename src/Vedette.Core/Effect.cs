using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Core;

/// <summary>Key of an effect: the entry that caused it and its index among that entry's effects. Receivers drop repeats by it.</summary>
public readonly record struct EffectKey(long Sequence, int Index);

/// <summary>What the core says to the world.</summary>
public abstract record Effect;

/// <summary>
/// The picture at <paramref name="At"/>: all live tracks (ended ones once, as Ended) with their assessments, in the same order.
/// The arrays belong to the receiver.
/// </summary>
public sealed record PictureEffect(Instant At, Track[] Tracks, IReadOnlyList<TrackAssessment> Assessments) : Effect;

public sealed record AlertEffect(Alert Alert) : Effect;

public sealed record ReadinessEffect(ReadinessStatus Readiness) : Effect;

public sealed record WarningEffect(WarningDraft Warning) : Effect;

public sealed record StatementEffect(IncidentStatement Statement) : Effect;

/// <summary>What an unmanned aircraft says of itself beside its place (Remote ID) has changed. Nothing of it is proved.</summary>
public sealed record ClaimEffect(UasClaim Claim) : Effect;

/// <summary>Which claims of position are doubted, and where GNSS suffers; said when it changes and once a minute.</summary>
public sealed record IntegrityEffect(Instant At, IntegrityPicture Integrity) : Effect;

/// <summary>What the sensors can see now and what could have been missed; said when it changes and once a minute.</summary>
public sealed record CoverageEffect(Instant At, CoveragePicture Coverage) : Effect;

/// <summary>Where lost objects may be by now; the whole list, said when it has grown and when a case is closed.</summary>
public sealed record SearchEffect(Instant At, IReadOnlyList<SearchArea> Areas) : Effect;

/// <summary>The answer to the command in entry <paramref name="Command"/>.</summary>
public sealed record CommandEffect(long Command, CommandResult Result) : Effect;

/// <summary>Octets that could not be read.</summary>
public sealed record RefusalEffect(Refusal Refusal) : Effect;

/// <summary>The configuration is in force.</summary>
public sealed record ConfigurationEffect(CoreConfiguration Configuration) : Effect;

/// <summary>Counts of every feed and sensor, once a picture.</summary>
public sealed record HealthEffect(Instant At, IReadOnlyList<FeedStatus> Feeds, IReadOnlyList<SensorStatus> Sensors) : Effect;

/// <summary>What came of one feed's octets since the journal began.</summary>
public sealed record FeedStatus(
    string Name, string Format, FeedState State, string Detail, long Octets, long Records, long Plots, long Refused, Instant LastReceived, string LastRefusal);

/// <summary>What one sensor delivered since the journal began.</summary>
/// <param name="Unplaced">Plots among them that have no place on Earth, since they are told from the sensor and nobody has said where it stands.</param>
public sealed record SensorStatus(Sensor Sensor, long Plots, Instant LastPlot, Instant LastMessage, double RotationS, bool Degraded, long Unplaced = 0)
{
    /// <summary>How it does, by the picture's own account.</summary>
    public SensorQuality Quality { get; init; } = SensorQuality.Unknown;

    /// <summary>What it has been found to get wrong.</summary>
    public SensorAlignment Alignment { get; init; }

    /// <summary>Journal entry of its newest plot, 0 if none.</summary>
    public long LastEntry { get; init; }
}

/// <summary>Takes effects in order, on the core's thread. Must not throw and must not wait.</summary>
public interface IEffectSink
{
    void Emit(EffectKey key, Effect effect);
}
