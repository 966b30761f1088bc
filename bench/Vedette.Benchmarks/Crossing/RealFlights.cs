using System.IO.Compression;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Crossing;

/// <summary>
/// Real flights out of gzipped JSON state vectors (timestamp ms, latitude and longitude °, altitude ft), one point every
/// <see cref="StepS"/> seconds; a gap of a minute begins another flight.
/// </summary>
internal static class RealFlights
{
    public const double StepS = 10;

    private const double GapS = 60;
    private const double FastestMps = 400;

    public static List<Flight> Read(string path, ObjectClass kind)
    {
        using var file = File.OpenRead(path);
        using var text = new GZipStream(file, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(text);
        var aircraft = document.RootElement.EnumerateArray().Select(Point).OfType<Fix>().GroupBy(p => p.Address, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        var flights = new List<Flight>();
        foreach (var one in aircraft)
            foreach (var places in Divide(one)) flights.Add(Flight.Through(flights.Count + 1, kind, heightKnown: true, places) with { Callsign = one.First().Callsign });
        return flights;
    }

    private sealed record Fix(string Address, string Callsign, double TimeS, Geodetic Place);

    private static Fix? Point(JsonElement row)
    {
        if (Number(row, "latitude") is not { } latitude || Number(row, "longitude") is not { } longitude || Number(row, "altitude") is not { } feet) return null;
        return new(row.GetProperty("icao24").GetString()!, row.TryGetProperty("callsign", out var name) ? name.GetString() ?? "" : "", Number(row, "timestamp")!.Value / 1000, Geodetic.FromDegrees(latitude, longitude, feet * Length.MetresPerFoot));
    }

    private static double? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>Resamples, drops repeated and impossible places, and divides at gaps.</summary>
    private static List<List<(double TimeS, Geodetic Place)>> Divide(IEnumerable<Fix> fixes)
    {
        var flights = new List<List<(double TimeS, Geodetic Place)>>();
        foreach (var fix in fixes.OrderBy(p => p.TimeS))
        {
            var timeS = Math.Floor(fix.TimeS / StepS) * StepS;
            if (flights.Count == 0 || timeS - flights[^1][^1].TimeS > GapS)
            {
                flights.Add([(timeS, fix.Place)]);
                continue;
            }

            var (lastS, last) = flights[^1][^1];
            if (timeS > lastS && Geodesic.Inverse(last, fix.Place).DistanceM is > 0 and var movedM && movedM <= FastestMps * (timeS - lastS)) flights[^1].Add((timeS, fix.Place));
        }

        return flights;
    }
}
