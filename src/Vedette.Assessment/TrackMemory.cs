using Vedette.Air;
using Vedette.Assessment.Identification;
using Vedette.Assessment.Incursion;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>What the assessor remembers of one track from picture to picture.</summary>
internal sealed class TrackMemory(Instant firstSeen)
{
    public LegMemory Leg { get; } = new();

    public IdentityKeeper Identity { get; } = new(firstSeen);

    /// <summary>The newest forecasts, one for each airspace within reach.</summary>
    public IReadOnlyList<CrossingForecast> Crossings { get; set; } = [];

    /// <summary>Slot of the schedule in which the forecasts were last made; none yet below zero.</summary>
    public long ForecastSlot { get; set; } = -1;

    /// <summary>One for each airspace watched; empty until the first forecasts.</summary>
    public LineMemory[] Lines { get; set; } = [];

    /// <summary>When the forecasts were last made.</summary>
    public Instant ForecastAt { get; set; }

    public Instant? InsideSince { get; set; }

    /// <summary>The last picture that held the track.</summary>
    public Instant LastAssessed { get; set; }
}
