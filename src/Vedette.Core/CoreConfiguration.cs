using Vedette.Air;
using Vedette.Tracking.Tuning;
using Vedette.Wire;

namespace Vedette.Core;

/// <summary>Everything the core must know that does not arrive from sensors. Journaled whole, so that a replay needs nothing else.</summary>
public sealed record CoreConfiguration
{
    /// <summary>Name of the watch, shown to people and used in warnings.</summary>
    public string Name { get; init; } = "Vedette";

    /// <summary>Everything here is simulation or a replay for training: marked so wherever it is shown, and warnings are exercises.</summary>
    public bool Exercise { get; init; }

    /// <summary>The feeds by name and what they carry. Octets of a feed that is not here are refused.</summary>
    public IReadOnlyList<FeedConfiguration> Feeds { get; init; } = [];

    public IReadOnlyList<Sensor> Sensors { get; init; } = [];

    public IReadOnlyList<Airspace> Airspaces { get; init; } = [];

    /// <summary>Traffic that the watch is told of beforehand; null as in journals older than this list.</summary>
    public IReadOnlyList<KnownTraffic>? KnownTraffic { get; init; }

    /// <summary>The wind by height, as a forecast gives it; null as in journals older than this: not known, but for what aircraft measure.</summary>
    public IReadOnlyList<WindLayer>? Winds { get; init; }

    /// <summary>What may be called clear; null as in journals older than this: the defaults.</summary>
    public AllClearPolicy? AllClear { get; init; }

    /// <summary>How the estimator is tuned; null as in journals older than this: the defaults.</summary>
    public TrackerTuning? Tuning { get; init; }

    /// <summary>The ground under the watch; null = a smooth earth.</summary>
    public TerrainGrid? Terrain { get; init; }

    /// <summary>Seconds of journal time between two pictures.</summary>
    public double PictureIntervalS { get; init; } = 1;
}

/// <param name="Name">Unique; the Source of its entries.</param>
/// <param name="Format">What its octets are.</param>
/// <param name="Sensor">Name of the sensor behind a feed whose octets do not name one (a Beast receiver). Null = the feed's name.</param>
public sealed record FeedConfiguration(string Name, FeedFormat Format, string? Sensor = null);
