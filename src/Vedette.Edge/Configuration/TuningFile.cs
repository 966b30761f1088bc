using System.Text.Json;
using Vedette.Air;
using Vedette.Tracking.Tuning;
using Vedette.Wire.GeoJson;

namespace Vedette.Edge.Configuration;

/// <summary>Reads a tuning file, described in docs/tuning.md: parameters of the estimator everywhere, by class of object and by area.</summary>
public static class TuningFile
{
    private const string Objects = "objects with name, area and parameters";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="ConfigurationException">Names every problem with file and key.</exception>
    public static TrackerTuning Read(string path)
    {
        var problems = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ConfigurationException($"{path}: expected an object in braces");
            var tuning = Read(new ConfigurationNode(document.RootElement, $"{path}: ", problems));
            return problems.Count == 0 ? tuning : throw new ConfigurationException(problems);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"{path}: not JSON: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static TrackerTuning Read(ConfigurationNode root)
    {
        root.Text("$schema", "the address of the schema");
        var tuning = new TrackerTuning
        {
            Everywhere = root.Object("everywhere") is { } everywhere ? Values(everywhere, TuningScope.Whole) : new Dictionary<string, double>(),
            Classes = Classes(root),
            Areas = [.. root.Objects("areas", Objects).Select(Area).OfType<AreaTuning>()],
        };
        root.NothingElse();
        return tuning;
    }

    private static List<ClassTuning> Classes(ConfigurationNode node)
    {
        var classes = new List<ClassTuning>();
        if (node.Object("classes") is not { } all) return classes;
        foreach (var c in Enum.GetValues<ObjectClass>())
            if (all.Object(JsonNamingPolicy.CamelCase.ConvertName(c.ToString())) is { } values) classes.Add(new(c, Values(values, TuningScope.Track)));
        all.NothingElse();
        return classes;
    }

    private static AreaTuning? Area(ConfigurationNode node)
    {
        var name = node.Text("name", "the name of the area");
        if (name is null) node.Missing("name", "the name of the area");
        var polygons = Polygons(node);
        var values = node.Object("parameters") is { } told ? Values(told, TuningScope.Place) : new Dictionary<string, double>();
        var classes = Classes(node);
        node.NothingElse();
        return name is null || polygons is null ? null : new(name, polygons, values, classes);
    }

    /// <summary>A GeoJSON geometry, read as airspaces are.</summary>
    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<Kernel.Geodesy.Geodetic>>>? Polygons(ConfigurationNode node)
    {
        if (node.Raw("area") is not { } geometry)
        {
            node.Missing("area", "a GeoJSON Polygon or MultiPolygon");
            return null;
        }

        var reading = AirspaceGeoJson.Read($$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""", "area");
        foreach (var error in reading.Errors) node.Problem("area", error);
        return reading.Airspaces.Count == 1 && reading.Errors.Count == 0 ? reading.Airspaces[0].Polygons : null;
    }

    /// <summary>The parameters that are told, of those that may differ there.</summary>
    private static Dictionary<string, double> Values(ConfigurationNode node, TuningScope least)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var nodes = new Dictionary<string, ConfigurationNode?>(StringComparer.Ordinal) { [""] = node };
        foreach (var parameter in TuningParameters.All.Where(p => p.Scope >= least))
        {
            var dot = parameter.Key.LastIndexOf('.');
            if (Inside(nodes, dot < 0 ? "" : parameter.Key[..dot]) is not { } at) continue;
            var key = parameter.Key[(dot + 1)..];
            var value = parameter.IsSwitch ? at.Flag(key) is { } on ? on ? 1 : 0 : null : at.Number(key, parameter.Min, parameter.Max, parameter.Unit);
            if (value is { } number) values[parameter.Key] = number;
        }

        foreach (var inner in nodes.Values) inner?.NothingElse();
        return values;
    }

    /// <summary>The object at a dotted path, null where the file has none.</summary>
    private static ConfigurationNode? Inside(Dictionary<string, ConfigurationNode?> nodes, string path)
    {
        if (nodes.TryGetValue(path, out var node)) return node;
        var dot = path.LastIndexOf('.');
        var above = Inside(nodes, dot < 0 ? "" : path[..dot]);
        return nodes[path] = above?.Object(path[(dot + 1)..]);
    }
}
