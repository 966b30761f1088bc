using System.Text;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.JsonStreams;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Objects of JSON that speak of drones, cut anywhere, to plots and claims: DroneScout's, DragonSync's and those of network Remote ID, each known
/// by its members. An object that is none of them is read well and says nothing.
/// </summary>
public sealed class RemoteIdJsonDecoder : IFeedDecoder
{
    private readonly string feed;
    private readonly JsonObjectFramer framer = new();
    private readonly RemoteIdReport report = new();
    private readonly MemberReader members = new();
    private readonly DroneScoutJson droneScout;
    private readonly DragonSyncJson dragonSync;
    private readonly NetworkFlightJson network;
    private readonly UasReports reports;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver or service, if it does not know it yet.</param>
    /// <param name="sensorName">Its name there.</param>
    public RemoteIdJsonDecoder(string feed, SensorDirectory sensors, string sensorName)
    {
        this.feed = feed;
        reports = new(UasReports.Receiver(sensors, sensorName));
        (droneScout, dragonSync, network) = (new(members), new(members), new(members));
    }

    public SensorId Sensor => reports.Sensor;

    /// <summary>Whether octets begin like an object of one of these formats. What else is published beside them is not ours to keep.</summary>
    public static bool LooksLikeRemoteId(ReadOnlySpan<byte> head) =>
        JsonNames.HasOneOf(head, "track_type", "flights", "details") || (JsonNames.HasOneOf(head, "protocol") && head.IndexOf("UASdata"u8) >= 0);

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        var before = framer.Consumed;
        var position = 0;
        while (true)
        {
            var what = framer.Next(octets, ref position, out var whole);
            if (what == JsonEvent.NeedMore) return;
            var offset = (int)Math.Max(framer.Start - before, 0);
            if (what == JsonEvent.Object) Read(whole, new(0, double.NaN, receivedAt, entry), offset, intake);
            else if (what == JsonEvent.Broken) intake.OnRefusal(new(feed, entry, offset, "json", "an object that was never finished, or is too large"));
            else intake.OnRefusal(new(feed, entry, position - 1, "json", "octets outside any object"));
        }
    }

    private void Read(ReadOnlySpan<byte> whole, UasOrigin origin, int offset, IIntake intake)
    {
        var reader = new Utf8JsonReader(whole);
        JsonDocument document;
        try
        {
            document = JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException e)
        {
            intake.OnRefusal(new(feed, origin.Entry, offset, "json", $"not JSON in line {e.LineNumber + 1}, octet {e.BytePositionInLine}"));
            return;
        }

        using (document) Read(document.RootElement, origin, offset, intake);
    }

    private void Read(JsonElement root, UasOrigin origin, int offset, IIntake intake)
    {
        members.Begin();
        if (members.Child(root, "protocol") is not null)
        {
            var read = droneScout.TryRead(root, report);
            Tell(read, origin with { Transmitter = Radio(droneScout.Transmitter), PowerDbm = droneScout.PowerDbm }, offset, intake);
        }
        else if (members.Child(root, "track_type") is not null)
        {
            var read = dragonSync.TryRead(root, report);
            Tell(read, origin with { Transmitter = Radio(dragonSync.Transmitter), PowerDbm = dragonSync.PowerDbm }, offset, intake);
        }
        else if (members.List(root, "flights") is { } flights) ReadFlights(flights, origin, offset, intake);
        else if (members.Object(root, "details") is { } details)
        {
            network.ReadDetails(details, report);
            Tell(true, origin with { Transmitter = Flight(details) }, offset, intake);
        }
        else Tell(false, origin, offset, intake);
    }

    private void ReadFlights(JsonElement flights, UasOrigin origin, int offset, IIntake intake)
    {
        foreach (var flight in flights.EnumerateArray())
        {
            members.Begin();
            network.ReadFlight(flight, report);
            Tell(true, origin with { Transmitter = Flight(flight) }, offset, intake);
        }
    }

    private void Tell(bool isReport, in UasOrigin origin, int offset, IIntake intake)
    {
        if (members.Fault.Length > 0) intake.OnRefusal(new(feed, origin.Entry, offset, members.Fault, "is not what it should be"));
        else if (isReport) reports.Take(report, origin, intake);
        else intake.OnRecord();
    }

    /// <summary>A radio's address gives the same number as from a capture; another name gives one of its own.</summary>
    private static int Radio(string address)
    {
        Span<byte> octets = stackalloc byte[RemoteIdHexLine.Longest / 2];
        var text = Encoding.UTF8.GetBytes(address);
        var isAddress = RemoteIdHexLine.TryAddress(text, octets, out var transmitter);
        return isAddress ? NameHash.Of(transmitter) : NameHash.Of(text);
    }

    private int Flight(JsonElement flight)
    {
        var id = members.Text(flight, "id");
        if (id.Length == 0) members.Blame("id");
        return NameHash.Of(feed, NameHash.Of(Encoding.UTF8.GetBytes(id)));
    }
}
