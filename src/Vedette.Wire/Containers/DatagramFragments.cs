namespace Vedette.Wire.Containers;

/// <summary>What the fragments of one datagram have in common.</summary>
/// <param name="Source">Address.</param>
/// <param name="Destination">Address.</param>
/// <param name="Identification">As the sender numbered it.</param>
internal readonly record struct FragmentKey(UInt128 Source, UInt128 Destination, uint Identification);

/// <summary>
/// Puts together datagrams that the network split (RFC 791 3.2, RFC 8200 4.5), in whatever order the parts come. Bounded: the datagram begun longest ago gives
/// way to a new one, and no datagram is longer than 65,535 octets.
/// </summary>
internal sealed class DatagramFragments
{
    private const int MostPending = 32;
    private const int LongestDatagram = 65_535;

    private readonly List<Pending> pending = [];
    private int givenUp;

    /// <summary>Datagrams of which a part is missing still, or was when they gave way.</summary>
    public int Unfinished => pending.Count + givenUp;

    /// <param name="at">Where the part belongs in the datagram.</param>
    /// <param name="more">Whether others follow it there.</param>
    /// <param name="datagram">Valid until the next call.</param>
    /// <returns>True where this was the last part missing.</returns>
    public bool TryComplete(FragmentKey key, int at, bool more, ReadOnlySpan<byte> part, out ReadOnlyMemory<byte> datagram)
    {
        datagram = default;
        if (at + part.Length > LongestDatagram) return false;
        var place = pending.FindIndex(known => known.Key == key);
        var found = place >= 0 ? pending[place] : Begin(key);
        if (!found.Add(at, more, part)) return false;
        pending.Remove(found);
        datagram = found.Whole;
        return true;
    }

    private Pending Begin(FragmentKey key)
    {
        if (pending.Count == MostPending)
        {
            pending.RemoveAt(0);
            givenUp++;
        }

        var begun = new Pending(key);
        pending.Add(begun);
        return begun;
    }

    private sealed class Pending(FragmentKey key)
    {
        private readonly List<(int From, int To)> parts = [];
        private byte[] octets = new byte[4096];
        private int length = -1;

        public FragmentKey Key => key;

        public ReadOnlyMemory<byte> Whole => octets.AsMemory(0, length);

        /// <summary>True where no octet is missing any more.</summary>
        public bool Add(int at, bool more, ReadOnlySpan<byte> part)
        {
            var end = at + part.Length;
            if (end > octets.Length) Array.Resize(ref octets, Math.Max(end, Math.Min(2 * octets.Length, LongestDatagram)));
            part.CopyTo(octets.AsSpan(at));
            if (!more) length = end;
            parts.Add((at, end));
            parts.Sort();
            var covered = 0;
            foreach (var (from, to) in parts)
            {
                if (from > covered) return false;
                covered = Math.Max(covered, to);
            }

            return length >= 0 && covered >= length;
        }
    }
}
