using System.Buffers.Binary;

namespace Vedette.Wire;

/// <summary>Text in quotes, in JSON and UTF-8. Each call gives the octets that it wrote; whoever calls has asked for their room.</summary>
internal static class QuotedText
{
    private const byte Quote = (byte)'"';

    /// <summary>What stands before the two digits of a control character: \u00.</summary>
    private const uint Escape = 0x3030_755C;

    /// <summary>"·" in two octets.</summary>
    private const ushort Dot = 0xB7C2;

    private static ReadOnlySpan<byte> HexDigits => "0123456789abcdef"u8;

    /// <summary>Characters of six bits (ICAO Annex 10, volume IV, table 3-9). 0xFF stands for a code that has none.</summary>
    private static readonly byte[] SixBitCharacters = [.. Enumerable.Range(0, 64).Select(SixBitCharacter)];

    public static int Hex(Span<byte> text, ReadOnlySpan<byte> octets)
    {
        text[0] = Quote;
        Convert.TryToHexStringLower(octets, text[1..], out var written);
        text[written + 1] = Quote;
        return written + 2;
    }

    public static int Octal(Span<byte> text, ulong value, int bits)
    {
        var digits = (bits + 2) / 3;
        var room = text[..(digits + 2)];
        room[0] = room[^1] = Quote;
        for (var place = digits; place > 0; place--, value >>= 3) room[place] = (byte)('0' + (value & 7));
        return room.Length;
    }

    /// <summary>Code 0 is NUL, "·" stands for a code that has no character.</summary>
    public static int SixBit(Span<byte> text, ulong value, int bits)
    {
        var at = 1;
        text[0] = Quote;
        for (var shift = bits - 6; shift >= 0; shift -= 6) at += Ascii(text[at..], SixBitCharacters[(int)(value >> shift) & 63]);
        text[at] = Quote;
        return at + 1;
    }

    public static int Ascii(Span<byte> text, ulong value, int bits)
    {
        var at = 1;
        text[0] = Quote;
        for (var shift = bits - 8; shift >= 0; shift -= 8) at += Ascii(text[at..], (byte)(value >> shift));
        text[at] = Quote;
        return at + 1;
    }

    public static int Ascii(Span<byte> text, ReadOnlySpan<byte> octets)
    {
        var at = 1;
        text[0] = Quote;
        foreach (var octet in octets) at += Ascii(text[at..], octet);
        text[at] = Quote;
        return at + 1;
    }

    /// <summary>Any ASCII character, no quotes around it; "·" stands for an octet that is none.</summary>
    public static int Ascii(Span<byte> text, byte octet)
    {
        if (octet is >= 0x20 and < 0x80 and not ((byte)'"' or (byte)'\\'))
        {
            text[0] = octet;
            return 1;
        }

        if (octet < 0x20)
        {
            text[5] = HexDigits[octet & 15];
            text[4] = HexDigits[octet >> 4];
            BinaryPrimitives.WriteUInt32LittleEndian(text, Escape);
            return 6;
        }

        BinaryPrimitives.WriteUInt16LittleEndian(text, octet < 0x80 ? (ushort)((octet << 8) | '\\') : Dot);
        return 2;
    }

    private static byte SixBitCharacter(int code) => code switch
    {
        0 => 0,
        <= 26 => (byte)('A' - 1 + code),
        32 => (byte)' ',
        >= 48 and <= 57 => (byte)code,
        _ => byte.MaxValue,
    };
}
