using System.Text.Json;
using Vedette.Kernel;
using Vedette.Wire.Containers;
using Vedette.Wire.JsonStreams;
using Vedette.Wire.Lines;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Each object of DroneScout, DragonSync or network Remote ID as a line of JSON in the names of <see cref="RemoteIdReportJson"/>, after <c>off</c>, <c>via</c> (the
/// format) and <c>transmitter</c> or <c>flight</c>; of several flights in an object, a line for each. Objects that speak of something else give no line.
/// </summary>
internal sealed class RemoteIdObjectJson : IRecordJson
{
    private readonly JsonObjectFramer framer = new();
    private readonly RemoteIdReport report = new();
    private readonly MemberReader members = new();
    private readonly DroneScoutJson droneScout;
    private readonly DragonSyncJson dragonSync;
    private readonly NetworkFlightJson network;
    private readonly Utf8Text json = new();

    public RemoteIdObjectJson() => (droneScout, dragonSync, network) = (new(members), new(members), new(members));

    /// <summary>As pieces of a feed, one an object. Their times are told inside, each format in its own way.</summary>
    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start)
    {
        var objects = new JsonObjectFramer();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = recording.Read(buffer)) > 0)
        {
            var position = 0;
            while (TryTake(objects, buffer.AsSpan(0, read), ref position, out var whole))
                if (whole.Length > 0) yield return new(start, whole, objects.Start);
        }
    }

    public void Write(ReadOnlySpan<byte> octets, IRecordLines lines)
    {
        var position = 0;
        JsonEvent what;
        while ((what = framer.Next(octets, ref position, out var whole)) != JsonEvent.NeedMore)
        {
            if (what == JsonEvent.Object) Read(whole, lines);
            else if (what == JsonEvent.Broken) Refuse("json", "an object that was never finished, or is too large", lines);
        }
    }

    private static bool TryTake(JsonObjectFramer objects, ReadOnlySpan<byte> octets, ref int position, out byte[] whole)
    {
        var what = objects.Next(octets, ref position, out var found);
        whole = what == JsonEvent.Object ? found.ToArray() : [];
        return what != JsonEvent.NeedMore;
    }

    private void Read(ReadOnlySpan<byte> whole, IRecordLines lines)
    {
        var reader = new Utf8JsonReader(whole);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            Read(document.RootElement, lines);
        }
        catch (JsonException e)
        {
            Refuse("json", $"not JSON in line {e.LineNumber + 1}, octet {e.BytePositionInLine}", lines);
        }
    }

    private void Read(JsonElement root, IRecordLines lines)
    {
        members.Begin();
        if (members.Child(root, "protocol") is not null) Tell(droneScout.TryRead(root, report), "dronescout"u8, "transmitter"u8, droneScout.Transmitter, lines);
        else if (members.Child(root, "track_type") is not null) Tell(dragonSync.TryRead(root, report), "dragonsync"u8, "transmitter"u8, dragonSync.Transmitter, lines);
        else if (members.List(root, "flights") is { } flights) ReadFlights(flights, lines);
        else if (members.Object(root, "details") is { } details)
        {
            network.ReadDetails(details, report);
            Tell(true, "network"u8, "flight"u8, members.Text(details, "id"), lines);
        }
    }

    private void ReadFlights(JsonElement flights, IRecordLines lines)
    {
        foreach (var flight in flights.EnumerateArray())
        {
            members.Begin();
            network.ReadFlight(flight, report);
            Tell(true, "network"u8, "flight"u8, members.Text(flight, "id"), lines);
        }
    }

    private void Tell(bool isReport, ReadOnlySpan<byte> via, ReadOnlySpan<byte> whose, string name, IRecordLines lines)
    {
        if (members.Fault.Length > 0) Refuse(members.Fault, "is not what it should be", lines);
        if (members.Fault.Length > 0 || !isReport) return;
        Begin();
        json.Field("via"u8, via);
        json.Field(whose, name);
        RemoteIdReportJson.Write(json, report);
        json.Close((byte)'}');
        lines.OnRecord("Remote ID", json.WithoutComma);
    }

    private void Refuse(string item, string reason, IRecordLines lines)
    {
        Begin();
        json.Field("item"u8, item);
        json.Field("err"u8, reason);
        json.Close((byte)'}');
        lines.OnRefusal("Remote ID", json.WithoutComma);
    }

    private void Begin()
    {
        json.Length = 0;
        json.Append("{\"off\":"u8);
        json.Number((ulong)framer.Start);
    }
}
