using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>Writes an item that says the same as sent and as meant: <see cref="LeafWriter"/> for one text.</summary>
internal readonly struct OnceWriter(Utf8Text text)
{
    public int Place => text.Length;

    public void Room(int octets) => text.Room(octets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> known) => text.Put(known);

    public void Mark(byte character) => text.Put(character);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Digit(int back, ulong value) => text.Replace(back, (byte)('0' + value));

    public void Open() => text.Append((byte)'{');

    public void Close() => text.Close((byte)'}');

    public void CloseList() => text.Close((byte)']');

    public void Raw(ulong value) => text.Put(value);

    public void Hex(ReadOnlySpan<byte> octets) => text.PutHex(octets);

    public void Opaque(ReadOnlySpan<byte> octets) => text.Hex(octets);
}
