using Vedette.Wire.Generators.Records;

namespace Vedette.Wire.Generators.Writers;

/// <summary>
/// What is given to a writer for one item, subfield or repetition: a struct with a property for every element. Its bits are kept as they
/// are sent: in one number where they fit into one.
/// </summary>
internal sealed class ValueType
{
    /// <summary>Names and ranges are told of as many elements; more are in no item.</summary>
    private const int MostElements = byte.MaxValue;

    private readonly CodeText code;
    private readonly string name;
    private readonly string what;
    private readonly List<BitField> fields;

    /// <summary>Octets, those of all extensions included.</summary>
    private readonly int octets;
    private readonly bool isExtended;

    private ValueType(CodeText code, string name, string what, List<BitField> fields, int octets, bool isExtended)
    {
        (this.code, this.name, this.what, this.fields, this.octets, this.isExtended) = (code, name, what, fields, octets, isExtended);
        if (fields.Count > MostElements) throw new InvalidOperationException($"{what} has more than {MostElements} elements");
    }

    private bool IsWide => IsSpread(octets);

    /// <summary>Bits of so many octets are no number.</summary>
    public static bool IsSpread(int octets) => 8 * octets > Leaves.Widest;

    /// <summary>Something that is set in these members may not fit.</summary>
    public static bool CanFail(IEnumerable<Node> members) => members.Any(n => n.Kind == Kind.Group ? CanFail(n.Children) : n.Kind == Kind.Element && ElementSetters.CanFail(n));

    public static void WriteGroup(CodeText code, Node group, string name, string what) =>
        new ValueType(code, name, what, [.. BitFields.Flat(group.Children, "", what, 0)], Widths.Of(group) / 8, isExtended: false).Write();

    /// <param name="width">Bits of one element, and of the FX bit after it.</param>
    public static void WriteElement(CodeText code, Node element, int width, string name, string what)
    {
        List<BitField> elements = element.Kind == Kind.Group
            ? [.. BitFields.Flat(element.Children, "", what, 0)]
            : [new BitField(element, "Value", what, 0, null)];
        new ValueType(code, name, what, elements, width / 8, isExtended: false).Write();
    }

    public static void WriteExtended(CodeText code, Node item, string name, string what)
    {
        var elements = new List<BitField>();
        var before = 0;
        foreach (var (members, octets, _) in ExtendedView.Parts(item))
        {
            elements.AddRange(BitFields.Flat(members, "", what, 8 * before));
            before += octets;
        }

        new ValueType(code, name, what, elements, before, isExtended: true).Write();
    }

    private void Write()
    {
        code.Summary($"{what}. What is not set is zero.");
        code.Open($"public struct {name}");
        code.Line($"internal {(IsWide ? "SpreadBits" : "PackedBits")} bits;");
        code.Line("");
        if (isExtended)
        {
            code.Summary("Octets that are sent even where they hold nothing; without it as many as hold anything.");
            code.Line("public int OctetCount { readonly get; init; }");
            code.Line("");
        }

        for (var i = 0; i < fields.Count; i++) new ElementSetters(code, fields[i], i + 1, Place(fields[i]), ChooserPlace(fields[i])).Properties();
        Fault();
        code.Close();
        code.Line("");
    }

    private int ChooserPlace(BitField field) => field.Chooser is null ? 0 : Place(fields.Find(f => f.Node == field.Chooser));

    /// <summary>The name of the element that did not fit, and why.</summary>
    private void Fault()
    {
        var fallible = fields.Select((field, i) => (field, Number: i + 1)).Where(f => ElementSetters.CanFail(f.field.Node)).ToList();
        if (fallible.Count == 0) return;
        code.Line("");
        code.Open("internal static EncodingFault Fault(byte element) => element switch");
        foreach (var (field, number) in fallible)
            code.Line($"{(number < fallible[fallible.Count - 1].Number ? $"{number}" : "_")} => new(\"{field.What}\", \"{ElementSetters.Range(field)}\"),");
        code.Close(";");
    }

    /// <summary>Of an extended item the bits stand at the number's left end, as its length is not known.</summary>
    private int Place(BitField field) => IsWide ? field.From : (isExtended ? Leaves.Widest : 8 * octets) - field.From - field.Node.Bits;
}
