using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Writes the leaves of a record as two JSON values at once: the numbers as they were sent, and what they mean (scaled, signed, text).
/// Whoever writes asks for <see cref="Room"/> first, but for the calls that say that they ask themselves. Every member of an object ends in a
/// comma; closing an object or a list takes the last one back. Its buffers grow to the largest record and stay.
/// </summary>
internal sealed class LeafWriter
{
    private const string SixBit = "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ····· ···············0123456789······";

    private readonly Utf8Text sent = new();
    private readonly Utf8Text meant = new();
    private bool isOpen;

    /// <summary>The record as it was sent.</summary>
    public ReadOnlySpan<byte> Sent => sent.WithoutComma;

    /// <summary>What it means.</summary>
    public ReadOnlySpan<byte> Meant => meant.WithoutComma;

    public (int Sent, int Meant) Place => (sent.Length, meant.Length);

    /// <summary>Writes what is the same in both texts into the first alone; <see cref="Repeat"/> then copies it into the other.</summary>
    public OnceWriter Once => new(sent);

    public void Repeat(int from) => meant.Append(sent.From(from));

    public void Clear() => (sent.Length, meant.Length, isOpen) = (0, 0, false);

    /// <summary>Forgets what was written since that place, at which a member had ended: a bracket may have taken its comma since.</summary>
    public void Return((int Sent, int Meant) place)
    {
        (sent.Length, meant.Length, isOpen) = (place.Sent, place.Meant, false);
        sent.Replace(1, (byte)',');
        meant.Replace(1, (byte)',');
    }

    /// <summary>So many octets can be written into both texts.</summary>
    public void Room(int octets)
    {
        sent.Room(octets);
        meant.Room(octets);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> text)
    {
        sent.Put(text);
        meant.Put(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(byte character)
    {
        sent.Put(character);
        meant.Put(character);
    }

    /// <summary>Puts a digit into text that was written already.</summary>
    /// <param name="back">Octets from the end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Digit(int back, ulong value)
    {
        var digit = (byte)('0' + value);
        sent.Replace(back, digit);
        meant.Replace(back, digit);
    }

    /// <summary>Asks for its room itself.</summary>
    public void Name(JsonName name)
    {
        Room(name.Text.Length + sizeof(ulong));
        sent.Put(name);
        meant.Put(name);
    }

    /// <summary>Asks for its room itself.</summary>
    public void Open()
    {
        if (!isOpen)
        {
            Room(1);
            Mark((byte)'{');
        }

        isOpen = false;
    }

    /// <summary>The object that is opened next goes on in the one that is open.</summary>
    public void GoOn() => isOpen = true;

    /// <summary>Asks for its room itself.</summary>
    public void Close()
    {
        sent.Close((byte)'}');
        meant.Close((byte)'}');
    }

    /// <summary>Asks for its room itself.</summary>
    public void OpenList()
    {
        Room(1);
        Mark((byte)'[');
    }

    /// <summary>Asks for its room itself.</summary>
    public void CloseList()
    {
        sent.Close((byte)']');
        meant.Close((byte)']');
    }

    public void Raw(ulong value)
    {
        if (value >= Decimals.EightDigits)
        {
            sent.Put(value);
            meant.Put(value);
            return;
        }

        var digits = Decimals.Few(value, out var count);
        sent.Put(digits, count);
        meant.Put(digits, count);
    }

    public void Integer(ulong value, int bits)
    {
        sent.Put(value);
        meant.Put(SignExtended(value, bits));
    }

    /// <summary>The number times <paramref name="factor"/> / 2^<paramref name="halvings"/>.</summary>
    public void Unsigned(ulong value, int factor, int halvings)
    {
        sent.Put(value);
        meant.Put((long)value * factor, halvings);
    }

    public void Signed(ulong value, int bits, int factor, int halvings)
    {
        sent.Put(value);
        meant.Put(SignExtended(value, bits) * factor, halvings);
    }

    /// <summary>The number times a scale that is no whole number over a power of two.</summary>
    public void Unsigned(ulong value, double scale)
    {
        sent.Put(value);
        meant.Put(value * scale);
    }

    public void Signed(ulong value, int bits, double scale)
    {
        sent.Put(value);
        meant.Put(SignExtended(value, bits) * scale);
    }

    public void Octal(ulong value, int bits)
    {
        sent.Put(value);
        meant.Put((byte)'"');
        for (var digit = ((bits + 2) / 3) - 1; digit >= 0; digit--) meant.Put((byte)('0' + ((value >> (3 * digit)) & 7)));
        meant.Put((byte)'"');
    }

    /// <summary>Characters of six bits (ICAO Annex 10, volume IV, table 3-9); code 0 is NUL, "·" stands for a code that has none.</summary>
    public void SixBitText(ulong value, int bits)
    {
        sent.Put(value);
        meant.Put((byte)'"');
        for (var shift = bits - 6; shift >= 0; shift -= 6) meant.PutCharacter(SixBit[(int)(value >> shift) & 63]);
        meant.Put((byte)'"');
    }

    public void Ascii(ulong value, int bits)
    {
        sent.Put(value);
        meant.Put((byte)'"');
        for (var shift = bits - 8; shift >= 0; shift -= 8) meant.PutAscii((byte)(value >> shift));
        meant.Put((byte)'"');
    }

    public void Ascii(ReadOnlySpan<byte> octets)
    {
        sent.PutHex(octets);
        meant.Put((byte)'"');
        foreach (var octet in octets) meant.PutAscii(octet);
        meant.Put((byte)'"');
    }

    public void Hex(ReadOnlySpan<byte> octets)
    {
        sent.PutHex(octets);
        meant.PutHex(octets);
    }

    /// <summary>Octets and a comma. Asks for its room itself.</summary>
    public void Opaque(ReadOnlySpan<byte> octets)
    {
        Room((2 * octets.Length) + 3);
        Hex(octets);
        Mark((byte)',');
    }

    private static long SignExtended(ulong value, int bits) => (long)(value << (64 - bits)) >> (64 - bits);
}
