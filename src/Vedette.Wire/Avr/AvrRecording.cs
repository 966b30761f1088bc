using System.Buffers.Binary;
using Vedette.Kernel;
using Vedette.Wire.Beast;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Avr;

/// <summary>A recorded stream of AVR text: paced by its counters, where it has them.</summary>
internal static class AvrRecording
{
    public static bool LooksLikeAvr(ReadOnlySpan<byte> head) => LineSample.Most(head, line =>
    {
        Span<byte> message = stackalloc byte[AvrFrame.LongestMessage];
        return new AvrFrames(line).Next(out var text, out var closed) && closed && AvrFrame.TryRead(text, message, out _, out _);
    });

    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start)
    {
        var clock = new RecordingClock(start);
        return LineRecording.Read(recording, start, line => TimeOf(line, clock));
    }

    private static Instant? TimeOf(ReadOnlySpan<byte> line, RecordingClock clock)
    {
        Span<byte> message = stackalloc byte[AvrFrame.LongestMessage];
        Span<byte> counter = stackalloc byte[8];
        if (!new AvrFrames(line.TrimEnd((byte)'\r')).Next(out var text, out _) || !AvrFrame.TryRead(text, message, out var frame, out _)) return null;
        BinaryPrimitives.WriteInt64BigEndian(counter, frame.Counter << 16);
        return clock.TimeOf(BeastFramer.ModeSLong, counter);
    }
}
