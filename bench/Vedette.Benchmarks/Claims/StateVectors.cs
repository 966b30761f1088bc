using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Claims;

/// <summary>
/// State vectors as they are kept on file, noise and all, as the claims that they were: JSON rows or JSON columns, gzipped (timestamp and last_position
/// ms, altitude ft, groundspeed kt, track °), or OpenSky's CSV (s, m, m/s). Rows without a place claim nothing and are left out.
/// </summary>
internal static class StateVectors
{
    public static List<Plot> Read(string path, SensorId receiver)
    {
        var rows = path.EndsWith(".csv", StringComparison.Ordinal) ? Csv(path) : Json(path);
        return [.. rows.Select(row => Claim(row, receiver)).OfType<Plot>().OrderBy(p => p.ReceivedAt).Select((p, i) => p with { Entry = i + 1 })];
    }

    private sealed record Row(
        string Address, string Callsign, double? HeardS, double? SaidS, double? LatitudeDeg, double? LongitudeDeg, double? AltitudeM, double? SpeedMps, double? TrackDeg, double? ClimbMps, bool OnGround);

    private static Plot? Claim(Row row, SensorId receiver)
    {
        if (row.HeardS is not { } heardS || row.LatitudeDeg is not { } latitude || row.LongitudeDeg is not { } longitude) return null;
        var (sin, cos) = Math.SinCos((row.TrackDeg ?? double.NaN) * Angle.RadiansPerDegree);
        return new()
        {
            Sensor = receiver,
            Kind = PlotKind.Cooperative,
            TimeOfApplicability = Instant.UnixEpoch.AddSeconds(row.SaidS ?? heardS),
            ReceivedAt = Instant.UnixEpoch.AddSeconds(heardS),
            Position = Geodetic.FromDegrees(latitude, longitude),
            Address = new(int.Parse(row.Address, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            Callsign = Air.Callsign.From(row.Callsign),
            Altitude = row.AltitudeM is { } altitude ? new(altitude) : null,
            VelocityEastMps = (row.SpeedMps ?? double.NaN) * sin,
            VelocityNorthMps = (row.SpeedMps ?? double.NaN) * cos,
            ClimbMps = row.ClimbMps ?? double.NaN,
            OnGround = row.OnGround,
        };
    }

    private static List<Row> Json(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new GZipStream(file, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(row => OfJson(name => row.TryGetProperty(name, out var value) ? value : null))]
            : [.. document.RootElement.GetProperty("timestamp").EnumerateObject().Select(at => at.Name).ToList()
                .Select(at => OfJson(name => document.RootElement.TryGetProperty(name, out var column) ? column.GetProperty(at) : null))];
    }

    private static Row OfJson(Func<string, JsonElement?> field)
    {
        double? Number(string name, double unit) => field(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() * unit : null;
        string Text(string name) => field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
        return new(
            Text("icao24"), Text("callsign"), Number("timestamp", 1e-3), Number("last_position", 1e-3), Number("latitude", 1), Number("longitude", 1), Number("altitude", Length.MetresPerFoot),
            Number("groundspeed", Speed.MetresPerSecondPerKnot), Number("track", 1), Number("vertical_rate", Length.MetresPerFoot / 60), field("onground") is { ValueKind: JsonValueKind.True });
    }

    private static List<Row> Csv(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',').ToList();
        return [.. lines.Skip(1).Select(line => OfCsv(line.Split(','), name => columns.IndexOf(name)))];
    }

    private static Row OfCsv(string[] cells, Func<string, int> column)
    {
        double? Number(string name) => double.TryParse(cells[column(name)], CultureInfo.InvariantCulture, out var value) ? value : null;
        string Text(string name) => cells[column(name)].Trim();
        return new(
            Text("icao24"), Text("callsign"), Number("time"), Number("lastposupdate"), Number("lat"), Number("lon"), Number("baroaltitude"),
            Number("velocity"), Number("heading"), Number("vertrate"), Text("onground") == "True");
    }
}
