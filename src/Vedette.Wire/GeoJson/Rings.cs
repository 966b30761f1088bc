using System.Text.Json;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.GeoJson;

/// <summary>Coordinates of polygons (RFC 7946 section 3.1.6): longitude before latitude, rings closed on the wire and open in Vedette.</summary>
internal static class Rings
{
    /// <summary>The polygons of a Polygon or MultiPolygon; what could be read when an error was reported.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> Read(JsonElement geometry, string type, FeatureReport report)
    {
        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            report.Error("coordinates", "are missing");
            return [];
        }

        var polygons = new List<IReadOnlyList<IReadOnlyList<Geodetic>>>();
        if (type == "Polygon")
        {
            polygons.Add(ReadPolygon(coordinates, "coordinates", report));
        }
        else
        {
            var index = 0;
            foreach (var polygon in coordinates.EnumerateArray()) polygons.Add(ReadPolygon(polygon, $"coordinates, polygon {++index},", report));
        }

        if (polygons.Count == 0) report.Error("coordinates", "hold no polygon");
        return polygons;
    }

    private static List<IReadOnlyList<Geodetic>> ReadPolygon(JsonElement polygon, string property, FeatureReport report)
    {
        var rings = new List<IReadOnlyList<Geodetic>>();
        if (polygon.ValueKind == JsonValueKind.Array)
            foreach (var ring in polygon.EnumerateArray()) rings.Add(ReadRing(ring, $"{property} ring {rings.Count + 1}", report));
        if (rings.Count == 0) report.Error(property, "hold no ring");
        return rings;
    }

    private static List<Geodetic> ReadRing(JsonElement ring, string property, FeatureReport report)
    {
        var vertices = new List<Geodetic>();
        if (ring.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var position in ring.EnumerateArray())
            {
                index++;
                if (!TryReadPosition(position, out var vertex))
                {
                    report.Error(property, $"position {index} is not [longitude, latitude] in degrees");
                    return vertices;
                }

                // A vertex given twice bounds nothing.
                if (vertices.Count == 0 || vertices[^1] != vertex) vertices.Add(vertex);
            }
        }

        if (vertices.Count > 1 && vertices[0] == vertices[^1]) vertices.RemoveAt(vertices.Count - 1);
        else if (vertices.Count > 2) report.Note(property, "is not closed; taken as closed");
        if (vertices.Count < 3) report.Error(property, "has fewer than three different positions");
        return vertices;
    }

    private static bool TryReadPosition(JsonElement position, out Geodetic vertex)
    {
        vertex = default;
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2) return false;
        if (position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number) return false;
        if (!position[0].TryGetDouble(out var longitudeDeg) || !position[1].TryGetDouble(out var latitudeDeg)) return false;
        if (!(Math.Abs(longitudeDeg) <= 180) || !(Math.Abs(latitudeDeg) <= 90)) return false;
        vertex = Geodetic.FromDegrees(latitudeDeg, longitudeDeg);
        return true;
    }
}
