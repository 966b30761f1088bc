using System.Text;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>How a part of an item is laid out.</summary>
internal enum ItemKind : byte
{
    Element,
    Spare,

    /// <summary>In an extended item the FX bit; in a compound a subfield that is not defined.</summary>
    Gap,
    Group,
    Extended,
    Compound,
    Repeat,
    RepeatFx,
    Opaque,
}

/// <summary>One node of an item's layout, as its definition file tells it, without what the numbers mean.</summary>
internal sealed class ItemNode
{
    private ItemNode(ItemKind kind, string name, int bits, int octets, params ItemNode[] children)
    {
        (Kind, Name, Bits, Octets, Children) = (kind, name, bits, octets, children);
        Utf8Name = Encoding.UTF8.GetBytes(name);
        Parts = kind == ItemKind.Extended ? Split(children) : [];
        EndsWithFx = kind == ItemKind.Extended && children[^1].Kind == ItemKind.Gap;
    }

    public ItemKind Kind { get; }

    /// <summary>Of a spare, a gap and an item's uppermost node it is empty.</summary>
    public string Name { get; }

    public byte[] Utf8Name { get; }

    /// <summary>Width of an element, spare or group.</summary>
    public int Bits { get; }

    /// <summary>Of a repetition's count, or of a compound's presence bits where their number is fixed (0: chained by FX).</summary>
    public int Octets { get; }

    public ItemNode[] Children { get; }

    /// <summary>The parts of an extended item, between its FX bits.</summary>
    public ItemNode[][] Parts { get; }

    /// <summary>The last part of an extended item has an FX bit too.</summary>
    public bool EndsWithFx { get; }

    public static ItemNode Element(string name, int bits) => new(ItemKind.Element, name, bits, 0);

    public static ItemNode Spare(int bits) => new(ItemKind.Spare, "", bits, 0);

    public static ItemNode Gap() => new(ItemKind.Gap, "", 1, 0);

    public static ItemNode Opaque(string name) => new(ItemKind.Opaque, name, 0, 0);

    public static ItemNode Group(string name, params ItemNode[] children) => new(ItemKind.Group, name, children.Sum(child => child.Bits), 0, children);

    public static ItemNode Extended(string name, params ItemNode[] children) => new(ItemKind.Extended, name, 0, 0, children);

    public static ItemNode Compound(string name, int octets, params ItemNode[] children) => new(ItemKind.Compound, name, 0, octets, children);

    public static ItemNode Repeat(string name, int octets, ItemNode child) => new(ItemKind.Repeat, name, 0, octets, child);

    public static ItemNode RepeatFx(string name, ItemNode child) => new(ItemKind.RepeatFx, name, 0, 0, child);

    private static ItemNode[][] Split(ItemNode[] children)
    {
        var parts = new List<ItemNode[]>();
        for (var from = 0; from < children.Length;)
        {
            var until = Array.FindIndex(children, from, child => child.Kind == ItemKind.Gap);
            if (until < 0) until = children.Length;
            parts.Add(children[from..until]);
            from = until + 1;
        }

        return [.. parts];
    }
}
