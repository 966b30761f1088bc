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

    /// <summary>One for each airspace watched; none before the first forecasts.</summary>
    public Outlook[] Outlooks { get; set; } = [];

    /// <summary>What was said last.</summary>
    public TrackAssessment? Said { get; set; }

    public Instant? InsideSince { get; set; }

    /// <summary>The last picture that held the track.</summary>
    public Instant LastAssessed { get; set; }
}
