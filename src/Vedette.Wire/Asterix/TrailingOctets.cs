namespace Vedette.Wire.Asterix;

/// <summary>
/// What recorders and radar networks append to a datagram behind its data blocks: a count, a time, a check sum. Part I, 4.2 knows nothing of it. It is told from a
/// damaged block by being short, by following at least one whole block, and by not beginning with the category of that block.
/// </summary>
internal static class TrailingOctets
{
    /// <summary>No trailer seen in recordings is longer than ten octets; no useful data block is as short.</summary>
    private const int Most = 16;

    /// <returns>How many octets behind the last whole block are no block; 0 where the datagram ends with one, holds none, or holds a damaged one.</returns>
    public static int Count(ReadOnlySpan<byte> datagram)
    {
        var blocks = new DataBlockReader(datagram);
        byte category = 0;
        for (var step = blocks.TryRead(out var block); step != Decode.End; step = blocks.TryRead(out block))
        {
            if (step == Decode.Malformed) return Behind(category, datagram[blocks.Position..]);
            category = block.Category;
        }

        return 0;
    }

    /// <param name="category">Of the block before; 0 where there is none.</param>
    /// <param name="rest">Octets from where no block could be read, to the end of the datagram.</param>
    /// <returns>As <see cref="Count"/>.</returns>
    public static int Behind(byte category, ReadOnlySpan<byte> rest) => category != 0 && rest[0] != category && rest.Length <= Most ? rest.Length : 0;
}
