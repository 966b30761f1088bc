using Vedette.Kernel;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Ogn;

/// <summary>A recorded APRS-IS stream, dated by its times of day. Identities that nobody may keep are taken out as it is read.</summary>
internal static class OgnRecording
{
    public static bool LooksLikeOgn(ReadOnlySpan<byte> head)
    {
        var positions = 0;
        return LineSample.Most(head, line =>
        {
            var good = OgnReader.TryRead(line, out var report, out _);
            if (good && report.TimeOfDay is not null) positions++;
            return good;
        }) && positions > 0;
    }

    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start)
    {
        var clock = new DayClock(start);
        foreach (var piece in LineRecording.Read(recording, start, line => TimeOf(line, clock)))
        {
            var privacy = new OgnPrivacy();
            var lines = privacy.Filter(piece.Octets.Span).ToArray();
            if (lines.Length > 0) yield return new(piece.At, lines, piece.Offset);
        }
    }

    private static Instant? TimeOf(ReadOnlySpan<byte> line, DayClock clock) =>
        !line.IsEmpty && OgnReader.TryRead(line.TrimEnd((byte)'\r'), out var report, out _) && report.TimeOfDay is { } time ? clock.Advance(time) : null;
}
