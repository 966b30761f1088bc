using Vedette.Kernel;
using Vedette.Wire.Containers;

namespace Vedette.Wire.Lines;

/// <summary>When a line of a recording had been received; null where it does not tell.</summary>
internal delegate Instant? LineTime(ReadOnlySpan<byte> line);

/// <summary>
/// A recording of text lines as pieces with the times at which a station would have delivered them. Reads forward in constant memory; every
/// octet of the recording is in exactly one piece, and pieces end where lines end.
/// </summary>
internal static class LineRecording
{
    private const int BufferOctets = 1 << 16;
    private static readonly TimeSpan LongestPiece = TimeSpan.FromMilliseconds(20);

    /// <summary>A line that leaps further ahead than this counts only when the next agrees with it.</summary>
    private static readonly TimeSpan MostGap = TimeSpan.FromHours(1);

    /// <param name="recording">Read to its end, not closed.</param>
    /// <param name="start">The time of the first line where it does not tell its own.</param>
    /// <param name="timeOf">Called once for each line, in order.</param>
    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start, LineTime timeOf)
    {
        var buffer = new byte[BufferOctets];
        var clock = new LineClock(start, MostGap);
        long offset = 0;                                     // of the buffer in the recording
        int filled = 0, scanned = 0;                         // scanned: the end of the last whole line
        while (true)
        {
            var pieceStart = 0;
            var opening = clock.Now;
            for (int end; (end = buffer.AsSpan(scanned, filled - scanned).IndexOf((byte)'\n')) >= 0; scanned += end + 1)
            {
                var before = clock.Now;
                clock.Follow(timeOf(buffer.AsSpan(scanned, end)));
                if (clock.Now - opening <= LongestPiece) continue;
                if (scanned > pieceStart) yield return new(before, buffer.AsMemory(pieceStart, scanned - pieceStart), offset + pieceStart);
                (pieceStart, opening) = (scanned, clock.Now);
            }

            if (scanned == 0 && filled == buffer.Length) scanned = filled;
            if (scanned > pieceStart) yield return new(clock.Now, buffer.AsMemory(pieceStart, scanned - pieceStart), offset + pieceStart);
            buffer.AsSpan(scanned, filled - scanned).CopyTo(buffer);
            offset += scanned;
            (filled, scanned) = (filled - scanned, 0);
            var read = recording.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            if (read > 0) continue;
            if (filled > 0) yield return new(clock.Now, buffer.AsMemory(0, filled), offset);
            yield break;
        }
    }
}

/// <summary>The time of a recording as its lines tell it: never runs backwards, and one wild time does not carry it away.</summary>
internal sealed class LineClock(Instant start, TimeSpan mostGap)
{
    private bool told;
    private Instant? wild;

    public Instant Now { get; private set; } = start;

    public void Follow(Instant? time)
    {
        if (time is not { } at) return;
        var leaps = told && at - Now > mostGap;
        var confirmed = wild is { } before && (at - before).Duration() <= mostGap;
        wild = leaps && !confirmed ? at : null;
        if (leaps && !confirmed) return;
        Now = told ? Instant.Max(Now, at) : at;
        told = true;
    }
}
