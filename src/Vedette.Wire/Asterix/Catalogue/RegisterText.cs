using System.Buffers;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.CommB;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Finds Mode S registers in the items of a line, in both forms that definitions give them: <c>"MBDATA":"c84e4270a80000","BDS1":4,"BDS2":0</c>, and lists of 16
/// hexadecimal digits, the last two of which are the register's number.
/// </summary>
internal ref struct RegisterText(ReadOnlySpan<byte> items)
{
    private const int FieldOctets = 7;

    private ReadOnlySpan<byte> rest = items;
    private bool isInList;

    /// <param name="mb">The 56 bits.</param>
    /// <param name="register">Its number; unknown where it is 0,0.</param>
    public bool TryTake(out MessageField mb, out CommBRegister register)
    {
        (mb, register) = (default, default);
        Span<byte> octets = stackalloc byte[FieldOctets + 1];
        while (isInList || TryFind())
        {
            var length = isInList ? FieldOctets + 1 : FieldOctets;
            if (rest.Length < 2 * length || Convert.FromHexString(rest[..(2 * length)], octets[..length], out _, out _) != OperationStatus.Done)
            {
                isInList = false;
                continue;
            }

            rest = rest[(2 * length)..];
            mb = MessageField.OfOctets(octets);
            register = (CommBRegister)(isInList ? octets[FieldOctets] : (Number("\",\"BDS1\":"u8) << 4) | Number(",\"BDS2\":"u8));
            isInList = isInList && TryPass("\",\""u8);
            return true;
        }

        return false;
    }

    /// <summary>Goes on to the digits of the next register.</summary>
    private bool TryFind()
    {
        while (rest.IndexOf((byte)'"') is >= 0 and var quote)
        {
            rest = rest[quote..];
            if (TryPass("\"MBDATA\":\""u8)) return true;
            isInList = TryPass("\"MB\":[\""u8) || TryPass("\"BDSDATA\":[\""u8) || TryPass("\"250\":[\""u8);
            if (isInList) return true;
            rest = rest[1..];
        }

        return false;
    }

    private bool TryPass(ReadOnlySpan<byte> text)
    {
        if (!rest.StartsWith(text)) return false;
        rest = rest[text.Length..];
        return true;
    }

    /// <summary>A number from 0 to 15 behind its name; 0 where there is none.</summary>
    private int Number(ReadOnlySpan<byte> name)
    {
        if (!TryPass(name)) return 0;
        var value = 0;
        for (; !rest.IsEmpty && char.IsAsciiDigit((char)rest[0]); rest = rest[1..]) value = (10 * value) + rest[0] - '0';
        return value & 15;
    }
}
