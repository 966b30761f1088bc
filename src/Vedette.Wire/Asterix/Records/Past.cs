namespace Vedette.Wire.Asterix.Records;

/// <summary>
/// Steps over the parts of a record whose length the octets tell. Each gives the place after the part, or a negative number: <see cref="Short"/>
/// where the octets end first, -1-N where presence bit N announces what is not defined. A place that is already past the end is allowed.
/// Part I, 4.3.
/// </summary>
internal static class Past
{
    public const int Short = -1;

    /// <summary>Presence bits, seven to an octet; the last bit of an octet says whether another follows.</summary>
    /// <param name="present">The first bit is the most significant; the lowest says that one after the 63rd is set.</param>
    public static int Presence(ReadOnlySpan<byte> octets, int at, out ulong present)
    {
        present = 0;
        for (var shift = 57; at < octets.Length; shift -= 7)
        {
            var octet = octets[at++];
            if (shift > 0) present |= (ulong)(octet >> 1) << shift;
            else if (octet > 1) present |= 1;
            if ((octet & 1) == 0) return at;
        }

        return Short;
    }

    /// <summary>Presence bits, eight to an octet, in a fixed number of octets, at most eight.</summary>
    public static int FixedPresence(ReadOnlySpan<byte> octets, int at, int count, out ulong present)
    {
        present = 0;
        if (at + count > octets.Length) return Short;
        for (var i = 0; i < count; i++) present |= (ulong)octets[at + i] << (56 - (8 * i));
        return at + count;
    }

    public static int Fixed(ReadOnlySpan<byte> octets, int at, int count) => at + count > octets.Length ? Short : at + count;

    /// <summary>Groups of octets, each followed by another where its lowest bit is set.</summary>
    public static int Chain(ReadOnlySpan<byte> octets, int at, int count)
    {
        while ((at += count) <= octets.Length)
            if ((octets[at - 1] & 1) == 0) return at;
        return Short;
    }

    /// <summary>Parts of these lengths, each followed by the next where its lowest bit is set; after the last, octets that the edition does not know.</summary>
    /// <param name="goesOn">The last part has such a bit too.</param>
    public static int Extended(ReadOnlySpan<byte> octets, int at, ReadOnlySpan<byte> parts, bool goesOn)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            at += parts[i];
            if (at > octets.Length) return Short;
            if ((i + 1 < parts.Length || goesOn) && (octets[at - 1] & 1) == 0) return at;
        }

        return goesOn ? Chain(octets, at, 1) : at;
    }

    /// <summary>A count, then as many times the same number of octets.</summary>
    public static int Repetition(ReadOnlySpan<byte> octets, int at, int countOctets, int count)
    {
        if (at + countOctets > octets.Length) return Short;
        var times = 0;
        for (var i = 0; i < countOctets; i++) times = (times << 8) | octets[at++];
        return Fixed(octets, at, times * count);
    }

    /// <summary>The first octet counts all, itself included.</summary>
    public static int Opaque(ReadOnlySpan<byte> octets, int at)
    {
        if (at >= octets.Length || octets[at] == 0) return Short;
        return Fixed(octets, at, octets[at]);
    }

    /// <summary>The answer where a presence bit after <paramref name="defined"/> is set in the chain that begins at a place.</summary>
    public static int Undefined(ReadOnlySpan<byte> octets, int from, int defined)
    {
        for (var number = 0; ; from++)
        {
            for (var bit = 7; bit > 0; bit--)
                if (++number > defined && ((octets[from] >> bit) & 1) != 0) return -1 - number;
            if ((octets[from] & 1) == 0) return Short;
        }
    }

    /// <summary>The same for presence bits of a fixed number.</summary>
    public static int UndefinedIn(ulong present, int defined) => -1 - (defined + 1 + System.Numerics.BitOperations.LeadingZeroCount(present << defined));

    public static string Reason(int told) => told == Short ? "short" : $"subfield {-1 - told} undefined";
}
