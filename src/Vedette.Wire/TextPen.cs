using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Vedette.Wire;

/// <summary>
/// Writes into room that <see cref="Utf8Text.Begin"/> gave, until <see cref="Utf8Text.End"/> takes over what was written. All of it is inlined, so that
/// its place stays in a register: through the text's own length every number would wait for the one before it.
/// </summary>
internal ref struct TextPen(Span<byte> room)
{
    private Span<byte> rest = room;

    /// <summary>Octets of the room that are free.</summary>
    public readonly int Left => rest.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(byte character)
    {
        rest[0] = character;
        rest = rest[1..];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }

    /// <summary>The first <paramref name="length"/> of eight octets, the first lowest. Eight octets of room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Name(ulong packed, int length)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(rest, packed);
        Skip(length);
    }

    /// <summary>Text into which digits go yet, before <see cref="Skip"/> goes on behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Form(ReadOnlySpan<byte> text) => text.CopyTo(rest);

    /// <summary>Puts a digit into the form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Digit(int at, ulong value) => rest[at] = (byte)('0' + value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int octets) => rest = rest[octets..];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ulong value)
    {
        if (value < Decimals.ThreeDigits) Few(Decimals.Few(value));
        else Skip(Decimals.Write(rest, 0, value));
    }

    /// <summary>Digits that <see cref="Decimals.Few"/> gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Few(uint digits)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(rest, digits);
        Skip((int)(digits >> 24));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Whole(long value)
    {
        if (value < 0)
        {
            Mark((byte)'-');
            value = -value;
        }

        Raw((ulong)value);
    }

    /// <summary><paramref name="product"/> / 2^<paramref name="halvings"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dyadic(long product, int halvings)
    {
        if (halvings == 0) Whole(product);
        else Skip(Decimals.Write(rest, 0, product, halvings));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Real(double value) => Skip(Decimals.Write(rest, 0, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hex(ReadOnlySpan<byte> octets) => Skip(QuotedText.Hex(rest, octets));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Octal(ulong value, int bits) => Skip(QuotedText.Octal(rest, value, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SixBitText(ulong value, int bits) => Skip(QuotedText.SixBit(rest, value, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ascii(ulong value, int bits) => Skip(QuotedText.Ascii(rest, value, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ascii(ReadOnlySpan<byte> octets) => Skip(QuotedText.Ascii(rest, octets));
}
