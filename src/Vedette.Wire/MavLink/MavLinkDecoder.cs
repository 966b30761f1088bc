using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.MavLink;

/// <summary>
/// Remote ID as autopilots, ground stations and receivers pass it on in MAVLink 2: datagrams, or a stream cut anywhere. A vehicle's own messages
/// come from itself (its place) and from its ground station (the operator, addressed to it); both are one aircraft.
/// </summary>
public sealed class MavLinkDecoder : IFeedDecoder
{
    private readonly string feed;
    private readonly MavLinkFramer framer = new();
    private readonly RemoteIdReport report = new();
    private readonly UasReports reports;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">Its name there.</param>
    public MavLinkDecoder(string feed, SensorDirectory sensors, string sensorName)
    {
        this.feed = feed;
        reports = new(UasReports.Receiver(sensors, sensorName));
    }

    public SensorId Sensor => reports.Sensor;

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        framer.Add(octets);
        while (framer.Next(out var offset, out var frame) is not MavLinkEvent.NeedMore and var what)
        {
            if (what == MavLinkEvent.Damaged) intake.OnRefusal(new(feed, entry, offset, "MAVLink frame", "the check sum is wrong"));
            else if (OpenDroneIdMessages.Read(frame, report, out var origin) is { Length: > 0 } refused)
                intake.OnRefusal(new(feed, entry, offset, $"OPEN_DRONE_ID {(int)frame.Message}", refused));
            else if (frame.Message == MavLinkMessage.ArmStatus) intake.OnRecord();
            else reports.Take(report, new(Transmitter(frame, origin), double.NaN, receivedAt, entry), intake);
        }
    }

    private int Transmitter(in MavLinkFrame frame, in OpenDroneIdMessages.Origin origin)
    {
        if (origin.Address.Length == 6) return NameHash.Of(Address(origin.Address));
        if (!origin.Address.IsEmpty) return NameHash.Of(origin.Address);
        return NameHash.Of(feed, origin.System != 0 ? origin.System : frame.System);
    }

    private static ulong Address(ReadOnlySpan<byte> octets)
    {
        ulong address = 0;
        foreach (var octet in octets) address = (address << 8) | octet;
        return address;
    }
}
