using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>
/// Makes the octets of items from the numbers on a tape, by the items' layouts: presence bits, counts, lengths and FX bits follow from what is there.
/// Part I, 4.3. It stops at the first value that does not fit.
/// </summary>
internal ref struct ItemEncoder(JsonTape tape, ReadOnlySpan<byte> line, BitWriter octets)
{
    /// <summary>Of an opaque item, with its length octet.</summary>
    private const int LongestOpaque = 255;

    private readonly ReadOnlySpan<byte> line = line;
    private BitWriter octets = octets;

    public readonly ReadOnlySpan<byte> Written => octets.Written;

    public readonly bool Overflowed => octets.Overflowed;

    public EncodingFault Fault { get; private set; }

    public void Presence(UInt128 bits) => octets.Presence(bits);

    public void Octet(int value) => octets.Bits((ulong)value, 8);

    public bool Write(ItemNode node, int entry)
    {
        tape.Take(entry);
        switch (node.Kind)
        {
            case ItemKind.Element: return Element(node, entry);
            case ItemKind.Group: return Expect(entry, TapeKind.Object, "an object") && Members(node.Children, entry) && AllTaken(entry);
            case ItemKind.Extended: return Expect(entry, TapeKind.Object, "an object") && Extended(node, entry) && AllTaken(entry);
            case ItemKind.Compound: return Expect(entry, TapeKind.Object, "an object") && Compound(node, entry) && AllTaken(entry);
            case ItemKind.Repeat: return Expect(entry, TapeKind.List, "a list") && Repeat(node, entry);
            case ItemKind.RepeatFx: return Expect(entry, TapeKind.List, "a list") && RepeatFx(node, entry);
            default: return Opaque(entry);
        }
    }

    /// <summary>An explicit item from its octets in hexadecimal; its length octet is put before them.</summary>
    public bool Opaque(int entry)
    {
        Span<byte> content = stackalloc byte[LongestOpaque];
        if (!Hex(entry, content, out var count)) return false;
        octets.Bits((ulong)count + 1, 8);
        octets.Octets(content[..count]);
        return true;
    }

    /// <summary>An explicit item whose content has a layout of its own.</summary>
    public bool Expansion(ItemNode layout, int entry)
    {
        Span<byte> room = stackalloc byte[LongestOpaque];
        var inner = new ItemEncoder(tape, line, new BitWriter(room));
        if (!inner.Write(layout, entry)) return Refuse(inner.Fault);
        if (inner.Overflowed || inner.Written.Length >= LongestOpaque) return Refuse(entry, "comes to more than 254 octets");
        octets.Bits((ulong)inner.Written.Length + 1, 8);
        octets.Octets(inner.Written);
        return true;
    }

    public bool Refuse(int entry, string reason) => Refuse(new EncodingFault(tape.Path(entry, line), reason));

    private bool Refuse(EncodingFault fault)
    {
        Fault = fault;
        return false;
    }

    private bool Members(ReadOnlySpan<ItemNode> members, int parent)
    {
        foreach (var node in members)
        {
            if (node.Kind == ItemKind.Spare) Spare(node.Bits);
            else if (tape.Find(parent, node.Utf8Name, line) is not (>= 0 and var entry)) return Refuse(parent, $"{node.Name} is missing");
            else if (!Write(node, entry)) return false;
        }

        return true;
    }

    private void Spare(int bits)
    {
        for (; bits > 0; bits -= Math.Min(bits, BitWriter.MostBits)) octets.Bits(0, Math.Min(bits, BitWriter.MostBits));
    }

    private bool Element(ItemNode node, int entry)
    {
        if (node.Bits > BitWriter.MostBits) return Wide(node, entry);
        if (!Expect(entry, TapeKind.Number, "a whole number, as it is sent")) return false;
        var value = tape.Number(entry);
        if (value >> node.Bits != 0) return Refuse(entry, $"{value} does not fit into {node.Bits} bits");
        octets.Bits(value, node.Bits);
        return true;
    }

    private bool Wide(ItemNode node, int entry)
    {
        Span<byte> content = stackalloc byte[node.Bits / 8];
        if (!Hex(entry, content, out var count)) return false;
        if (count < content.Length) return Refuse(entry, $"has {count} octets, {content.Length} are needed");
        octets.Octets(content);
        return true;
    }

    private bool Hex(int entry, scoped Span<byte> content, out int count)
    {
        count = 0;
        if (!Expect(entry, TapeKind.Text, "octets in hexadecimal")) return false;
        var text = tape.Text(entry, line);
        if (text.Length > 2 * content.Length) return Refuse(entry, $"has more than {content.Length} octets");
        var status = Convert.FromHexString(text, content, out var consumed, out count);
        return (status == System.Buffers.OperationStatus.Done && consumed == text.Length) || Refuse(entry, "is not hexadecimal");
    }

    /// <summary>As many parts as hold the last member that is there; the first always.</summary>
    private bool Extended(ItemNode node, int entry)
    {
        var parts = 1;
        for (var i = 1; i < node.Parts.Length; i++)
            if (HoldsAny(node.Parts[i], entry)) parts = i + 1;
        for (var i = 0; i < parts; i++)
        {
            if (!Members(node.Parts[i], entry)) return false;
            if (i < node.Parts.Length - 1 || node.EndsWithFx) octets.Bits(i < parts - 1 ? 1UL : 0UL, 1);
        }

        return true;
    }

    private readonly bool HoldsAny(ReadOnlySpan<ItemNode> part, int entry)
    {
        foreach (var node in part)
            if (node.Kind != ItemKind.Spare && tape.Find(entry, node.Utf8Name, line) >= 0) return true;
        return false;
    }

    private bool Compound(ItemNode node, int entry)
    {
        UInt128 present = 0;
        for (var i = 0; i < node.Children.Length; i++)
            if (node.Children[i].Kind != ItemKind.Gap && tape.Find(entry, node.Children[i].Utf8Name, line) >= 0) present |= UInt128.One << (127 - i);
        if (node.Octets == 0) octets.Presence(present);
        else octets.Bits((ulong)(present >> (128 - (8 * node.Octets))), 8 * node.Octets);
        foreach (var child in node.Children)
            if (child.Kind != ItemKind.Gap && tape.Find(entry, child.Utf8Name, line) is >= 0 and var subfield && !Write(child, subfield)) return false;
        return true;
    }

    private bool Repeat(ItemNode node, int entry)
    {
        var size = tape.Size(entry);
        if (size >> (8 * node.Octets) != 0) return Refuse(entry, $"{size} are more than a count of {node.Octets} octets can tell");
        octets.Bits((ulong)size, 8 * node.Octets);
        for (var part = JsonTape.First(entry); tape.IsInside(part, entry); part = tape.Next(part))
            if (!Write(node.Children[0], part)) return false;
        return true;
    }

    private bool RepeatFx(ItemNode node, int entry)
    {
        if (tape.Size(entry) == 0) return Refuse(entry, "is empty: there is one at least");
        for (var part = JsonTape.First(entry); tape.IsInside(part, entry); part = tape.Next(part))
        {
            if (!Write(node.Children[0], part)) return false;
            octets.Bits(tape.IsInside(tape.Next(part), entry) ? 1UL : 0UL, 1);
        }

        return true;
    }

    private bool Expect(int entry, TapeKind kind, string what) => tape.Kind(entry) == kind || Refuse(entry, $"expected {what}");

    private bool AllTaken(int entry) => tape.Untaken(entry) is not (>= 0 and var unknown) || Refuse(unknown, "is not known there");
}
