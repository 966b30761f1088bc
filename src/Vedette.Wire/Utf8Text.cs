using System.Buffers.Text;

namespace Vedette.Wire;

/// <summary>JSON being written in UTF-8, in a buffer that grows and is used again. Values end in a comma.</summary>
internal sealed class Utf8Text
{
    private const int LongestNumber = 32;

    private byte[] buffer = new byte[4096];

    public int Length { get; set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public ReadOnlySpan<byte> WithoutComma => Length > 0 && buffer[Length - 1] == ',' ? buffer.AsSpan(0, Length - 1) : Written;

    public void Append(byte character)
    {
        Reserve(1);
        buffer[Length++] = character;
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(buffer.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Closes an object or list: a comma after its last value goes, one after itself comes.</summary>
    public void Close(byte bracket)
    {
        if (buffer[Length - 1] == ',') Length--;
        Append(bracket);
        Append((byte)',');
    }

    public void Number(ulong value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(Length), out var written);
        Length += written;
        buffer[Length++] = (byte)',';
    }

    public void Number(long value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(Length), out var written);
        Length += written;
        buffer[Length++] = (byte)',';
    }

    /// <summary>The shortest digits that read back as the same number.</summary>
    public void Number(double value)
    {
        Reserve(LongestNumber);
        value.TryFormat(buffer.AsSpan(Length), out var written);
        Length += written;
        buffer[Length++] = (byte)',';
    }

    public void Quote() => Append((byte)'"');

    public void Unquote() => Append("\","u8);

    public void Hex(ReadOnlySpan<byte> octets)
    {
        Quote();
        Reserve(2 * octets.Length);
        Convert.TryToHexStringLower(octets, buffer.AsSpan(Length), out var written);
        Length += written;
        Unquote();
    }

    /// <summary>Of the six-bit alphabet, in which "·" stands for what is no character.</summary>
    public void Character(char character) => Ascii(character < 0x80 ? (byte)character : byte.MaxValue);

    /// <summary>Any ASCII character; "·" stands for an octet that is none.</summary>
    public void Ascii(byte octet)
    {
        if (octet >= 0x80) Append("·"u8);
        else if (octet < 0x20) Control(octet);
        else
        {
            if (octet is (byte)'"' or (byte)'\\') Append((byte)'\\');
            Append(octet);
        }
    }

    private void Control(byte octet)
    {
        Append("\\u00"u8);
        Append((byte)('0' + (octet >> 4)));
        Append("0123456789abcdef"u8[octet & 15]);
    }

    private void Reserve(int count)
    {
        if (buffer.Length - Length < count) Array.Resize(ref buffer, Math.Max(2 * buffer.Length, Length + count));
    }
}
