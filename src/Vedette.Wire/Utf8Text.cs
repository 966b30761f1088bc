using System.Runtime.CompilerServices;

namespace Vedette.Wire;

/// <summary>
/// JSON being written in UTF-8, in a buffer that grows and is used again. Append, Number, Hex and Close ask for room themselves, and numbers
/// and hexadecimals of theirs end in a comma; what is called Put needs <see cref="Room"/> first.
/// </summary>
internal sealed class Utf8Text
{
    private byte[] buffer = new byte[4096];

    public int Length { get; set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public ReadOnlySpan<byte> WithoutComma => Length > 0 && buffer[Length - 1] == ',' ? buffer.AsSpan(0, Length - 1) : Written;

    /// <summary>So many octets can be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Room(int octets)
    {
        if (buffer.Length - Length < octets) Grow(octets);
    }

    /// <summary>A pen for so many octets; nothing else may write before <see cref="End"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TextPen Begin(int octets)
    {
        Room(octets);
        return new(buffer.AsSpan(Length));
    }

    /// <summary>Takes over what the pen wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(TextPen pen) => Length = buffer.Length - pen.Left;

    /// <summary>Room for so many octets in place of all that was written.</summary>
    public Span<byte> Borrow(int octets)
    {
        Length = 0;
        Room(octets);
        return buffer;
    }

    /// <summary>What was written from there on.</summary>
    public ReadOnlySpan<byte> From(int place) => buffer.AsSpan(place, Length - place);

    public void Append(byte character)
    {
        Room(1);
        Put(character);
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        Put(text);
    }

    /// <summary>Closes an object or list: a comma after its last value goes, one after itself comes.</summary>
    public void Close(byte bracket)
    {
        if (buffer[Length - 1] == ',') Length--;
        Room(2);
        Put(bracket);
        Put((byte)',');
    }

    public void Number(ulong value)
    {
        Room(Decimals.Longest);
        Put(value);
        Put((byte)',');
    }

    public void Number(long value)
    {
        Room(Decimals.Longest);
        Put(value);
        Put((byte)',');
    }

    /// <summary>The shortest digits that read back as the same number.</summary>
    public void Number(double value)
    {
        Room(Decimals.Longest);
        Put(value);
        Put((byte)',');
    }

    public void Hex(ReadOnlySpan<byte> octets)
    {
        Room((2 * octets.Length) + 3);
        Length += QuotedText.Hex(buffer.AsSpan(Length), octets);
        Put((byte)',');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(byte character) => buffer[Length++] = character;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(Length));
        Length += text.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replace(int back, byte character) => buffer[Length - back] = character;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ulong value) => Length = Decimals.Write(buffer, Length, value);

    public void Put(long value) => Length = Decimals.Write(buffer, Length, value);

    public void Put(double value) => Length = Decimals.Write(buffer, Length, value);

    /// <summary>Of the six-bit alphabet, in which "·" stands for what is no character.</summary>
    public void PutCharacter(char character) => PutAscii(character < 0x80 ? (byte)character : byte.MaxValue);

    /// <summary>Any ASCII character; "·" stands for an octet that is none.</summary>
    public void PutAscii(byte octet) => Length += QuotedText.Ascii(buffer.AsSpan(Length), octet);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int octets) => Array.Resize(ref buffer, Math.Max(2 * buffer.Length, Length + octets));
}
