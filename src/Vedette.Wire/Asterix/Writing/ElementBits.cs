using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>The bits of an item that is being put together, and the element that did not fit into its bits.</summary>
internal interface IElementBits
{
    /// <summary>The first element that did not fit, counted from one; 0 where all fit.</summary>
    byte Wrong { get; }

    /// <param name="place">Bits to the element's right in <see cref="PackedBits"/>, to its left in <see cref="SpreadBits"/>.</param>
    /// <param name="number">Fits into <paramref name="count"/> bits.</param>
    void Put(int place, int count, ulong number);

    void Refuse(byte element);
}

/// <summary>Bits that fit into one number.</summary>
internal struct PackedBits : IElementBits
{
    public ulong Bits { get; private set; }

    public byte Wrong { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int place, int count, ulong number) => Bits = (Bits & ~((ulong.MaxValue >> (64 - count)) << place)) | (number << place);

    public void Refuse(byte element) => Wrong = Wrong == 0 ? element : Wrong;
}

/// <summary>Bits that are more than a number holds, at most 24 octets.</summary>
internal struct SpreadBits : IElementBits
{
    private Room octets;

    public byte Wrong { get; private set; }

    /// <summary>The octets; those beyond the item's own are zero.</summary>
    [UnscopedRef]
    public Span<byte> Octets => octets;

    public void Put(int place, int count, ulong number)
    {
        for (var bit = count - 1; bit >= 0; bit--, place++)
        {
            ref var octet = ref octets[place >> 3];
            var mask = (byte)(0x80 >> (place & 7));
            octet = (byte)(((number >> bit) & 1) != 0 ? octet | mask : octet & ~mask);
        }
    }

    public void Refuse(byte element) => Wrong = Wrong == 0 ? element : Wrong;

    [InlineArray(24)]
    private struct Room
    {
        private byte first;
    }
}
