using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>Writes an item that says the same as sent and as meant: <see cref="LeafWriter"/> for one text.</summary>
internal readonly struct OnceWriter(Utf8Text text)
{
    public int Place => text.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TextPen Begin(int octets) => text.Begin(octets);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(TextPen pen) => text.End(pen);

    public void Raw(ulong name, int length, ulong value)
    {
        var pen = text.Begin(LeafWriter.LongestMember);
        pen.Name(name, length);
        pen.Raw(value);
        pen.Mark((byte)',');
        text.End(pen);
    }

    public void Open() => text.Append((byte)'{');

    public void Close() => text.Close((byte)'}');

    public void CloseList() => text.Close((byte)']');

    public void Opaque(ReadOnlySpan<byte> octets) => text.Hex(octets);
}
