using System.Buffers.Text;

namespace Vedette.Wire.Lines;

/// <summary>Numbers as they stand in text feeds. None of these throws.</summary>
internal static class TextNumber
{
    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>
    /// Decimal number: digits with one point read as an integer over a power of ten, which rounds correctly up to 15 digits; anything
    /// else (exponents, longer numbers) goes the general way.
    /// </summary>
    /// <param name="field">Not empty.</param>
    /// <param name="least">Smaller values are refused; so is NaN.</param>
    /// <param name="most">Larger values are refused.</param>
    public static bool TryDecimal(ReadOnlySpan<byte> field, double least, double most, out double value)
    {
        long digits = 0;
        int decimals = -1, i = field[0] == (byte)'-' ? 1 : 0;
        var plain = field.Length > i && field.Length <= 16;
        for (; plain && i < field.Length; i++)
        {
            var c = field[i];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (c - '0');
                if (decimals >= 0) decimals++;
            }
            else if (c == (byte)'.' && decimals < 0) decimals = 0;
            else plain = false;
        }

        if (plain) value = (field[0] == (byte)'-' ? -digits : digits) / PowersOfTen[Math.Max(decimals, 0)];
        else if (!Utf8Parser.TryParse(field, out value, out var used) || used != field.Length) return false;
        return value >= least && value <= most;
    }

    /// <summary>Digits only, as many as the field has; at most nine.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> field, out int value)
    {
        value = 0;
        if (field.IsEmpty || field.Length > 9) return false;
        foreach (var c in field)
        {
            if (c is < (byte)'0' or > (byte)'9') return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }

    /// <summary>A Mode 3/A code: octal digits worth at most 12 bits.</summary>
    public static bool TryOctal(ReadOnlySpan<byte> field, out int value)
    {
        value = 0;
        foreach (var c in field)
        {
            if (c is < (byte)'0' or > (byte)'7' || value > 0x1FF) return false;
            value = (value << 3) | (c - '0');
        }

        return true;
    }

    /// <summary>A 24-bit address in hexadecimal.</summary>
    public static bool TryAddress(ReadOnlySpan<byte> field, out int value) =>
        Utf8Parser.TryParse(field, out value, out var used, 'X') && used == field.Length && value is >= 0 and <= 0xFFFFFF;
}
