using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>Writes leaves into the room that <see cref="LeafWriter.Begin"/> gave: as they were sent, and what they mean.</summary>
internal ref struct LeafPen(TextPen sent, TextPen meant)
{
    private TextPen sent = sent;
    private TextPen meant = meant;

    public readonly TextPen Sent => sent;

    public readonly TextPen Meant => meant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(byte character)
    {
        sent.Mark(character);
        meant.Mark(character);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> text)
    {
        sent.Text(text);
        meant.Text(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Name(ulong packed, int length)
    {
        sent.Name(packed, length);
        meant.Name(packed, length);
    }

    /// <summary>Text into which digits go yet, before <see cref="Skip"/> goes on behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Form(ReadOnlySpan<byte> text)
    {
        sent.Form(text);
        meant.Form(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Digit(int at, ulong value)
    {
        sent.Digit(at, value);
        meant.Digit(at, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int octets)
    {
        sent.Skip(octets);
        meant.Skip(octets);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ulong value)
    {
        if (value < Decimals.ThreeDigits)
        {
            var digits = Decimals.Few(value);
            sent.Few(digits);
            meant.Few(digits);
            return;
        }

        sent.Raw(value);
        meant.Raw(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Integer(ulong value, int bits)
    {
        sent.Raw(value);
        meant.Whole(SignExtended(value, bits));
    }

    /// <summary>The number times <paramref name="factor"/> / 2^<paramref name="halvings"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unsigned(ulong value, int factor, int halvings)
    {
        sent.Raw(value);
        meant.Dyadic((long)value * factor, halvings);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Signed(ulong value, int bits, int factor, int halvings)
    {
        sent.Raw(value);
        meant.Dyadic(SignExtended(value, bits) * factor, halvings);
    }

    /// <summary>The number times a scale that is no whole number over a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unsigned(ulong value, double scale)
    {
        sent.Raw(value);
        meant.Real(value * scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Signed(ulong value, int bits, double scale)
    {
        sent.Raw(value);
        meant.Real(SignExtended(value, bits) * scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Octal(ulong value, int bits)
    {
        sent.Raw(value);
        meant.Octal(value, bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SixBitText(ulong value, int bits)
    {
        sent.Raw(value);
        meant.SixBitText(value, bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ascii(ulong value, int bits)
    {
        sent.Raw(value);
        meant.Ascii(value, bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ascii(ReadOnlySpan<byte> octets)
    {
        sent.Hex(octets);
        meant.Ascii(octets);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hex(ReadOnlySpan<byte> octets)
    {
        sent.Hex(octets);
        meant.Hex(octets);
    }

    private static long SignExtended(ulong value, int bits) => (long)(value << (64 - bits)) >> (64 - bits);
}
