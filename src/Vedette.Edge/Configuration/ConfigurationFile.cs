using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Tuning;
using Vedette.Wire;

namespace Vedette.Edge.Configuration;

/// <summary>Reads vedette.json, described in docs/operations.md. Paths in it are relative to the file.</summary>
public static class ConfigurationFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="notes">Gets what was skipped or assumed in airspace files.</param>
    /// <exception cref="ConfigurationException">Names every problem with file and key.</exception>
    public static WatchConfiguration Read(string path, ICollection<string> notes)
    {
        var problems = new List<string>();
        WatchConfiguration? configuration = null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ConfigurationException($"{path}: expected an object in braces");
            var root = new ConfigurationNode(document.RootElement, $"{path}: ", problems);
            configuration = Read(root, path, problems, notes);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"{path}: not JSON: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {e.Message}");
        }

        return problems.Count == 0 ? configuration : throw new ConfigurationException(problems);
    }

    private static WatchConfiguration Read(ConfigurationNode root, string path, List<string> problems, ICollection<string> notes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var configuration = new WatchConfiguration
        {
            Name = root.Text("name", "the name of the watch"),
            Exercise = root.Flag("exercise") ?? false,
            Port = root.Whole("port", 0, 65_535),
            Bind = root.Text("bind", "an address to serve on, for example \"127.0.0.1\""),
            DataOrigin = root.Text("dataOrigin", "a site, for example \"https://map.example\", or \"*\""),
            Journal = root.Text("journal", "the path of the journal") is { } journal ? Path.Combine(folder, journal) : null,
            LocalTimeZone = TimeZone(root),
            PictureIntervalS = root.Number("pictureIntervalS", 0.05, 60, "s") ?? 1,
            Tuning = root.Text("tuning", "the path of a tuning file") is { } tuning ? Tuning(Path.Combine(folder, tuning), problems) : null,
            Sensors = [.. root.Objects("sensors", "objects with name, kind, latDeg, lonDeg, heightM").Select(Sensor).OfType<Sensor>()],
            Feeds = [.. root.Objects("feeds", "objects with name, format and one of udp, tcp, file, poll").Select(node => Feed(node, folder, problems)).OfType<FeedSettings>()],
            Airspaces = [.. root.Texts("airspaces", "paths of GeoJSON files").SelectMany(file => Airspaces(file, folder, problems, notes))],
            KnownTraffic =
            [
                .. root.Objects("knownTraffic", "objects with address or callsign").Select(KnownTrafficText.Read).OfType<KnownTraffic>(),
                .. root.Texts("plans", "paths of CSV files").SelectMany(file => PlanFile.Read(Path.Combine(folder, file), problems, notes)),
            ],
            Winds = [.. root.Objects("winds", "objects with heightM, fromDeg, speedMps").Select(Wind).OfType<WindLayer>()],
        };
        configuration = configuration with
        {
            AllClear = root.Object("allClear") is { } policy ? CoverageText.Policy(policy) : null,
            Terrain = root.Object("terrain") is { } terrain ? CoverageText.Terrain(terrain, folder, configuration, problems, notes) : null,
        };
        root.NothingElse();
        try
        {
            return configuration.With([], [], []);
        }
        catch (ConfigurationException e)
        {
            problems.AddRange(e.Problems.Select(problem => $"{path}: {problem}"));
            return configuration;
        }
    }

    private static TrackerTuning? Tuning(string path, List<string> problems)
    {
        try
        {
            return TuningFile.Read(path);
        }
        catch (ConfigurationException e)
        {
            problems.AddRange(e.Problems);
            return null;
        }
    }

    private static WindLayer? Wind(ConfigurationNode node)
    {
        var heightM = node.Number("heightM", -500, 30_000, "m above sea level");
        var fromDeg = node.Number("fromDeg", 0, 360, "degrees");
        var speedMps = node.Number("speedMps", 0, 150, "m/s");
        var sigmaMps = node.Number("sigmaMps", 0.5, 30, "m/s");
        if (heightM is null && !node.Has("heightM")) node.Missing("heightM", "the height of this wind, m above sea level");
        if (fromDeg is null && !node.Has("fromDeg")) node.Missing("fromDeg", "where it comes from, degrees clockwise from north");
        if (speedMps is null && !node.Has("speedMps")) node.Missing("speedMps", "its speed, m/s");
        node.NothingElse();
        if (heightM is not { } height || fromDeg is not { } from || speedMps is not { } speed) return null;
        return sigmaMps is { } sigma ? new(height, from, speed, sigma) : new(height, from, speed);
    }

    private static string TimeZone(ConfigurationNode root)
    {
        var name = root.Text("localTimeZone", "an IANA time zone, for example \"Europe/Warsaw\"");
        if (name is null) return TimeZoneInfo.Local.Id;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)) root.Problem("localTimeZone", $"\"{name}\" is not known here; expected an IANA time zone, for example \"Europe/Warsaw\"");
        return name;
    }

    private static FeedSettings? Feed(ConfigurationNode node, string folder, List<string> problems)
    {
        var name = node.Text("name", "the name of the feed");
        var format = node.OneOf<FeedFormat>("format");
        var sensor = node.Text("sensor", "the name of the sensor behind the feed");
        var address = Address(node, folder, problems);
        node.NothingElse();
        if (name is null) node.Missing("name", "the name of the feed");
        if (format == FeedFormat.Ogn && address is not (null or TcpAddress or FileAddress)) node.Problem("format", "\"ogn\" needs tcp or file: only these keep identities out that nobody may keep");
        if (format is null && !node.Has("format")) node.Missing("format", "one of " + ConfigurationNode.Names<FeedFormat>());
        return name is null || format is not { } known || address is null ? null : new(name, known, address, sensor);
    }

    private static FeedAddress? Address(ConfigurationNode node, string folder, List<string> problems)
    {
        var udp = node.Text("udp", "PORT, ADDRESS:PORT or GROUP:PORT@INTERFACE in quotes");
        var tcp = node.Text("tcp", "HOST:PORT");
        var file = node.Text("file", "the path of a recording");
        var poll = node.Text("poll", "an http or https address, or the path of a file");
        var filter = node.Text("filter", "an APRS-IS filter, for example \"r/51.2/20.5/250\"");
        var everyS = node.Number("everyS", 0.1, 3600, "s") ?? 1;
        if (new[] { udp, tcp, file, poll }.Count(told => told is not null) != 1)
        {
            node.Missing("udp", "exactly one of udp, tcp, file and poll");
            return null;
        }

        try
        {
            if (udp is not null) return FeedAddress.Udp(udp, "udp");
            if (poll is not null) return FeedAddress.Polled(poll.Contains("://", StringComparison.Ordinal) ? poll : Path.Combine(folder, poll), everyS, "poll");
            return tcp is not null ? FeedAddress.Tcp(tcp, "tcp", filter) : FeedAddress.File(Path.Combine(folder, file!), "file");
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems) node.Problem("", problem);
            return null;
        }
    }

    private static Sensor? Sensor(ConfigurationNode node)
    {
        var name = node.Text("name", "the name of the sensor");
        if (name is null) node.Missing("name", "the name of the sensor");
        var kind = node.OneOf<SensorKind>("kind") ?? SensorKind.Radar2D;
        var (lat, lon) = (node.Number("latDeg", -90, 90, "degrees"), node.Number("lonDeg", -180, 180, "degrees"));
        var height = node.Number("heightM", -500, 20_000, "m above the ellipsoid") ?? 0;
        if (lat is null != lon is null) node.Missing(lat is null ? "latDeg" : "lonDeg", "both latDeg and lonDeg, or neither");
        var (sac, sic) = (node.Whole("sac", 0, 255), node.Whole("sic", 0, 255));
        if (sac is null != sic is null) node.Missing(sac is null ? "sac" : "sic", "both sac and sic, or neither");
        var blanked = node.Objects("blanked", "objects with fromDeg and toDeg").Select(CoverageText.Blanked).OfType<BlankedSector>().ToList();
        var performance = node.Object("performance") is { } told ? Performance(told, SensorDefaults.Of(kind)) : SensorDefaults.Of(kind);
        node.NothingElse();
        if (name is null) return null;
        return new Sensor
        {
            Id = SensorId.None,
            Name = name,
            Kind = kind,
            Position = lat is { } latDeg && lon is { } lonDeg ? Geodetic.FromDegrees(latDeg, lonDeg, height) : null,
            Source = sac is { } area && sic is { } id ? new AsterixSource((byte)area, (byte)id) : null,
            Performance = performance,
            Blanked = blanked.Count > 0 ? blanked : null,
        };
    }

    private static SensorPerformance Performance(ConfigurationNode node, SensorPerformance usual)
    {
        double Rad(string key, double min, double max, double otherwise) => node.Number(key, min, max, "degrees") is { } deg ? deg * Angle.RadiansPerDegree : otherwise;
        var performance = usual with
        {
            PeriodS = node.Number("periodS", 0.01, 3600, "s") ?? usual.PeriodS,
            MaxRangeM = node.Number("maxRangeM", 1, 1e7, "m") ?? usual.MaxRangeM,
            DetectionProbability = node.Number("detectionProbability", 0.01, 1, "") ?? usual.DetectionProbability,
            ReferenceRangeM = node.Number("referenceRangeM", 1, 1e7, "m") ?? usual.ReferenceRangeM,
            SigmaRangeM = node.Number("sigmaRangeM", 0.1, 1e5, "m") ?? usual.SigmaRangeM,
            SigmaAzimuthRad = Rad("sigmaAzimuthDeg", 1e-4, 90, usual.SigmaAzimuthRad),
            SigmaElevationRad = Rad("sigmaElevationDeg", 1e-4, 90, usual.SigmaElevationRad),
            SigmaRangeRateMps = node.Number("sigmaRangeRateMps", 0.01, 1000, "m/s") ?? usual.SigmaRangeRateMps,
            SigmaPositionM = node.Number("sigmaPositionM", 0.1, 1e5, "m") ?? usual.SigmaPositionM,
            SigmaVelocityMps = node.Number("sigmaVelocityMps", 0.01, 1000, "m/s") ?? usual.SigmaVelocityMps,
            MinElevationRad = Rad("minElevationDeg", -90, 90, usual.MinElevationRad),
            MaxElevationRad = Rad("maxElevationDeg", -90, 90, usual.MaxElevationRad),
            ClutterPerScan = node.Number("clutterPerScan", 0, 1e5, "false plots") ?? usual.ClutterPerScan,
            HasSecondary = node.Flag("hasSecondary") ?? usual.HasSecondary,
            LatencyS = node.Number("latencyS", 0, 600, "s") ?? usual.LatencyS,
        };
        node.NothingElse();
        return performance;
    }

    private static IReadOnlyList<Airspace> Airspaces(string file, string folder, List<string> problems, ICollection<string> notes)
    {
        try
        {
            return AirspaceFile.Read(Path.Combine(folder, file), "airspaces", notes);
        }
        catch (ConfigurationException e)
        {
            problems.AddRange(e.Problems);
            return [];
        }
    }
}
