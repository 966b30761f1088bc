using Vedette.Air;
using Vedette.Wire.Beast;
using Vedette.Wire.Cooperative;
using Vedette.Wire.Lines;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Avr;

/// <summary>AVR text (port 30002), cut anywhere, to cooperative plots: Mode S messages in hexadecimal, with or without the receiver's counter.</summary>
public sealed class AvrDecoder : LineDecoder
{
    private const int LongestLine = 4096;

    private readonly ModeSDecoder messages;
    private BeastClock clock;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">The receiver's name there. Configure its position to have surface targets and a range test.</param>
    public AvrDecoder(string feed, SensorDirectory sensors, string sensorName)
        : base(feed, LongestLine)
    {
        Sensor = sensors.ByName(sensorName, SensorKind.Adsb, StationPerformance.Adsb);
        messages = new(feed, sensors, Sensor);
    }

    public SensorId Sensor { get; }

    /// <summary>The Mode S side: its counts say how the feed is doing.</summary>
    public ModeSDecoder Messages => messages;

    private protected override void Read(ReadOnlySpan<byte> line, in LineOrigin origin, IIntake intake)
    {
        Span<byte> message = stackalloc byte[AvrFrame.LongestMessage];
        var frames = new AvrFrames(line);
        while (frames.Next(out var text, out var closed))
        {
            if (!closed) Refuse(origin, "end", "no semicolon", intake);
            else if (!AvrFrame.TryRead(text, message, out var frame, out var problem)) Refuse(origin, AvrFrames.NameOf(problem), "missing or not readable", intake);
            else if (frame.Length == 2) intake.OnRecord();
            else
            {
                var at = clock.TimeOf(frame.Counter, origin.ReceivedAt);
                messages.Read(message[..frame.Length], new(at, origin.ReceivedAt, origin.Entry, origin.Offset + frames.Offset, AmplitudeDb(frame.Signal)), intake);
            }
        }
    }

    private static double AmplitudeDb(byte signal) => signal == 0 ? double.NaN : 20 * Math.Log10(signal / 255.0);
}
