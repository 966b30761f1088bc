using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>Captured frames of Remote ID to cooperative plots and claims, one <see cref="RemoteIdPiece"/> at a time.</summary>
public sealed class RemoteIdDecoder : IFeedDecoder
{
    private readonly string feed;
    private readonly RemoteIdReport report = new();
    private readonly UasReports reports;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">Its name there.</param>
    public RemoteIdDecoder(string feed, SensorDirectory sensors, string sensorName)
    {
        this.feed = feed;
        reports = new(UasReports.Receiver(sensors, sensorName));
    }

    public SensorId Sensor => reports.Sensor;

    /// <param name="octets">One <see cref="RemoteIdPiece"/>.</param>
    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        if (!RemoteIdPiece.TryOpen(octets, out var frame))
        {
            intake.OnRefusal(new(feed, entry, 0, "Remote ID frame", "no Remote ID is in it, or it is cut short"));
            return;
        }

        if (report.Read(frame.Octets) is { Length: > 0 } refused)
        {
            intake.OnRefusal(new(feed, entry, octets.Length - frame.Octets.Length, "Remote ID message", refused));
            return;
        }

        reports.Take(report, new(NameHash.Of(frame.Transmitter), frame.PowerDbm, receivedAt, entry), intake);
    }
}
