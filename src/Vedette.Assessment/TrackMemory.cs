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

    /// <summary>The newest forecast of the protected airspace that it most probably enters; null where there is none.</summary>
    public CrossingForecast? Threat { get; set; }

    /// <summary>Name of that airspace; empty where there is none.</summary>
    public string Where { get; set; } = "";

    /// <summary>One for each airspace watched; none before the first forecasts.</summary>
    public Outlook[] Outlooks { get; set; } = [];

    /// <summary>When the first of the outlooks is due, if the track does not turn before.</summary>
    public Instant NextDue { get; set; }

    /// <summary>What was said last.</summary>
    public TrackAssessment? Said { get; set; }

    public Instant? InsideSince { get; set; }

    /// <summary>The last picture that held the track.</summary>
    public Instant LastAssessed { get; set; }

    /// <summary>No forecast of any airspace stands any more.</summary>
    public void LeaveAirspaces() => (Outlooks, Crossings, Threat, Where) = ([], [], null, "");
}
