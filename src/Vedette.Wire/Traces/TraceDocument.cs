using System.Text.Json;
using Vedette.Wire.AircraftJson;

namespace Vedette.Wire.Traces;

/// <summary>
/// A trace file of readsb and tar1090: one aircraft, one row a point, seconds from the file's time. Each row becomes the aircraft object that
/// would have told it; what stands beside some rows only (callsign, code, quality) counts until the next such row or the next leg. Source:
/// readsb's README-json, "trace jsons".
/// </summary>
internal static class TraceDocument
{
    private const int NewLeg = 2, GeometricRate = 4, GeometricAltitude = 8;

    public static void Read(ReadOnlySpan<byte> whole, IAircraftTaker taker)
    {
        var reader = new Utf8JsonReader(whole);
        try
        {
            reader.Read();
            var (address, startS) = Survey(reader, out var rows);
            if (address < 0) taker.OnRefusal("icao", "missing or not readable", 0);
            else if (double.IsNaN(startS)) taker.OnRefusal("timestamp", "missing or not readable", 0);
            else if (rows.TokenType != JsonTokenType.StartArray) taker.OnRefusal("trace", "missing or not readable", 0);
            else ReadRows(ref rows, address, startS, taker);
        }
        catch (JsonException e)
        {
            taker.OnRefusal("json", $"not JSON in line {e.LineNumber + 1}, octet {e.BytePositionInLine}", 0);
        }
    }

    private static (int Address, double StartS) Survey(Utf8JsonReader reader, out Utf8JsonReader rows)
    {
        rows = default;
        var (address, startS) = (-1, double.NaN);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("icao"u8)) AircraftReader.TryAddress(ref reader, out address);
            else if (name.SequenceEqual("timestamp"u8)) AircraftReader.TryNumber(ref reader, 0, 1e11, out startS);
            else if (name.SequenceEqual("trace"u8)) rows = reader;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
        }

        return (address, startS);
    }

    private static void ReadRows(ref Utf8JsonReader reader, int address, double startS, IAircraftTaker taker)
    {
        var details = AircraftReport.Empty();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var offset = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                taker.OnRefusal("trace", "a row that is no list", offset);
                if (reader.TokenType == JsonTokenType.StartObject) reader.Skip();
                continue;
            }

            var row = default(TraceRow);
            row.Read(ref reader, out var refused);
            if (refused.Length > 0)
            {
                taker.OnRefusal(refused, "missing or not readable", offset);
                continue;
            }

            if ((row.Flags & NewLeg) != 0) details = AircraftReport.Empty();
            if (row.Details is { } told) details = told;
            taker.OnAircraft(Report(row, details, address, startS), startS + row.AfterS, offset);
        }
    }

    private static AircraftReport Report(in TraceRow row, in AircraftReport details, int address, double startS)
    {
        var geometric = (row.Flags & GeometricAltitude) != 0;
        var geometricRate = (row.Flags & GeometricRate) != 0;
        var report = AircraftReport.Empty();
        (report.Address, report.NowS, report.SeenPosS) = (address, startS + row.AfterS, 0);
        (report.LatitudeDeg, report.LongitudeDeg, report.OnGround) = (row.LatitudeDeg, row.LongitudeDeg, row.OnGround);
        (report.AltBaroFt, report.AltGeomFt) = (geometric ? double.NaN : row.AltitudeFt, geometric ? row.AltitudeFt : row.AltGeomFt);
        (report.SpeedKt, report.TrackDeg) = (row.SpeedKt, row.TrackDeg);
        (report.BaroRateFtPerMin, report.GeomRateFtPerMin) = (geometricRate ? double.NaN : row.RateFtPerMin, geometricRate ? row.RateFtPerMin : double.NaN);
        report.Source = row.Source == AircraftSource.Unknown ? details.Source : row.Source;
        (report.Flight, report.Squawk) = (details.Flight, details.Squawk);
        (report.Version, report.Nic, report.NacP, report.NacV, report.Sil) = (details.Version, details.Nic, details.NacP, details.NacV, details.Sil);
        return report;
    }
}
