using System.Text;
using System.Text.Json;
using Vedette.Air;

namespace Vedette.Wire.GeoJson;

/// <summary>What a GeoJSON document gave: the airspaces that could be read, and in plain words what was skipped and what was wrong.</summary>
/// <param name="Airspaces">In document order, ids distinct.</param>
/// <param name="Notes">Left out or assumed, harmless.</param>
/// <param name="Errors">Features that could not be used. A watch must not start while there are any.</param>
public sealed record AirspaceReading(IReadOnlyList<Airspace> Airspaces, IReadOnlyList<string> Notes, IReadOnlyList<string> Errors);

/// <summary>Reads airspaces from GeoJSON (RFC 7946). Never throws on any octets. The folder's README lists the properties.</summary>
public static class AirspaceGeoJson
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="defaultName">Name of airspaces that carry none, for example the file's name.</param>
    public static AirspaceReading Read(ReadOnlySpan<byte> utf8, string defaultName)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            return Read(StrictUtf8.GetString(utf8), defaultName);
        }
        catch (DecoderFallbackException e)
        {
            return new([], [], [$"{defaultName}: not UTF-8 at octet {e.Index}"]);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, string)"/>
    public static AirspaceReading Read(string json, string defaultName)
    {
        var reading = new Reading(defaultName);
        try
        {
            using var document = JsonDocument.Parse(json);
            reading.Document(document.RootElement);
        }
        catch (JsonException e)
        {
            reading.Errors.Add($"{defaultName}: not JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            // System.Text.Json reports half a surrogate pair inside a string only when the string is read.
            reading.Errors.Add($"{defaultName}: text that is not Unicode: {e.Message}");
        }

        if (reading.Airspaces.Count == 0 && reading.Errors.Count == 0) reading.Errors.Add($"{defaultName}: holds no polygon");
        return new(reading.Airspaces, reading.Notes, reading.Errors);
    }

    /// <summary>One document being read.</summary>
    private sealed class Reading(string defaultName)
    {
        private readonly HashSet<string> ids = [];

        public List<Airspace> Airspaces { get; } = [];

        public List<string> Notes { get; } = [];

        public List<string> Errors { get; } = [];

        public void Document(JsonElement root)
        {
            switch (TypeOf(root))
            {
                case "FeatureCollection" when root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array:
                    var index = 0;
                    foreach (var feature in features.EnumerateArray()) Feature(feature, $"feature {++index}");
                    break;
                case "FeatureCollection":
                    Errors.Add($"{defaultName}: the FeatureCollection has no features");
                    break;
                case "Feature":
                    Feature(root, "feature 1");
                    break;
                case "Polygon" or "MultiPolygon":
                    Add(root, default, default, "geometry");
                    break;
                case var other:
                    Errors.Add($"{defaultName}: not a GeoJSON FeatureCollection, Feature, Polygon or MultiPolygon{(other is null ? "" : $" but {other}")}");
                    break;
            }
        }

        private void Feature(JsonElement feature, string where)
        {
            if (feature.ValueKind != JsonValueKind.Object || TypeOf(feature) != "Feature")
            {
                Errors.Add($"{defaultName}, {where}: is not a Feature");
                return;
            }

            feature.TryGetProperty("properties", out var properties);
            feature.TryGetProperty("id", out var id);
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
                Notes.Add($"{defaultName}, {Named(where, properties)}: has no geometry, skipped");
            else
                Add(geometry, properties, id, Named(where, properties));
        }

        private void Add(JsonElement geometry, JsonElement properties, JsonElement featureId, string where)
        {
            var type = TypeOf(geometry);
            if (type is not ("Polygon" or "MultiPolygon"))
            {
                Notes.Add($"{defaultName}, {where}: {type ?? "unnamed geometry"} skipped, only polygons bound an airspace");
                return;
            }

            var before = Errors.Count;
            var report = new FeatureReport($"{defaultName}, {where}", Notes, Errors);
            var polygons = Rings.Read(geometry, type, report);
            var role = Role(properties, report);
            var (floorM, ceilingM) = HeightLimits.Read(properties, report);
            if (Errors.Count > before) return;
            var name = Text(properties, "name") ?? (Airspaces.Count == 0 ? defaultName : $"{defaultName} {Airspaces.Count + 1}");
            Airspaces.Add(new Airspace
            {
                Id = Distinct(Text(properties, "id") ?? Scalar(featureId) ?? Key(name)),
                Name = name,
                Role = role,
                Polygons = polygons,
                FloorM = floorM,
                CeilingM = ceilingM,
            });
        }

        private static AirspaceRole Role(JsonElement properties, FeatureReport report)
        {
            var role = Text(properties, "role");
            if (role is null || role.Equals("protected", StringComparison.OrdinalIgnoreCase)) return AirspaceRole.Protected;
            if (role.Equals("origin", StringComparison.OrdinalIgnoreCase)) return AirspaceRole.Origin;
            if (!role.Equals("information", StringComparison.OrdinalIgnoreCase))
                report.Error("role", $"is \"{role}\", must be \"protected\", \"information\" or \"origin\"");
            return AirspaceRole.Information;
        }

        private string Distinct(string id)
        {
            var candidate = id;
            for (var n = 2; !ids.Add(candidate); n++) candidate = $"{id}-{n}";
            return candidate;
        }

        private static string Named(string where, JsonElement properties) => Text(properties, "name") is { } name ? $"{where} \"{name}\"" : where;

        /// <summary>Lower case letters and digits of a name, joined by hyphens.</summary>
        private static string Key(string name)
        {
            var key = new StringBuilder();
            foreach (var c in name)
            {
                if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
                else if (key.Length > 0 && key[^1] != '-') key.Append('-');
            }

            var text = key.ToString().TrimEnd('-');
            return text.Length == 0 ? "airspace" : text;
        }
    }

    private static string? TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) ? Scalar(type) : null;

    private static string? Text(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) ? Scalar(value) : null;

    /// <summary>A string that says something, or a number as it was written.</summary>
    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
