namespace Vedette.Wire.Generators.Records;

/// <summary>Writes the type of a group: its octets as one number where they fit into one, which can be kept; else the octets themselves.</summary>
internal sealed class GroupView(CodeText code)
{
    public void Write(Node group, string type, string what)
    {
        var width = Widths.Of(group);
        var isWide = width > Leaves.Widest;
        code.Summary($"{what}, {width / 8} octets.");
        code.Open($"public readonly {Head(type, width)}");
        Members(group.Children, what, width, isWide, asElement: false);
        code.Close();
    }

    /// <summary>What is repeated: a group, or one element, whose property is named Value.</summary>
    public void WriteElement(Node element, string type, string what, int octets)
    {
        var width = 8 * octets;
        var isWide = width > Leaves.Widest;
        code.Summary($"One of {what}, {(octets == 1 ? "1 octet" : $"{octets} octets")}.");
        code.Open($"public readonly {Head(type, width)} : IRepeated<{type}>");
        code.Line($"static int IRepeated<{type}>.Length => {octets};");
        code.Line("");
        code.Line($"static {type} IRepeated<{type}>.From(ReadOnlySpan<byte> octets) => new({(isWide ? "octets" : $"Octets.U{width}(octets, 0)")});");
        code.Line("");
        if (element.Kind == Kind.Group) Members(element.Children, what, width, isWide, asElement: true);
        else Value(element, what, width, isWide);
        code.Close();
    }

    private static string Head(string type, int width) => width switch
    {
        > Leaves.Widest => $"ref struct {type}(ReadOnlySpan<byte> octets)",
        > 32 => $"struct {type}(ulong bits)",
        _ => $"struct {type}(uint bits)",
    };

    private void Members(List<Node> members, string what, int width, bool isWide, bool asElement)
    {
        if (isWide) code.Line("private readonly ReadOnlySpan<byte> octets = octets;\n");
        var fields = new BitFields(code, isWide ? BitFields.Spread : BitFields.Packed(width));
        fields.Properties(members, what, 0);
        new Views(code).VisitMethod(() =>
        {
            if (asElement) code.Line("visitor.Begin(default);");
            fields.Visits(members);
            if (asElement) code.Line("visitor.End();");
        });
    }

    private void Value(Node element, string what, int width, bool isWide)
    {
        if (isWide)
        {
            code.Line("private readonly ReadOnlySpan<byte> octets = octets;\n");
            Leaves.WriteOctets(code, "Value", element, what, "octets");
        }
        else
        {
            Leaves.Write(code, "Value", element, what, BitFields.Packed(width)(0, element.Bits));
        }

        new Views(code).VisitMethod(() => code.Line(BitFields.Call(element, "", "Value")));
    }
}
