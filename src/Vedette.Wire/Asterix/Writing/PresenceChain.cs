using System.Numerics;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>
/// Presence bits that are being gathered, and the place kept free for them before what they announce: a field specification, or the first octets
/// of a compound item. Part I, 4.3.1 and 4.3.5.
/// </summary>
internal struct PresenceChain
{
    /// <summary>Announced so far; number 1 is the most significant bit.</summary>
    private ulong present;

    /// <summary>The number announced last.</summary>
    private ulong last;

    /// <summary>Where the first presence octet stands.</summary>
    public int At { get; private set; }

    /// <summary>Octets kept free.</summary>
    public int Room { get; private set; }

    /// <summary>Presence bits fill this many octets and no FX bit is among them; 0 where the chain is as long as need be.</summary>
    private int fixedOctets;

    public bool IsOpen { get; private set; }

    /// <summary>Number of octets that what was announced takes.</summary>
    public readonly int Octets =>
        fixedOctets > 0 ? fixedOctets
        : present == 0 ? 1
        : ((63 - BitOperations.TrailingZeroCount(present)) / 7) + 1;

    public void Open(int at, int room, int fixedPresence)
    {
        (present, last, At, fixedOctets, IsOpen) = (0, ulong.MaxValue, at, fixedPresence, true);
        Room = fixedPresence > 0 ? fixedPresence : room;
    }

    public void Close() => IsOpen = false;

    /// <summary>What is announced was announced last.</summary>
    public readonly bool IsLast(ulong bit) => IsOpen && last == bit;

    /// <exception cref="InvalidOperationException">What comes later in the profile was written before, or the same.</exception>
    public void Add(ulong bit)
    {
        if (bit >= last) Misplaced(bit);
        present |= bit;
        last = bit;
    }

    /// <summary>Writes the presence octets at their place.</summary>
    public readonly void Write(Span<byte> destination)
    {
        if (fixedOctets > 0)
        {
            for (var i = 0; i < fixedOctets; i++) destination[At + i] = (byte)(present >> (56 - (8 * i)));
            return;
        }

        var count = Octets;
        var shift = 56;
        for (var i = 0; i < count; i++, shift -= 7)
        {
            var octet = (uint)(present >> shift) & 0xFE;
            destination[At + i] = (byte)(octet | (i + 1 < count ? 1u : 0u));
        }
    }

    private readonly void Misplaced(ulong bit) => throw new InvalidOperationException(
        $"presence bit {BitOperations.LeadingZeroCount(bit) + 1} after {BitOperations.LeadingZeroCount(last) + 1}: each is written once and in order");
}
