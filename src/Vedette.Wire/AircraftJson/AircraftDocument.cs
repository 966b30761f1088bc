using System.Text.Json;

namespace Vedette.Wire.AircraftJson;

/// <summary>Takes what an outermost object of the stream says.</summary>
internal interface IAircraftTaker
{
    /// <param name="report">One aircraft.</param>
    /// <param name="nowS">The time that its ages are counted from, Unix seconds; NaN = not told.</param>
    /// <param name="offset">Where it begins in the outermost object.</param>
    void OnAircraft(in AircraftReport report, double nowS, int offset);

    /// <param name="item">The member's name.</param>
    /// <param name="offset">Where the object that holds it begins in the outermost one.</param>
    void OnRefusal(string item, string reason, int offset);
}

/// <summary>
/// An outermost object: a list of aircraft with one time (aircraft.json, and the interfaces of aggregators that call the list "ac" and count in
/// milliseconds), or one aircraft with a time of its own, as readsb's --net-json-port sends them.
/// </summary>
internal static class AircraftDocument
{
    /// <summary>Later than this a time is in milliseconds.</summary>
    private const double MostSeconds = 1e11;

    public static void Read(ReadOnlySpan<byte> whole, IAircraftTaker taker)
    {
        var reader = new Utf8JsonReader(whole);
        try
        {
            reader.Read();
            var top = Survey(reader, out var list);
            if (list.TokenType == JsonTokenType.StartArray) ReadList(ref list, top.Now, taker);
            else ReadOne(ref reader, taker);
        }
        catch (JsonException e)
        {
            taker.OnRefusal("json", $"not JSON in line {e.LineNumber + 1}, octet {e.BytePositionInLine}", 0);
        }
    }

    /// <summary>The time that a document tells; NaN where there is none.</summary>
    public static double TimeOf(ReadOnlySpan<byte> whole)
    {
        var reader = new Utf8JsonReader(whole);
        try
        {
            reader.Read();
            return Survey(reader, out _).Now;
        }
        catch (JsonException)
        {
            return double.NaN;
        }
    }

    /// <summary>Looks through the members once without reading the aircraft: the time may stand behind them.</summary>
    private static (double Now, bool HasList) Survey(Utf8JsonReader reader, out Utf8JsonReader list)
    {
        list = default;
        var now = double.NaN;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isList = reader.ValueTextEquals("aircraft"u8) || reader.ValueTextEquals("ac"u8);
            var isNow = reader.ValueTextEquals("now"u8);
            reader.Read();
            if (isNow && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var told)) now = told > MostSeconds ? told / 1000 : told;
            if (isList && reader.TokenType == JsonTokenType.StartArray) list = reader;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
        }

        return (now, list.TokenType == JsonTokenType.StartArray);
    }

    private static void ReadList(ref Utf8JsonReader reader, double nowS, IAircraftTaker taker)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var offset = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                taker.OnRefusal("aircraft", "not an object", offset);
                if (reader.TokenType == JsonTokenType.StartArray) reader.Skip();
            }
            else if (AircraftReader.TryRead(ref reader, out var report, out var refused)) taker.OnAircraft(report, nowS, offset);
            else taker.OnRefusal(refused, "missing or not readable", offset);
        }
    }

    private static void ReadOne(ref Utf8JsonReader reader, IAircraftTaker taker)
    {
        if (AircraftReader.TryRead(ref reader, out var report, out var refused))
            taker.OnAircraft(report, report.NowS > MostSeconds ? report.NowS / 1000 : report.NowS, 0);
        else taker.OnRefusal(refused, "missing or not readable", 0);
    }
}
