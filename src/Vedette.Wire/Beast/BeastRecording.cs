using Vedette.Kernel;
using Vedette.Wire.Containers;

namespace Vedette.Wire.Beast;

/// <summary>
/// A recorded Beast stream, plain or stamped, as pieces with the times at which a receiver would have delivered them. Reads forward in
/// constant memory; every octet of the recording is in exactly one piece.
/// </summary>
public static class BeastRecording
{
    private const int BufferOctets = 1 << 16;

    /// <summary>
    /// True where the octets are frames one after another. A recording that began in the middle of a frame is known too, by two whole
    /// frames behind the rest of it.
    /// </summary>
    public static bool LooksLikeBeast(ReadOnlySpan<byte> head)
    {
        const int enough = 4;
        var framer = new BeastFramer();
        int position = 0, frameStart = 0, frames = 0;
        var joined = false;
        while (frames < enough)
        {
            var what = framer.Next(head, ref position, ref frameStart);
            if (what == BeastEvent.NeedMore) return frames >= (joined ? 2 : 1);
            if (what == BeastEvent.Frame && frameStart > BeastWriter.MaxFrameOctets && frames == 0) return false;
            if (what == BeastEvent.Frame) frames++;
            else if (what == BeastEvent.Noise && position <= 2) joined = true;
            else return false;
        }

        return true;
    }

    /// <summary>Yields pieces in order. Their times never run backwards.</summary>
    /// <param name="recording">Read to its end, not closed.</param>
    /// <param name="start">The time of the first frame where the recording has no stamps.</param>
    /// <param name="longestPiece">Frames further apart than this in time go into different pieces.</param>
    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start, TimeSpan longestPiece)
    {
        var buffer = new byte[BufferOctets];
        var framer = new BeastFramer();
        var clock = new RecordingClock(start);
        long offset = 0;                                     // of the buffer in the recording
        int filled = 0, scanned = 0, frameStart = 0;
        int pieceStart = 0, wholeUpTo = 0;                   // the piece under way, and the end of its last whole frame
        Instant? opening = null;
        var newest = start;
        while (true)
        {
            BeastEvent what;
            while ((what = framer.Next(buffer.AsSpan(0, filled), ref scanned, ref frameStart)) != BeastEvent.NeedMore)
            {
                if (what != BeastEvent.Frame) continue;
                var time = clock.TimeOf(framer.Type, framer.Body);
                if (opening is { } opened && time - opened > longestPiece)
                {
                    yield return new(newest, buffer.AsMemory(pieceStart, wholeUpTo - pieceStart), offset + pieceStart);
                    (pieceStart, opening) = (wholeUpTo, null);
                }

                (opening, newest, wholeUpTo) = (opening ?? time, time, scanned);
            }

            if (filled - pieceStart == buffer.Length)
            {
                if (wholeUpTo == pieceStart) wholeUpTo = filled;
                yield return new(newest, buffer.AsMemory(pieceStart, wholeUpTo - pieceStart), offset + pieceStart);
                (pieceStart, opening) = (wholeUpTo, null);
            }

            buffer.AsSpan(pieceStart, filled - pieceStart).CopyTo(buffer);
            offset += pieceStart;
            (filled, scanned, wholeUpTo, pieceStart) = (filled - pieceStart, scanned - pieceStart, wholeUpTo - pieceStart, 0);
            var read = recording.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            if (read > 0) continue;
            if (filled > 0) yield return new(newest, buffer.AsMemory(0, filled), offset);
            yield break;
        }
    }

    /// <inheritdoc cref="Read(Stream, Instant, TimeSpan)"/>
    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start) => Read(recording, start, TimeSpan.FromMilliseconds(20));
}
