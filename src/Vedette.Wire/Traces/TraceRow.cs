using System.Text.Json;
using Vedette.Wire.AircraftJson;

namespace Vedette.Wire.Traces;

/// <summary>One row of a trace, as it stands. NaN = null or not there.</summary>
internal struct TraceRow
{
    public double AfterS, LatitudeDeg, LongitudeDeg;

    public double AltitudeFt;

    public bool OnGround;

    public double SpeedKt, TrackDeg, RateFtPerMin, AltGeomFt;

    /// <summary>1 stale, 2 new leg, 4 geometric rate, 8 geometric altitude.</summary>
    public int Flags;

    public AircraftSource Source;

    /// <summary>What stands beside some rows only.</summary>
    public AircraftReport? Details;

    /// <param name="reader">At the row's opening bracket; left at its closing one.</param>
    /// <param name="refused">The first field that cannot be read; empty where all could.</param>
    /// <exception cref="JsonException">The octets are not JSON.</exception>
    public void Read(ref Utf8JsonReader reader, out string refused)
    {
        refused = "";
        (AltitudeFt, SpeedKt, TrackDeg, RateFtPerMin, AltGeomFt) = (double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        var place = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
        {
            var good = TryField(place, ref reader);
            if (!good && refused.Length == 0) refused = $"trace[{place}]";
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
        }

        if (place < 3 && refused.Length == 0) refused = $"trace[{place}]";
    }

    private bool TryField(int place, ref Utf8JsonReader reader)
    {
        if (place > 2 && reader.TokenType == JsonTokenType.Null) return true;
        switch (place)
        {
            case 0: return AircraftReader.TryNumber(ref reader, -1e6, 1e9, out AfterS);
            case 1: return AircraftReader.TryNumber(ref reader, -90, 90, out LatitudeDeg);
            case 2: return AircraftReader.TryNumber(ref reader, -180, 180, out LongitudeDeg);
            case 3 when reader.TokenType == JsonTokenType.String: return OnGround = reader.ValueTextEquals("ground"u8);
            case 3: return AircraftReader.TryNumber(ref reader, -3000, 400_000, out AltitudeFt);
            case 4: return AircraftReader.TryNumber(ref reader, 0, 5000, out SpeedKt);
            case 5: return AircraftReader.TryNumber(ref reader, -360, 360, out TrackDeg);
            case 6:
                var known = AircraftReader.TryNumber(ref reader, 0, 1 << 20, out var flags);
                Flags = known ? (int)flags : 0;
                return known;
            case 7: return AircraftReader.TryNumber(ref reader, -100_000, 100_000, out RateFtPerMin);
            case 8:
                return TryDetails(ref reader);
            case 9: return AircraftReader.TrySource(ref reader, out Source);
            case 10: return AircraftReader.TryNumber(ref reader, -3000, 400_000, out AltGeomFt);
            default: return true;
        }
    }

    /// <summary>An aircraft object without its address.</summary>
    private bool TryDetails(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        var good = AircraftReader.TryRead(ref reader, out var report, out var refused) || refused == "hex";
        Details = report;
        return good;
    }
}
