using Vedette.Core;

namespace Vedette.Edge.Recordings;

/// <summary>
/// Something that can be lived through again: files, a simulation, another journal. Its arrivals carry their times and include the
/// configuration and the ticks, so that the same recording always makes the same journal, whatever the speed.
/// </summary>
public interface IRecording
{
    /// <summary>Plain words for people.</summary>
    string Description { get; }

    /// <summary>The watch that the recording is played to.</summary>
    CoreConfiguration Configuration { get; }

    /// <summary>How much of it the current enumeration has given, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>What was wrong with the recording itself, as far as it has been read; plain words.</summary>
    IReadOnlyList<string> Flaws { get; }

    /// <summary>From the beginning, in order of time. Enumerate once at a time.</summary>
    IEnumerable<Arrival> Arrivals();
}
