using System.Buffers.Binary;
using System.Numerics;

namespace Vedette.Wire;

/// <summary>Writes numbers in decimal digits, UTF-8. Each call gives the place behind the digits; whoever calls has asked for <see cref="Longest"/> octets.</summary>
internal static class Decimals
{
    /// <summary>No number comes out longer.</summary>
    public const int Longest = 40;

    private const uint EightDigits = 100_000_000;
    private const ulong SixteenDigits = (ulong)EightDigits * EightDigits;

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    public static int Write(Span<byte> text, int at, ulong value)
    {
        if (value < 10)
        {
            text[at] = (byte)('0' + value);
            return at + 1;
        }

        var end = at + Digits(value);
        for (at = end; value >= 100; value /= 100) Pairs.Slice((int)(value % 100) * 2, 2).CopyTo(text[(at -= 2)..]);
        if (value >= 10) Pairs.Slice((int)value * 2, 2).CopyTo(text[(at - 2)..]);
        else text[at - 1] = (byte)('0' + value);
        return end;
    }

    public static int Write(Span<byte> text, int at, long value)
    {
        if (value < 0) text[at++] = (byte)'-';
        return Write(text, at, (ulong)Math.Abs(value));
    }

    /// <summary>The shortest digits that read back as the same number.</summary>
    public static int Write(Span<byte> text, int at, double value)
    {
        value.TryFormat(text[at..], out var written);
        return at + written;
    }

    /// <summary>
    /// <paramref name="product"/> / 2^<paramref name="halvings"/>: all its decimals where sixteen hold them, else as many as tell it from every other double.
    /// </summary>
    /// <param name="product">At most 53 bits.</param>
    /// <param name="halvings">At most 32.</param>
    public static int Write(Span<byte> text, int at, long product, int halvings)
    {
        var magnitude = (ulong)Math.Abs(product);
        var (whole, fraction) = (magnitude >> halvings, magnitude & ((1UL << halvings) - 1));
        if (whole == 0 && halvings > 16 && fraction != 0) return Write(text, at, Math.ScaleB(product, -halvings));
        if (product < 0) text[at++] = (byte)'-';
        if (fraction == 0) return Write(text, at, whole);
        var first = (fraction *= EightDigits) >> halvings;
        fraction &= (1UL << halvings) - 1;
        if (fraction == 0) return WriteEight(text, AfterPoint(text, at, whole), first);
        var second = (fraction *= EightDigits) >> halvings;
        fraction &= (1UL << halvings) - 1;
        var sixteen = (first * EightDigits) + second;
        if (fraction >> (halvings - 1) != 0 && ++sixteen == SixteenDigits) return Write(text, at, whole + 1);
        at = AfterPoint(text, at, whole);
        if (sixteen % EightDigits == 0) return WriteEight(text, at, sixteen / EightDigits);
        BinaryPrimitives.WriteUInt64LittleEndian(text[at..], Eight(sixteen / EightDigits) | Zeros);
        return WriteEight(text, at + 8, sixteen % EightDigits);
    }

    private const ulong Zeros = 0x3030_3030_3030_3030;

    private static int AfterPoint(Span<byte> text, int at, ulong whole)
    {
        at = Write(text, at, whole);
        text[at] = (byte)'.';
        return at + 1;
    }

    /// <summary>Eight decimals without the zeros at their end; they are not all zero.</summary>
    private static int WriteEight(Span<byte> text, int at, ulong value)
    {
        var digits = Eight(value);
        BinaryPrimitives.WriteUInt64LittleEndian(text[at..], digits | Zeros);
        return at + 8 - (BitOperations.LeadingZeroCount(digits) / 8);
    }

    /// <summary>Eight digits, one an octet, the first in the lowest: halves, then pairs, then digits are parted, all at once.</summary>
    private static ulong Eight(ulong value)
    {
        var halves = (value / 10_000) | ((value % 10_000) << 32);
        var hundreds = ((halves * 10_486) >> 20) & 0x7F_0000_007F;
        var pairs = ((halves - (100 * hundreds)) << 16) + hundreds;
        var tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        return tens + ((pairs - (10 * tens)) << 8);
    }

    private static int Digits(ulong value)
    {
        if (value < 100) return 2;
        if (value < 1000) return 3;
        if (value < 10_000) return 4;
        if (value < 100_000) return 5;
        var digits = 6;
        for (value /= 1_000_000; value > 0; value /= 10) digits++;
        return digits;
    }
}
