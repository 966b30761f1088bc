using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vedette.Wire;

/// <summary>Writes numbers in decimal digits, UTF-8. Each call gives the place behind the digits; whoever calls has asked for <see cref="Longest"/> octets.</summary>
internal static class Decimals
{
    /// <summary>No number comes out longer.</summary>
    public const int Longest = 40;

    /// <summary>10^8: numbers below have at most eight digits.</summary>
    private const uint EightDigits = 100_000_000;

    /// <summary>Fractions of so many bits have at most as many decimals, and are looked up.</summary>
    private const int BitsOfFractions = 8;

    /// <summary>Numbers below have at most three digits, and are looked up.</summary>
    public const ulong ThreeDigits = 1000;

    private const ulong SixteenDigits = (ulong)EightDigits * EightDigits;

    private const ulong Zeros = 0x3030_3030_3030_3030;

    private const ulong Mantissa = (1UL << 52) - 1;

    private static readonly uint[] Small = [.. Enumerable.Range(0, (int)ThreeDigits).Select(ThreeOf)];

    /// <summary>The eight decimals of n/256.</summary>
    private static readonly ulong[] Fractions = [.. Enumerable.Range(0, 1 << BitsOfFractions).Select(n => Eight((ulong)n * EightDigits >> BitsOfFractions) | Zeros)];

    /// <summary>The digits of a number below <see cref="ThreeDigits"/>, the first in the lowest octet, and how many they are in the highest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Few(ulong value) => Small[(int)value];

    /// <summary>A number below 10^8 takes one store and no loop; a longer one is written eight digits at a time.</summary>
    public static int Write(Span<byte> text, int at, ulong value)
    {
        if (value < ThreeDigits)
        {
            var few = Few(value);
            BinaryPrimitives.WriteUInt32LittleEndian(text[at..], few);
            return at + (int)(few >> 24);
        }

        if (value >= EightDigits) return WriteLong(text, at, value);
        var digits = Eight(value);
        var zeros = BitOperations.TrailingZeroCount(digits) & ~7;
        BinaryPrimitives.WriteUInt64LittleEndian(text[at..], (digits | Zeros) >> zeros);
        return at + 8 - (zeros >> 3);
    }

    private static int WriteLong(Span<byte> text, int at, ulong value)
    {
        at = Write(text, at, value / EightDigits);
        BinaryPrimitives.WriteUInt64LittleEndian(text[at..], Eight(value % EightDigits) | Zeros);
        return at + 8;
    }

    public static int Write(Span<byte> text, int at, long value)
    {
        if (value < 0) text[at++] = (byte)'-';
        return Write(text, at, (ulong)Math.Abs(value));
    }

    /// <summary>The shortest digits that read back as the same number.</summary>
    public static int Write(Span<byte> text, int at, double value)
    {
        // .NET's shortest digits of 2^-25 and 2^-958 read back as the number below: of a power of two all seventeen are written.
        var isPowerOfTwo = (BitConverter.DoubleToUInt64Bits(value) & Mantissa) == 0;
        value.TryFormat(text[at..], out var written, isPowerOfTwo ? "G17" : default(ReadOnlySpan<char>), CultureInfo.InvariantCulture);
        return at + written;
    }

    /// <summary>
    /// <paramref name="product"/> / 2^<paramref name="halvings"/>: all its decimals where sixteen hold them, else as many as tell it from every other double.
    /// </summary>
    /// <param name="product">At most 53 bits.</param>
    /// <param name="halvings">At most 32.</param>
    public static int Write(Span<byte> text, int at, long product, int halvings)
    {
        if (halvings > BitsOfFractions) return WriteFine(text, at, product, halvings);
        var magnitude = (ulong)Math.Abs(product);
        if (product < 0) text[at++] = (byte)'-';
        at = Write(text, at, magnitude >> halvings);
        return WriteFraction(text, at, (int)(magnitude << (BitsOfFractions - halvings)) & (Fractions.Length - 1));
    }

    /// <summary>What follows the whole: a point and as many decimals as there are halvings left, nothing where it is zero.</summary>
    private static int WriteFraction(Span<byte> text, int at, int fraction)
    {
        if (fraction == 0) return at;
        text[at] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(text[(at + 1)..], Fractions[fraction]);
        return at + 1 + BitsOfFractions - BitOperations.TrailingZeroCount(fraction);
    }

    private static int WriteFine(Span<byte> text, int at, long product, int halvings)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong value)
    {
        var halves = (value / 10_000) | ((value % 10_000) << 32);
        var hundreds = ((halves * 10_486) >> 20) & 0x7F_0000_007F;
        var pairs = ((halves - (100 * hundreds)) << 16) + hundreds;
        var tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        return tens + ((pairs - (10 * tens)) << 8);
    }

    private static uint ThreeOf(int value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return digits.Select((digit, place) => (uint)digit << (8 * place)).Aggregate((uint)digits.Length << 24, (all, digit) => all | digit);
    }
}
