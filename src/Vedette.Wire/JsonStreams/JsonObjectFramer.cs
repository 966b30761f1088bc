namespace Vedette.Wire.JsonStreams;

/// <summary>What came of the octets so far.</summary>
internal enum JsonEvent : byte
{
    /// <summary>All octets are read and an object may be under way: bring more.</summary>
    NeedMore,

    /// <summary>A whole object.</summary>
    Object,

    /// <summary>An object that was never finished (the connection broke), or is larger or deeper than any; what came of it is dropped.</summary>
    Broken,

    /// <summary>Octets outside any object. Told once for a run of them; blanks, commas and the brackets of a list do not count.</summary>
    Noise,
}

/// <summary>
/// Finds the outermost JSON objects in a stream cut anywhere, whatever separates them. Does not judge what is in them, but for one thing: a
/// brace where no object can begin shows that the one under way was never finished.
/// </summary>
internal sealed class JsonObjectFramer
{
    private const int LargestObject = 64 << 20;
    private const int DeepestNesting = 63;

    private byte[] kept = new byte[4096];
    private int keptLength;
    private int depth;
    private ulong listAtDepth;
    private bool inText, escaped, inNoise;
    private byte previous;

    /// <summary>Octets of the pieces that are read to their end.</summary>
    public long Consumed { get; private set; }

    /// <summary>Where the newest object began, octets from the start of the stream.</summary>
    public long Start { get; private set; }

    /// <param name="octets">A piece of the stream: the same one again until all of it is read.</param>
    /// <param name="position">Where to read on; left behind the last octet read.</param>
    /// <param name="whole">The object's octets. Valid until the next call.</param>
    public JsonEvent Next(ReadOnlySpan<byte> octets, ref int position, out ReadOnlySpan<byte> whole)
    {
        whole = default;
        var begin = position;
        while (position < octets.Length)
        {
            var octet = octets[position++];
            if (depth == 0)
            {
                if (octet != (byte)'{')
                {
                    if (IsNoise(octet)) return JsonEvent.Noise;
                    continue;
                }

                begin = position - 1;
                Begin(Consumed + begin);
            }
            else if (octet == (byte)'{' && !inText && !MayBegin())
            {
                position--;
                Drop();
                return JsonEvent.Broken;
            }
            else if (!Follow(octet))
            {
                Drop();
                return JsonEvent.Broken;
            }
            else if (depth == 0) return Finish(octets[begin..position], out whole);
        }

        Consumed += octets.Length;
        if (depth == 0 || Keep(octets[begin..])) return JsonEvent.NeedMore;
        Drop();
        return JsonEvent.Broken;
    }

    private void Begin(long start)
    {
        Start = start;
        (depth, listAtDepth, inText, escaped, inNoise, previous) = (1, 0, false, false, false, (byte)'{');
    }

    private JsonEvent Finish(ReadOnlySpan<byte> tail, out ReadOnlySpan<byte> whole)
    {
        whole = default;
        if (!Keep(tail))
        {
            Drop();
            return JsonEvent.Broken;
        }

        whole = kept.AsSpan(0, keptLength);
        keptLength = 0;
        return JsonEvent.Object;
    }

    private void Drop() => (depth, keptLength) = (0, 0);

    /// <summary>An object begins after a colon, or in a list after its bracket or a comma.</summary>
    private bool MayBegin() => previous == (byte)':' || (((listAtDepth >> depth) & 1) != 0 && previous is (byte)'[' or (byte)',');

    /// <summary>False where the nesting is deeper than can be followed.</summary>
    private bool Follow(byte octet)
    {
        if (inText)
        {
            // No text holds the end of a line: one that does was never finished.
            inText = escaped || octet is not ((byte)'"' or (byte)'\n');
            escaped = !escaped && octet == (byte)'\\';
            return true;
        }

        if (octet <= (byte)' ') return true;
        previous = octet;
        switch (octet)
        {
            case (byte)'"':
                inText = true;
                break;
            case (byte)'{' or (byte)'[':
                if (depth == DeepestNesting) return false;
                depth++;
                listAtDepth = octet == (byte)'[' ? listAtDepth | (1UL << depth) : listAtDepth & ~(1UL << depth);
                break;
            case (byte)'}' or (byte)']':
                depth--;
                break;
        }

        return true;
    }

    private bool IsNoise(byte octet)
    {
        if (octet is <= (byte)' ' or (byte)',' or (byte)'[' or (byte)']') return false;
        var first = !inNoise;
        inNoise = true;
        return first;
    }

    private bool Keep(ReadOnlySpan<byte> piece)
    {
        if (keptLength + piece.Length > LargestObject) return false;
        if (kept.Length < keptLength + piece.Length) Array.Resize(ref kept, Math.Max(keptLength + piece.Length, 2 * kept.Length));
        piece.CopyTo(kept.AsSpan(keptLength));
        keptLength += piece.Length;
        return true;
    }
}
