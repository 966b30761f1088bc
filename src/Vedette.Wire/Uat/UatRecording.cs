using Vedette.Kernel;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Uat;

/// <summary>Recorded lines of dump978: dated by their own times, or a twentieth of a second apart where they have none.</summary>
internal static class UatRecording
{
    private static readonly TimeSpan NominalStep = TimeSpan.FromMilliseconds(50);

    public static bool LooksLikeUat(ReadOnlySpan<byte> head) => LineSample.Most(head, line => UatLine.TryRead(line, out _, out _, out _));

    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start)
    {
        var untold = start;
        return LineRecording.Read(recording, start, line =>
        {
            if (line.IsEmpty || !UatLine.TryRead(line, out var read, out _, out _)) return null;
            return double.IsNaN(read.UnixS) ? untold += NominalStep : Instant.FromUnixSeconds(read.UnixS);
        });
    }
}
