using Vedette.Air;
using Vedette.Kernel;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim;

/// <summary>
/// A world to be simulated: who flies, who watches, what goes wrong. The same scenario always gives the same octets.
/// Compose small ones for tests; <see cref="Night.NightScenario"/> is the large one.
/// </summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>Source of all chance: heading noise, detections, errors, clutter, faults.</summary>
    public ulong Seed { get; init; } = 1;

    public required Instant Start { get; init; }

    /// <summary>How long there is something to hear, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>Numbered 0, 1, 2, ... in order.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyList<Station> Stations { get; init; } = [];

    public IReadOnlyList<Airspace> Airspaces { get; init; } = [];

    /// <summary>Flights that the watch is told of beforehand.</summary>
    public IReadOnlyList<KnownTraffic> KnownTraffic { get; init; } = [];

    /// <summary>Birds and weather that every radar in reach sees.</summary>
    public IReadOnlyList<ClutterPatch> Clutter { get; init; } = [];

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public Instant End => Start.AddSeconds(DurationS);
}
