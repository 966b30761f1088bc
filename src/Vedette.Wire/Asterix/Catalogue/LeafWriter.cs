
namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Writes the leaves of a record as two JSON values at once: the numbers as they were sent, and what they mean (scaled, signed, text).
/// Every value is followed by a comma; closing an object or a list takes the last one back. Its buffers grow to the largest record and stay.
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

    public (int Sent, int Meant) Mark => (sent.Length, meant.Length);

    public void Clear() => Return(default);

    /// <summary>Forgets what was written since the mark.</summary>
    public void Return((int Sent, int Meant) mark)
    {
        (sent.Length, meant.Length, isOpen) = (mark.Sent, mark.Meant, false);
    }

    /// <param name="name">Quoted, with its colon.</param>
    public void Name(ReadOnlySpan<byte> name)
    {
        sent.Append(name);
        meant.Append(name);
    }

    public void Open()
    {
        if (!isOpen) Both((byte)'{');
        isOpen = false;
    }

    /// <summary>The object that is opened next goes on in the one that is open.</summary>
    public void GoOn() => isOpen = true;

    public void Close()
    {
        sent.Close((byte)'}');
        meant.Close((byte)'}');
    }

    public void OpenList() => Both((byte)'[');

    public void CloseList()
    {
        sent.Close((byte)']');
        meant.Close((byte)']');
    }

    public void Raw(ulong value)
    {
        sent.Number(value);
        meant.Number(value);
    }

    public void Integer(ulong value, int bits)
    {
        sent.Number(value);
        meant.Number(SignExtended(value, bits));
    }

    public void Unsigned(ulong value, double scale)
    {
        sent.Number(value);
        meant.Number(value * scale);
    }

    public void Signed(ulong value, int bits, double scale)
    {
        sent.Number(value);
        meant.Number(SignExtended(value, bits) * scale);
    }

    public void Octal(ulong value, int bits)
    {
        sent.Number(value);
        meant.Quote();
        for (var digit = ((bits + 2) / 3) - 1; digit >= 0; digit--) meant.Append((byte)('0' + ((value >> (3 * digit)) & 7)));
        meant.Unquote();
    }

    /// <summary>Characters of six bits (ICAO Annex 10, volume IV, table 3-9); code 0 is NUL, "·" stands for a code that has none.</summary>
    public void SixBitText(ulong value, int bits)
    {
        sent.Number(value);
        meant.Quote();
        for (var shift = bits - 6; shift >= 0; shift -= 6) meant.Character(SixBit[(int)(value >> shift) & 63]);
        meant.Unquote();
    }

    public void Text(ulong value, int bits)
    {
        sent.Number(value);
        meant.Quote();
        for (var shift = bits - 8; shift >= 0; shift -= 8) meant.Ascii((byte)(value >> shift));
        meant.Unquote();
    }

    public void Text(ReadOnlySpan<byte> octets)
    {
        sent.Hex(octets);
        meant.Quote();
        foreach (var octet in octets) meant.Ascii(octet);
        meant.Unquote();
    }

    public void Hex(ReadOnlySpan<byte> octets)
    {
        sent.Hex(octets);
        meant.Hex(octets);
    }

    private static long SignExtended(ulong value, int bits) => (long)(value << (64 - bits)) >> (64 - bits);

    private void Both(byte character)
    {
        sent.Append(character);
        meant.Append(character);
    }
}
