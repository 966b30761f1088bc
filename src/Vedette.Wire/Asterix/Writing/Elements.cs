using System.Runtime.CompilerServices;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>
/// Puts elements into the bits of an item. What cannot be said in an element's bits is refused, never cut off and never held at an end. Used by
/// generated code with constants throughout, so that little of it is left when it is compiled.
/// </summary>
internal static class Elements
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Number<T>(ref T bits, byte element, int place, int count, ulong number)
        where T : struct, IElementBits
    {
        if (count < 64 && number >> count != 0) bits.Refuse(element);
        else bits.Put(place, count, number);
    }

    /// <summary>A whole number in two's complement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Integer<T>(ref T bits, byte element, int place, int count, long number)
        where T : struct, IElementBits
    {
        if (number << (64 - count) >> (64 - count) != number) bits.Refuse(element);
        else bits.Put(place, count, (ulong)number & (ulong.MaxValue >> (64 - count)));
    }

    /// <summary>A quantity, rounded to the nearest multiple of its least significant bit, ties to the even one.</summary>
    /// <param name="least">The least number that the bits hold, <paramref name="most"/> the greatest.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Quantity<T>(ref T bits, byte element, int place, int count, double value, double lsb, double least, double most)
        where T : struct, IElementBits
    {
        var nearest = Math.Round(value / lsb);
        if (!(nearest >= least && nearest <= most)) bits.Refuse(element);
        else bits.Put(place, count, (ulong)(long)nearest & (ulong.MaxValue >> (64 - count)));
    }

    /// <summary>A direction whose bits divide the whole circle: what rounds to 360° is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Direction<T>(ref T bits, byte element, int place, int count, double value, double lsb)
        where T : struct, IElementBits
    {
        var nearest = Math.Round(value / lsb);
        if (!(nearest >= 0 && nearest <= 1UL << count)) bits.Refuse(element);
        else bits.Put(place, count, (ulong)nearest & (ulong.MaxValue >> (64 - count)));
    }

    /// <summary>Text, filled up with spaces on the right (octal digits: with zeros on the left).</summary>
    public static void Text<T>(ref T bits, byte element, int place, int count, scoped ReadOnlySpan<char> text, LeafTextCode code)
        where T : struct, IElementBits
    {
        var width = LeafText.BitsOf(code);
        var length = (count + width - 1) / width;
        if (code == LeafTextCode.Octal) text = text.TrimStart('0');
        var number = 0UL;
        var fits = text.Length <= length;
        for (var i = 0; fits && i < length; i++)
        {
            var at = code == LeafTextCode.Octal ? i - length + text.Length : i;
            fits = LeafText.TryCode(code, at >= 0 && at < text.Length ? text[at] : code == LeafTextCode.Octal ? '0' : ' ', out var character);
            number = (number << width) | character;
        }

        if (fits) Number(ref bits, element, place, count, number);
        else bits.Refuse(element);
    }

    /// <summary>Whole octets.</summary>
    public static void Octets<T>(ref T bits, byte element, int place, int count, scoped ReadOnlySpan<byte> octets)
        where T : struct, IElementBits
    {
        if (octets.Length != count / 8)
        {
            bits.Refuse(element);
            return;
        }

        foreach (var octet in octets)
        {
            bits.Put(place, 8, octet);
            place += 8;
        }
    }
}
