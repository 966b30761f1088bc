using System.Text;
using System.Text.Json;
using Vedette.Air;

namespace Vedette.Server.Coverage;

/// <summary>The field of unseen objects of one class at one height as GeoJSON: a square for each cell that holds any worth telling.</summary>
internal static class UnseenCells
{
    /// <summary>Cells with less than this share of the fullest one are left out.</summary>
    private const double Least = 1e-3;

    public static string Of(CoveragePicture coverage, int profile, int height)
    {
        var most = 0f;
        for (var cell = 0; cell < coverage.Area.Cells; cell++) most = Math.Max(most, coverage.UnseenAt(profile, height, cell));
        using var octets = new MemoryStream();
        using (var json = new Utf8JsonWriter(octets))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            for (var cell = 0; cell < coverage.Area.Cells; cell++)
                if (coverage.UnseenAt(profile, height, cell) > Least * most) Write(json, coverage.Area, cell, coverage.UnseenAt(profile, height, cell));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(octets.ToArray());
    }

    private static void Write(Utf8JsonWriter json, CoverageArea area, int cell, double expected)
    {
        var (row, column) = (cell / area.Columns, cell % area.Columns);
        double south = area.SouthDeg + (row * area.CellLatDeg), west = area.WestDeg + (column * area.CellLonDeg);
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteNumber("expected", expected);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "Polygon");
        json.WriteStartArray("coordinates");
        json.WriteStartArray();
        foreach (var (lon, lat) in ((double, double)[])[(west, south), (west + area.CellLonDeg, south), (west + area.CellLonDeg, south + area.CellLatDeg), (west, south + area.CellLatDeg), (west, south)])
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(lon, 4));
            json.WriteNumberValue(Math.Round(lat, 4));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
