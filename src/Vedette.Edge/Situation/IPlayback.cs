using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Edge.Situation;

/// <summary>How a recording or a simulation passes just now.</summary>
/// <param name="Speed">Recorded seconds per second.</param>
/// <param name="IsPaused">It stands still.</param>
/// <param name="SkipsTo">What lies before this is passed over as fast as it can be judged; null where nothing is.</param>
/// <param name="HasEnded">All of it has been played.</param>
public readonly record struct Pace(double Speed, bool IsPaused, Instant? SkipsTo, bool HasEnded);

/// <summary>What is asked of a recording; what is null stays as it is.</summary>
public readonly record struct PaceChange(double? Speed, bool? IsPaused, Instant? SkipTo);

/// <summary>A recording or simulation whose pace whoever watches may change. That is a matter of showing it: nothing of it is journaled.</summary>
public interface IPlayback
{
    /// <summary>After a change, on the thread that made it.</summary>
    event EventHandler? Changed;

    Pace Now { get; }

    /// <summary>Refuses, in plain words, what cannot be: a speed of nothing, a way back.</summary>
    CommandResult Change(PaceChange change);
}
