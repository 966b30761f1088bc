using System.Text;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Night;

/// <summary>The border and the protected airspace as a GeoJSON FeatureCollection (RFC 7946), for hosts that show it.</summary>
public static class BorderGeoJson
{
    /// <summary>A LineString with role "border" and a Polygon with role "protected"; degrees, six decimals.</summary>
    public static string Text()
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            Feature(json, "Border", "border", "LineString", () => Coordinates(json, Border.Line, closed: false));
            Feature(json, Border.Protected.Name, "protected", "Polygon", () => Rings(json, Border.Protected));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Feature(Utf8JsonWriter json, string name, string role, string geometry, Action writeCoordinates)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("name", name);
        json.WriteString("role", role);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", geometry);
        json.WritePropertyName("coordinates");
        writeCoordinates();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Rings(Utf8JsonWriter json, Airspace airspace)
    {
        json.WriteStartArray();
        foreach (var ring in airspace.Polygons[0]) Coordinates(json, ring, closed: true);
        json.WriteEndArray();
    }

    private static void Coordinates(Utf8JsonWriter json, IReadOnlyList<Geodetic> places, bool closed)
    {
        json.WriteStartArray();
        foreach (var place in places) Position(json, place);
        if (closed) Position(json, places[0]);
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Geodetic place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(place.LongitudeDeg, 6));
        json.WriteNumberValue(Math.Round(place.LatitudeDeg, 6));
        json.WriteEndArray();
    }
}
