using System.Text.Json;
using Vedette.Air;
using Vedette.Wire.Lines;

namespace Vedette.Wire.AircraftJson;

/// <summary>
/// Reads one aircraft object of readsb's, dump1090's and their aggregators' JSON. Members that are not known here are passed over; so is a
/// member that is null. Source of names and units: readsb's README-json.
/// </summary>
public static class AircraftReader
{
    /// <param name="reader">At the object's opening brace; left at its closing one.</param>
    /// <param name="report">What it says.</param>
    /// <param name="refused">The first member that cannot be read, or "hex" where there is none; empty where the answer is true.</param>
    /// <exception cref="JsonException">The octets are not JSON.</exception>
    public static bool TryRead(ref Utf8JsonReader reader, out AircraftReport report, out string refused)
    {
        report = AircraftReport.Empty();
        refused = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) continue;
            var good = TryMember(name, ref reader, ref report);
            if (!good && refused.Length == 0) refused = System.Text.Encoding.UTF8.GetString(name);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
        }

        if (report.Address < 0 && refused.Length == 0) refused = "hex";
        return refused.Length == 0;
    }

    private static bool TryMember(ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref AircraftReport report)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("gs"u8): return TryNumber(ref reader, 0, 5000, out report.SpeedKt);
            case 3: return Short(name, ref reader, ref report);
            case 4: return Four(name, ref reader, ref report);
            case 5 when name.SequenceEqual("track"u8): return TryNumber(ref reader, -360, 360, out report.TrackDeg);
            case 5 when name.SequenceEqual("nac_p"u8): return Category(ref reader, out report.NacP);
            case 5 when name.SequenceEqual("nac_v"u8): return Category(ref reader, out report.NacV);
            case 6 when name.SequenceEqual("flight"u8): return Flight(ref reader, out report.Flight);
            case 6 when name.SequenceEqual("squawk"u8): return Squawk(ref reader, out report.Squawk);
            case 7 when name.SequenceEqual("version"u8): return Category(ref reader, out report.Version);
            case 8 when name.SequenceEqual("alt_baro"u8): return AltBaro(ref reader, ref report);
            case 8 when name.SequenceEqual("alt_geom"u8): return TryNumber(ref reader, -3000, 400_000, out report.AltGeomFt);
            case 8 when name.SequenceEqual("seen_pos"u8): return TryNumber(ref reader, -60, 1e9, out report.SeenPosS);
            case 9 when name.SequenceEqual("baro_rate"u8): return TryNumber(ref reader, -100_000, 100_000, out report.BaroRateFtPerMin);
            case 9 when name.SequenceEqual("geom_rate"u8): return TryNumber(ref reader, -100_000, 100_000, out report.GeomRateFtPerMin);
            case 12 when name.SequenceEqual("true_heading"u8): return TryNumber(ref reader, -360, 360, out report.TrueHeadingDeg);
            default: return true;
        }
    }

    private static bool Short(ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref AircraftReport report)
    {
        if (name.SequenceEqual("hex"u8)) return TryAddress(ref reader, out report.Address);
        if (name.SequenceEqual("lat"u8)) return TryNumber(ref reader, -90, 90, out report.LatitudeDeg);
        if (name.SequenceEqual("lon"u8)) return TryNumber(ref reader, -180, 180, out report.LongitudeDeg);
        if (name.SequenceEqual("nic"u8)) return Category(ref reader, out report.Nic);
        if (name.SequenceEqual("sil"u8)) return Category(ref reader, out report.Sil);
        return !name.SequenceEqual("now"u8) || TryNumber(ref reader, 0, 1e13, out report.NowS);
    }

    private static bool Four(ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref AircraftReport report)
    {
        if (name.SequenceEqual("type"u8)) return TrySource(ref reader, out report.Source);
        if (name.SequenceEqual("seen"u8)) return TryNumber(ref reader, -60, 1e9, out report.SeenS);
        if (name.SequenceEqual("rssi"u8)) return TryNumber(ref reader, -1000, 1000, out report.SignalDb);
        if (name.SequenceEqual("mlat"u8)) return NamesPlace(ref reader, out report.PlaceIsMlat);
        return !name.SequenceEqual("tisb"u8) || NamesPlace(ref reader, out report.PlaceIsGroundTrack);
    }

    internal static bool TryNumber(ref Utf8JsonReader reader, double least, double most, out double value)
    {
        value = double.NaN;
        return reader.TokenType == JsonTokenType.Number && TextNumber.TryDecimal(reader.ValueSpan, least, most, out value);
    }

    private static bool Category(ref Utf8JsonReader reader, out sbyte value)
    {
        var known = TryNumber(ref reader, 0, 15, out var number);
        value = known ? (sbyte)number : (sbyte)-1;
        return known;
    }

    internal static bool TryAddress(ref Utf8JsonReader reader, out int address)
    {
        address = -1;
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped) return false;
        var text = reader.ValueSpan.Trim((byte)' ');
        var marked = text.Length > 0 && text[0] == (byte)'~';
        if (!TextNumber.TryAddress(marked ? text[1..] : text, out var value)) return false;
        address = marked ? value | TransponderAddress.NonIcaoFlag : value;
        return true;
    }

    private static bool AltBaro(ref Utf8JsonReader reader, ref AircraftReport report)
    {
        if (reader.TokenType != JsonTokenType.String) return TryNumber(ref reader, -3000, 400_000, out report.AltBaroFt);
        return report.OnGround = reader.ValueTextEquals("ground"u8);
    }

    private static bool Squawk(ref Utf8JsonReader reader, out int code)
    {
        code = -1;
        if (reader.TokenType != JsonTokenType.String || !TextNumber.TryOctal(reader.ValueSpan, out var value)) return false;
        code = reader.ValueSpan.IsEmpty ? -1 : value;
        return true;
    }

    private static bool Flight(ref Utf8JsonReader reader, out Callsign callsign)
    {
        callsign = default;
        if (reader.TokenType != JsonTokenType.String) return false;
        var text = reader.ValueSpan.Trim((byte)' ');
        return text.IsEmpty || reader.ValueIsEscaped || TextCallsign.TryRead(text, out callsign);
    }

    internal static bool TrySource(ref Utf8JsonReader reader, out AircraftSource source)
    {
        source = AircraftSource.Unknown;
        if (reader.TokenType != JsonTokenType.String) return false;
        var text = reader.ValueSpan;
        if (text.StartsWith("ads"u8)) source = AircraftSource.Claim;
        else if (text.SequenceEqual("mlat"u8)) source = AircraftSource.Mlat;
        else if (text.StartsWith("tisb"u8)) source = AircraftSource.GroundTrack;
        else if (text.SequenceEqual("mode_s"u8)) source = AircraftSource.ModeS;
        return true;
    }

    private static bool NamesPlace(ref Utf8JsonReader reader, out bool names)
    {
        names = false;
        if (reader.TokenType != JsonTokenType.StartArray) return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) names |= reader.ValueTextEquals("lat"u8);
            else if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) reader.Skip();
        }

        return true;
    }
}
