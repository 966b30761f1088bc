using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Edge.Situation;

/// <summary>
/// What a host shows: the newest effects of the core as one immutable value, a stream of what changes, and the way in for commands.
/// Safe from any thread.
/// </summary>
public interface ISituation
{
    /// <summary>The whole situation as of the last batch of entries. A new value each time; keep it as long as you like.</summary>
    SituationSnapshot Now { get; }

    /// <summary>Where a recording or a simulation is shown: what changes its pace. Null where it is live.</summary>
    IPlayback? Playback => null;

    /// <summary>The last positions of a track, oldest first, about ten minutes, thinned. Empty where the track is not known.</summary>
    IReadOnlyList<TrailPoint> Trail(TrackNumber track);

    /// <summary>The last state of a track that ended within the last ten minutes of the journal's time; null for any other.</summary>
    EndedTrack? Ended(TrackNumber track);

    /// <summary>The trails of all live tracks.</summary>
    IReadOnlyDictionary<TrackNumber, IReadOnlyList<TrailPoint>> Trails();

    /// <summary>
    /// Effects from here on. Subscribe first and read <see cref="Now"/> afterwards, then nothing is missed (some effects may be seen twice).
    /// </summary>
    SituationSubscription Subscribe();

    /// <summary>
    /// Journals a command and waits for the core's answer, five seconds at most; a command that was not answered in time is
    /// "not accepted" with a message that says so.
    /// </summary>
    Task<CommandResult> SubmitAsync(OperatorCommand command, CancellationToken cancellation = default);
}

/// <summary>Where a track was. Height NaN where it was not known.</summary>
public readonly record struct TrailPoint(Instant At, double LatitudeDeg, double LongitudeDeg, double HeightM);
