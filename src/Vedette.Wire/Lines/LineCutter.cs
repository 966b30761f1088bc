namespace Vedette.Wire.Lines;

/// <summary>What came of the octets so far.</summary>
internal enum LineEvent : byte
{
    /// <summary>All octets are read and a line may be under way: bring more.</summary>
    NeedMore,

    /// <summary>A whole line.</summary>
    Line,

    /// <summary>A line longer than any can be. Told once; the rest of it is skipped.</summary>
    TooLong,
}

/// <summary>Finds lines in a stream of text cut anywhere. Lines end in LF or CR LF.</summary>
/// <param name="longest">Octets of the longest line there can be, its CR included.</param>
internal sealed class LineCutter(int longest)
{
    private readonly byte[] kept = new byte[longest];
    private int keptLength;
    private bool skipping;
    private long consumed;

    /// <summary>Lines met so far, the newest included: its number, counted from one.</summary>
    public long Number { get; private set; }

    /// <summary>Where the newest line began, octets from the start of the stream.</summary>
    public long Start { get; private set; }

    /// <summary>Reads from <paramref name="position"/> to the end of a line or of the octets.</summary>
    /// <param name="octets">A piece of the stream.</param>
    /// <param name="position">Where to read on; left behind the last octet read.</param>
    /// <param name="line">Without its end. Valid until the next call.</param>
    /// <param name="offset">Where the line begins in these octets; 0 where it began in an earlier piece.</param>
    public LineEvent Next(ReadOnlySpan<byte> octets, ref int position, out ReadOnlySpan<byte> line, out int offset)
    {
        line = default;
        offset = position;
        while (position < octets.Length)
        {
            offset = position;
            var rest = octets[position..];
            var end = rest.IndexOf((byte)'\n');
            var piece = end < 0 ? rest : rest[..end];
            if (keptLength == 0 && !skipping) Start = consumed;
            var taken = end < 0 ? rest.Length : end + 1;
            position += taken;
            consumed += taken;
            if (skipping)
            {
                skipping = end < 0;
                continue;
            }

            if (piece.Length > longest - keptLength)
            {
                (skipping, keptLength) = (end < 0, 0);
                Number++;
                return LineEvent.TooLong;
            }

            if (end < 0)
            {
                Keep(piece);
                break;
            }

            line = Whole(piece, ref offset).TrimEnd((byte)'\r');
            Number++;
            return LineEvent.Line;
        }

        return LineEvent.NeedMore;
    }

    private ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> tail, scoped ref int offset)
    {
        if (keptLength == 0) return tail;
        Keep(tail);
        var length = keptLength;
        (keptLength, offset) = (0, 0);
        return kept.AsSpan(0, length);
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(kept.AsSpan(keptLength));
        keptLength += piece.Length;
    }
}
