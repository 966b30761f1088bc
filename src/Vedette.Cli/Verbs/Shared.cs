using System.CommandLine;
using System.Globalization;
using Vedette.Air;
using Vedette.Edge.Configuration;
using Vedette.Kernel;
using Vedette.Tracking.Tuning;

namespace Vedette.Cli.Verbs;

/// <summary>Flags that several verbs take, and how they are read.</summary>
internal static class Shared
{
    public static Option<int?> Port()
    {
        var port = new Option<int?>("--port") { Description = "TCP port of the map (default 8080)", HelpName = "PORT" };
        port.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is < 0 or > 65_535)
                given.AddError($"--port {text}: expected a number from 1 to 65535, or 0 for any that is free");
        });
        return port;
    }

    public static Option<string?> Bind() =>
        new("--bind") { Description = "Address to serve on: this machine only unless you say otherwise; * = all. There is no log-in: mind who can reach it", HelpName = "ADDRESS" };

    public static Option<string?> DataOrigin() =>
        new("--data-origin") { Description = "Site whose pages may read the picture under /data, for example https://map.example; * = every site (default: none but our own)", HelpName = "ORIGIN" };

    public static Option<string[]> Zones() =>
        new("--zone") { Description = "GeoJSON file with airspaces to protect (repeatable)", HelpName = "FILE.geojson", DefaultValueFactory = _ => [] };

    public static Option<string[]> Sensors() => new("--sensor")
    {
        Description = "Where a sensor stands: SAC/SIC=lat,lon,height[,name] for a radar, NAME=lat,lon,height for a receiver; degrees, metres (repeatable)",
        HelpName = "SENSOR",
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Tuning() => new("--tuning") { Description = "How the estimator is tuned, see docs/tuning.md", HelpName = "TUNING.json" };

    /// <exception cref="ConfigurationException">The file is not there or not right.</exception>
    public static TrackerTuning? ReadTuning(string? path) => path is null ? null : TuningFile.Read(path);

    public static IReadOnlyList<Airspace> ReadZones(string[] paths)
    {
        var notes = new List<string>();
        var airspaces = paths.SelectMany(path => AirspaceFile.Read(path, "--zone", notes)).ToList();
        foreach (var note in notes) Console.Error.WriteLine($"vedette: note: {note}");
        return airspaces;
    }

    public static IReadOnlyList<Sensor> ReadSensors(string[] texts) => [.. texts.Select(SensorText.Read)];

    /// <exception cref="ConfigurationException">The text is not a date.</exception>
    public static Instant? ReadDate(string? text)
    {
        if (text is null) return null;
        try
        {
            return Instant.Parse(text);
        }
        catch (FormatException)
        {
            throw new ConfigurationException($"--date \"{text}\": expected a day or a time in UTC, for example 2026-01-17 or 2026-01-17T02:00:00Z");
        }
    }
}
