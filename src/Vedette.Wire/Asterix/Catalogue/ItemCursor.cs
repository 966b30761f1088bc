using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>Walks the bits of one record. Whoever reads asks first whether the octets are there (<see cref="Has"/>).</summary>
internal ref struct ItemCursor(ReadOnlySpan<byte> octets)
{
    private readonly ReadOnlySpan<byte> octets = octets;
    private int bit;
    private ulong heldMore;

    /// <summary>The octet that is read next, from the start of the span.</summary>
    public readonly int Position => bit >> 3;

    public readonly bool AtEnd => Position >= octets.Length;

    /// <summary>Number of the presence bit that announces what no layout knows; 0 where the octets ended too early.</summary>
    public int UnknownBit { get; private set; }

    /// <summary>The octets held more than the leaves tell: spare bits that are set, extensions stepped over, presence octets that announce nothing.</summary>
    public readonly bool HeldMore => heldMore != 0;

    public readonly bool Has(int count) => octets.Length - Position >= count;

    public readonly ReadOnlySpan<byte> From(int position) => octets[position..];

    public void Skip(int bits) => bit += bits;

    /// <summary>Goes on past whole octets; false where they are not there.</summary>
    public bool Pass(int count)
    {
        if (!Has(count)) return false;
        bit += 8 * count;
        return true;
    }

    /// <summary>The last octet that was passed has its FX bit set.</summary>
    public readonly bool GoesOn => (octets[Position - 1] & 1) != 0;

    public bool Unknown(int presenceBit)
    {
        UnknownBit = presenceBit;
        return false;
    }

    /// <summary>The next bits as a number; at most 48.</summary>
    public ulong Bits(int count)
    {
        var from = Position;
        var shift = 64 - (bit & 7) - count;
        bit += count;
        if (octets.Length - from >= sizeof(ulong)) return (BinaryPrimitives.ReadUInt64BigEndian(octets[from..]) >> shift) & ((1UL << count) - 1);
        ulong window = 0;
        for (var i = 0; i < sizeof(ulong); i++) window = (window << 8) | (from + i < octets.Length ? octets[from + i] : 0UL);
        return (window >> shift) & ((1UL << count) - 1);
    }

    /// <summary>Spare bits. They are zero, but for stations that put something there all the same.</summary>
    public void Spare(ulong bits) => heldMore |= bits;

    public void HoldMore() => heldMore = 1;

    /// <summary>The next octets as one number; at most 8, and nothing of the first was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Take(int count)
    {
        var next = octets[Position..];
        bit += 8 * count;
        return count switch
        {
            1 => next[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(next),
            3 => ((ulong)BinaryPrimitives.ReadUInt16BigEndian(next) << 8) | next[2],
            4 => BinaryPrimitives.ReadUInt32BigEndian(next),
            5 => ((ulong)BinaryPrimitives.ReadUInt32BigEndian(next) << 8) | next[4],
            6 => ((ulong)BinaryPrimitives.ReadUInt32BigEndian(next) << 16) | BinaryPrimitives.ReadUInt16BigEndian(next[4..]),
            7 => ((ulong)BinaryPrimitives.ReadUInt32BigEndian(next) << 24) | ((ulong)BinaryPrimitives.ReadUInt16BigEndian(next[4..]) << 8) | next[6],
            _ => BinaryPrimitives.ReadUInt64BigEndian(next),
        };
    }

    public ReadOnlySpan<byte> Octets(int count)
    {
        var taken = octets.Slice(Position, count);
        bit += 8 * count;
        return taken;
    }

    /// <summary>An explicit item: its first octet counts all its octets, itself included.</summary>
    public bool Opaque(out ReadOnlySpan<byte> content)
    {
        content = default;
        if (AtEnd) return false;
        var length = octets[Position];
        if (length == 0 || !Has(length)) return false;
        Skip(8);
        content = Octets(length - 1);
        return true;
    }

    /// <summary>Octets of an extended item that a later edition added.</summary>
    public bool PassExtensions()
    {
        HoldMore();
        while (Has(1))
            if ((Octets(1)[0] & 1) == 0) return true;
        return false;
    }

    /// <summary>Presence bits, seven to an octet; its last bit says whether another octet follows.</summary>
    public bool Presence(out PresenceBits present)
    {
        present = default;
        byte octet;
        do
        {
            if (AtEnd) return false;
            octet = Octets(1)[0];
            present.Add((uint)octet >> 1, 7);
        }
        while ((octet & 1) != 0);
        if (octet == 0 && present.Count > 7) HoldMore();
        return true;
    }

    /// <summary>Presence bits, eight to an octet, in a fixed number of octets.</summary>
    public bool FixedPresence(int count, out PresenceBits present)
    {
        present = default;
        if (!Has(count)) return false;
        foreach (var octet in Octets(count)) present.Add(octet, 8);
        return true;
    }
}

/// <summary>Which fields are there: bit 1 is the first. The first 128 are kept, more than any category has.</summary>
internal struct PresenceBits
{
    private ulong first;
    private ulong second;
    private int count;

    /// <summary>How many bits were read.</summary>
    public readonly int Count => count;

    /// <summary>Number of the last bit that is set; 0 where none is.</summary>
    public readonly int LastBit =>
        second != 0 ? 128 - BitOperations.TrailingZeroCount(second) : first != 0 ? 64 - BitOperations.TrailingZeroCount(first) : 0;

    /// <summary>Number of the first bit that is set after <paramref name="number"/>; 0 where there is none.</summary>
    public readonly int After(int number)
    {
        if (number < 64 && first << number is not 0 and var soon) return number + 1 + BitOperations.LeadingZeroCount(soon);
        number = Math.Max(number - 64, 0);
        return number < 64 && second << number is not 0 and var late ? 64 + number + 1 + BitOperations.LeadingZeroCount(late) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Has(int number) => ((number <= 64 ? first >> (64 - number) : second >> (128 - number)) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(uint octet, int width)
    {
        count += width;
        if (count <= 64) first |= (ulong)octet << (64 - count);
        else if (count <= 128)
        {
            if (count - width < 64) first |= octet >> (count - 64);
            second |= (ulong)octet << (128 - count);
        }
        else if (octet != 0) second |= 1;
    }
}
