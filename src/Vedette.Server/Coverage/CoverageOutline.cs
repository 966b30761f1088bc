using System.Text;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Coverage;

/// <summary>One layer of the coverage as GeoJSON: lines of equal detection by marching squares, and the cells that reach the level, as strips.</summary>
internal static class CoverageOutline
{
    private static readonly double[] Levels = [0.5, 0.9];

    /// <param name="detection">Probability within a minute, 255 = 1, cell after cell.</param>
    public static string Of(CoverageArea area, byte[] detection)
    {
        using var octets = new MemoryStream();
        using (var json = new Utf8JsonWriter(octets))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var level in Levels)
            {
                WriteFeature(json, "line", level, "MultiLineString", () => WriteLines(json, area, detection, 255 * level));
                WriteFeature(json, "area", level, "MultiPolygon", () => WriteStrips(json, area, detection, 255 * level));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(octets.ToArray());
    }

    private static void WriteFeature(Utf8JsonWriter json, string kind, double level, string type, Action coordinates)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("kind", kind);
        json.WriteNumber("detection", level);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", type);
        json.WriteStartArray("coordinates");
        coordinates();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Squares between the centres of four cells; a crossing on each side where the level lies between its ends.</summary>
    private static void WriteLines(Utf8JsonWriter json, CoverageArea area, byte[] detection, double level)
    {
        Span<(double Lon, double Lat)> crossings = stackalloc (double, double)[4];
        for (var row = 0; row + 1 < area.Rows; row++)
        {
            for (var column = 0; column + 1 < area.Columns; column++)
            {
                var cell = (row * area.Columns) + column;
                ReadOnlySpan<int> corners = [cell, cell + 1, cell + area.Columns + 1, cell + area.Columns];
                var n = 0;
                for (var i = 0; i < 4; i++)
                    if (TryCross(area, detection, level, corners[i], corners[(i + 1) % 4], out var place)) crossings[n++] = place;
                for (var i = 0; i + 1 < n; i += 2) WriteSegment(json, crossings[i], crossings[i + 1]);
            }
        }
    }

    private static bool TryCross(CoverageArea area, byte[] detection, double level, int from, int to, out (double Lon, double Lat) place)
    {
        double a = detection[from], b = detection[to];
        place = default;
        if (a >= level == b >= level) return false;
        var share = (level - a) / (b - a);
        Geodetic p = area.Centre(from), q = area.Centre(to);
        place = (p.LongitudeDeg + (share * (q.LongitudeDeg - p.LongitudeDeg)), p.LatitudeDeg + (share * (q.LatitudeDeg - p.LatitudeDeg)));
        return true;
    }

    private static void WriteStrips(Utf8JsonWriter json, CoverageArea area, byte[] detection, double level)
    {
        for (var row = 0; row < area.Rows; row++)
        {
            for (var column = 0; column < area.Columns; column++)
            {
                if (detection[(row * area.Columns) + column] < level) continue;
                var first = column;
                while (column < area.Columns && detection[(row * area.Columns) + column] >= level) column++;
                WriteRectangle(json, area, row, first, column);
            }
        }
    }

    private static void WriteRectangle(Utf8JsonWriter json, CoverageArea area, int row, int first, int end)
    {
        double south = area.SouthDeg + (row * area.CellLatDeg), north = south + area.CellLatDeg;
        double west = area.WestDeg + (first * area.CellLonDeg), east = area.WestDeg + (end * area.CellLonDeg);
        json.WriteStartArray();
        json.WriteStartArray();
        foreach (var place in ((double, double)[])[(west, south), (east, south), (east, north), (west, north), (west, south)]) WritePlace(json, place);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    private static void WriteSegment(Utf8JsonWriter json, (double, double) from, (double, double) to)
    {
        json.WriteStartArray();
        WritePlace(json, from);
        WritePlace(json, to);
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, (double Lon, double Lat) place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(place.Lon, 4));
        json.WriteNumberValue(Math.Round(place.Lat, 4));
        json.WriteEndArray();
    }
}
