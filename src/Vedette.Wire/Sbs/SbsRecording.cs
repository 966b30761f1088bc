using Vedette.Kernel;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Sbs;

/// <summary>A recorded stream of BaseStation lines: dated by its own times of generation, taken for UTC.</summary>
internal static class SbsRecording
{
    public static bool LooksLikeSbs(ReadOnlySpan<byte> head) => LineSample.Most(head, line => SbsReader.TryRead(line, out _, out _));

    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start) => LineRecording.Read(recording, start, TimeOf);

    private static Instant? TimeOf(ReadOnlySpan<byte> line)
    {
        if (!SbsReader.TryRead(line.TrimEnd((byte)'\r'), out var message, out _)) return null;
        var told = message.Generated != Instant.MinValue ? message.Generated : message.Logged;
        return told == Instant.MinValue ? null : told;
    }
}
