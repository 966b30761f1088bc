namespace Vedette.Wire.Lines;

internal delegate bool LineTest(ReadOnlySpan<byte> line);

/// <summary>Tells a text format from how a recording begins.</summary>
internal static class LineSample
{
    private const int Enough = 32;
    private const int LongestLine = 4096;

    /// <summary>
    /// Among the first lines that are not blank, whole ones only, at least two thirds pass. A head that is one line without an end counts.
    /// </summary>
    public static bool Most(ReadOnlySpan<byte> head, LineTest passes)
    {
        int lines = 0, passed = 0;
        while (!head.IsEmpty && lines < Enough)
        {
            var end = head.IndexOf((byte)'\n');
            if (end < 0 && lines > 0) break;
            var line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
            head = end < 0 ? default : head[(end + 1)..];
            if (line.IsEmpty) continue;
            if (line.Length > LongestLine) return false;
            lines++;
            if (passes(line)) passed++;
        }

        return passed > 0 && 3 * passed >= 2 * lines;
    }
}
