using Vedette.Air;
using Vedette.Core;
using Vedette.Tracking.Tuning;
using Vedette.Wire;

namespace Vedette.Edge.Configuration;

/// <param name="Name">Unique.</param>
/// <param name="Format">What its octets are.</param>
/// <param name="Address">Where they come from.</param>
/// <param name="Sensor">The sensor behind a feed whose octets do not name one; null = the feed's name.</param>
public sealed record FeedSettings(string Name, FeedFormat Format, FeedAddress Address, string? Sensor = null);

/// <summary>All that a live watch needs to be told: from a file, from flags, or both.</summary>
public sealed record WatchConfiguration
{
    public const int DefaultPort = 8080;

    public string? Name { get; init; }

    public bool Exercise { get; init; }

    public IReadOnlyList<FeedSettings> Feeds { get; init; } = [];

    public IReadOnlyList<Sensor> Sensors { get; init; } = [];

    public IReadOnlyList<Airspace> Airspaces { get; init; } = [];

    public IReadOnlyList<KnownTraffic> KnownTraffic { get; init; } = [];

    /// <summary>How the estimator is tuned; null = the defaults.</summary>
    public TrackerTuning? Tuning { get; init; }

    /// <summary>What may be called clear; null = the defaults.</summary>
    public AllClearPolicy? AllClear { get; init; }

    /// <summary>The ground; null = a smooth earth.</summary>
    public TerrainGrid? Terrain { get; init; }

    /// <summary>The wind by height, as a forecast gives it.</summary>
    public IReadOnlyList<WindLayer> Winds { get; init; } = [];

    public int? Port { get; init; }

    /// <summary>Address to serve on; null = this machine only.</summary>
    public string? Bind { get; init; }

    /// <summary>The site whose pages may read the picture under /data; null = none but our own.</summary>
    public string? DataOrigin { get; init; }

    /// <summary>Path of the journal; null = the usual place.</summary>
    public string? Journal { get; init; }

    /// <summary>IANA name of the time zone that people here live in.</summary>
    public string LocalTimeZone { get; init; } = TimeZoneInfo.Local.Id;

    public double PictureIntervalS { get; init; } = 1;

    /// <summary>The part that the core is told, through the journal.</summary>
    public CoreConfiguration ToCore() => new()
    {
        Name = Name ?? "Vedette",
        Exercise = Exercise,
        Feeds = [.. Feeds.Select(feed => new FeedConfiguration(feed.Name, feed.Format, feed.Sensor))],
        Sensors = Sensors,
        Airspaces = Airspaces,
        KnownTraffic = KnownTraffic.Count > 0 ? KnownTraffic : null,
        Tuning = Tuning,
        AllClear = AllClear,
        Terrain = Terrain,
        Winds = Winds.Count > 0 ? Winds : null,
        PictureIntervalS = PictureIntervalS,
    };

    /// <summary>Adds what was given by flags. Feeds of the same name are a problem.</summary>
    /// <exception cref="ConfigurationException">Two feeds have one name.</exception>
    public WatchConfiguration With(IEnumerable<FeedSettings> feeds, IEnumerable<Sensor> sensors, IEnumerable<Airspace> airspaces)
    {
        var joined = this with { Feeds = [.. Feeds, .. feeds], Sensors = [.. Sensors, .. sensors], Airspaces = [.. Airspaces, .. airspaces] };
        Distinct(joined.Feeds.Select(feed => feed.Name), "feed");
        Distinct(joined.Sensors.Select(sensor => sensor.Name), "sensor");
        Distinct(joined.Airspaces.Select(airspace => airspace.Id), "airspace");
        return joined;
    }

    private static void Distinct(IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!seen.Add(name)) throw new ConfigurationException($"there are two {what}s named \"{name}\"; names must differ");
    }
}
