using System.Buffers.Binary;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Cooperative;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Beast;

/// <summary>
/// A Beast byte stream, cut anywhere, to cooperative plots. Reads the plain format and the one in which readsb stamps messages with the
/// time (0x1A 0xE8). The pieces do not matter: the same octets received at the same time give the same plots.
/// </summary>
public sealed class BeastDecoder : IFeedDecoder
{
    /// <summary>A stamp this far from the arrival belongs to another day (a recording played as if live) and is not believed.</summary>
    private static readonly TimeSpan MostStampDifference = TimeSpan.FromSeconds(10);

    private readonly string feed;
    private readonly ModeSDecoder messages;
    private BeastFramer framer = new();
    private BeastClock clock;
    private Instant? stamp;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">The receiver's name there. Configure its position to have surface targets and a range test.</param>
    /// <param name="repairOneBit">See <see cref="ModeSDecoder"/>.</param>
    public BeastDecoder(string feed, SensorDirectory sensors, string sensorName, bool repairOneBit = false)
    {
        this.feed = feed;
        Sensor = sensors.ByName(sensorName, SensorKind.Adsb, StationPerformance.Adsb);
        messages = new(feed, sensors, Sensor, repairOneBit);
    }

    public SensorId Sensor { get; }

    /// <summary>The Mode S side: its counts say how the feed is doing.</summary>
    public ModeSDecoder Messages => messages;

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        int position = 0, frameStart = 0;
        while (true)
        {
            switch (framer.Next(octets, ref position, ref frameStart))
            {
                case BeastEvent.NeedMore:
                    return;
                case BeastEvent.Frame:
                    ReadFrame(framer.Type, framer.Body, receivedAt, entry, frameStart, intake);
                    break;
                case BeastEvent.CutShort:
                    intake.OnRefusal(new(feed, entry, position - 2 < 0 ? 0 : position - 2, "Beast frame", "ended before its length"));
                    break;
                case BeastEvent.Noise:
                    intake.OnRefusal(new(feed, entry, position - 1, "Beast framing", "octets outside any frame"));
                    break;
            }
        }
    }

    private void ReadFrame(byte type, ReadOnlySpan<byte> body, Instant receivedAt, long entry, int offset, IIntake intake)
    {
        switch (type)
        {
            case BeastFramer.Stamp:
                stamp = StampOf(body);
                break;
            case BeastFramer.ModeAc:
                intake.OnRecord();
                break;
            default:
                var at = TimeOf(BeastClock.CounterOf(body), receivedAt);
                messages.Read(body[7..], new(at, receivedAt, entry, offset, AmplitudeDb(body[6])), intake);
                break;
        }
    }

    private Instant TimeOf(long counter, Instant receivedAt) =>
        stamp is { } told && (told - receivedAt).Duration() <= MostStampDifference ? told : clock.TimeOf(counter, receivedAt);

    /// <summary>Milliseconds of Unix time; null where they lie outside the calendar.</summary>
    internal static Instant? StampOf(ReadOnlySpan<byte> body)
    {
        const long mostMilliseconds = 253_402_300_799_999;
        var milliseconds = BinaryPrimitives.ReadInt64LittleEndian(body);
        return milliseconds is >= 0 and <= mostMilliseconds ? Instant.FromUnixMilliseconds(milliseconds) : null;
    }

    /// <summary>The signal octet is proportional to the amplitude; 255 is full scale.</summary>
    private static double AmplitudeDb(byte signal) => signal == 0 ? double.NaN : 20 * Math.Log10(signal / 255.0);
}
