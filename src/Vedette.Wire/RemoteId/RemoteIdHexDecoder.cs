using Vedette.Air;
using Vedette.Wire.Lines;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Lines of hexadecimal to plots and claims. Where lines do not tell the transmitter, a message belongs to the aircraft that was named last:
/// such a line is of one receiver that follows one drone, or carries packs, which name their own.
/// </summary>
public sealed class RemoteIdHexDecoder : LineDecoder
{
    private readonly string feed;
    private readonly RemoteIdReport report = new();
    private readonly byte[] octets = new byte[RemoteIdHexLine.Longest / 2];
    private readonly UasReports reports;
    private int lastNamed;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">Its name there.</param>
    public RemoteIdHexDecoder(string feed, SensorDirectory sensors, string sensorName)
        : base(feed, RemoteIdHexLine.Longest)
    {
        this.feed = feed;
        reports = new(UasReports.Receiver(sensors, sensorName));
        lastNamed = NameHash.Of(feed, 0);
    }

    public SensorId Sensor => reports.Sensor;

    private protected override void Read(ReadOnlySpan<byte> line, in LineOrigin origin, IIntake intake)
    {
        if (RemoteIdHexLine.Read(line, octets, out var length, out var transmitter) is { Length: > 0 } field)
        {
            Refuse(origin, field, "pairs of hexadecimal digits are expected", intake);
            return;
        }

        if (report.Read(octets.AsSpan(0, length)) is { Length: > 0 } refused) Refuse(origin, "message", refused, intake);
        else reports.Take(report, new(Transmitter(transmitter), double.NaN, origin.ReceivedAt, origin.Entry), intake);
    }

    private int Transmitter(ulong told)
    {
        if (told != 0) return NameHash.Of(told);
        if (report.IdCount > 0 && !report.Id(0).IsEmpty) lastNamed = NameHash.Of(feed, NameHash.Of(report.Id(0)));
        return lastNamed;
    }
}
