namespace Vedette.Wire.Generators.Records;

/// <summary>One element among the bits of an item.</summary>
internal sealed class BitField
{
    public BitField(Node node, string name, string what, int from, Node? chooser) => (Node, Name, What, From, Chooser) = (node, name, what, from, chooser);

    public Node Node { get; }

    /// <summary>In C#; an element of an inner group has the group's name before its own.</summary>
    public string Name { get; }

    /// <summary>By the specification, for documentation.</summary>
    public string What { get; }

    /// <summary>Bits before it in the item.</summary>
    public int From { get; }

    public Node? Chooser { get; }
}

/// <summary>Writes the elements of a fixed run of bits: their properties and how a visitor is led through them.</summary>
internal sealed class BitFields(CodeText code, Func<int, int, string> source)
{
    /// <summary>The number whose lowest bits are the element's, where the item's bits are in one number "bits" of that width.</summary>
    public static Func<int, int, string> Packed(int width) => (from, bits) => width - from - bits is var shift && shift > 0 ? $"bits >> {shift}" : "bits";

    /// <summary>The same where the item is too wide for a number and its octets are kept.</summary>
    public static string Spread(int from, int bits) => $"Octets.Bits(octets, {from}, {bits})";

    public void Properties(IEnumerable<Node> members, string what, int from)
    {
        foreach (var field in Flat(members, "", what, from))
            if (field.Node.Bits > Leaves.Widest) Leaves.WriteOctets(code, field.Name, field.Node, field.What, $"octets.Slice({field.From / 8}, {field.Node.Bits / 8})");
            else Leaves.Write(code, field.Name, field.Node, field.What, source(field.From, field.Node.Bits), field.Chooser);
    }

    /// <summary>Calls of the visitor for these members, in order.</summary>
    public void Visits(IReadOnlyCollection<Node> members, string prefix = "")
    {
        foreach (var node in members)
        {
            if (node.Kind == Kind.Group)
            {
                code.Line($"visitor.Begin(\"{node.Name}\"u8);");
                Visits(node.Children, prefix + Names.Of(node.Name));
                code.Line("visitor.End();");
            }
            else if (node.Kind == Kind.Element)
            {
                Visit(node, node.Name, prefix + Names.Of(node.Name), Chooser(node, members), prefix);
            }
        }
    }

    /// <summary>One call for an element without a choice.</summary>
    public static string Call(Node node, string name, string property) => Call(node.Meaning, node.Bits, name, property);

    private static string Call(Meaning meaning, int bits, string name, string property) => meaning.Content switch
    {
        Content.Ascii when bits > Leaves.Widest => $"visitor.Characters(\"{name}\"u8, {property});",
        _ when bits > Leaves.Widest => $"visitor.Octets(\"{name}\"u8, {property});",
        Content.Quantity => $"visitor.Quantity(\"{name}\"u8, {Raw(bits, property)}, {bits}, {property}{Names.Suffix(meaning.Unit)});",
        Content.Integer when meaning.IsSigned => $"visitor.Integer(\"{name}\"u8, {property}, {bits});",
        Content.Ascii or Content.Icao or Content.Octal => $"visitor.Text(\"{name}\"u8, {property}, {property}Text);",
        _ => $"visitor.Number(\"{name}\"u8, {Raw(bits, property)}, {bits});",
    };

    private static string Raw(int bits, string property) => bits == 1 ? $"{property} ? 1U : 0U" : property;

    private static Node? Chooser(Node node, IEnumerable<Node> among) => node.By.Length == 0 ? null : among.First(n => n.Name == node.By);

    /// <summary>The elements among these members and in the groups among them, each with the bits before it.</summary>
    public static IEnumerable<BitField> Flat(IEnumerable<Node> members, string prefix, string what, int from)
    {
        foreach (var node in members)
        {
            if (node.Kind == Kind.Group)
                foreach (var field in Flat(node.Children, prefix + Names.Of(node.Name), $"{what} {node.Name}", from)) yield return field;
            else if (node.Kind == Kind.Element)
                yield return new BitField(node, prefix + Names.Of(node.Name), $"{what} {node.Name}", from, Chooser(node, members));
            from += Widths.Of(node);
        }
    }

    private void Visit(Node node, string name, string property, Node? chooser, string prefix)
    {
        if (chooser is null)
        {
            code.Line(Call(node, name, property));
            return;
        }

        foreach (var choice in node.Cases) code.Line($"if ({Leaves.Chosen(chooser, choice.Key, prefix)}) {Call(choice.Value, node.Bits, name, property)}");
        code.Line($"if (!({string.Join(" || ", node.Cases.Select(c => Leaves.Chosen(chooser, c.Key, prefix)))})) {Call(new Meaning(), node.Bits, name, property)}");
    }
}
