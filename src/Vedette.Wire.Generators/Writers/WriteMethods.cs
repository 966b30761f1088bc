using Vedette.Wire.Generators.Records;

namespace Vedette.Wire.Generators.Writers;

/// <summary>
/// Writes the methods of a writer that write one member: an item, a subfield of a compound item, a subfield of that. Each announces the member and
/// puts its octets down.
/// </summary>
internal sealed class WriteMethods(CodeText code)
{
    /// <param name="member">What it is.</param>
    /// <param name="name">Of the method: I048/130 SRL is I130Srl.</param>
    /// <param name="what">By the specification: "I048/130 SRL".</param>
    /// <param name="announce">The statement that announces it.</param>
    public void Member(Node member, string name, string what, string announce)
    {
        switch (member.Kind)
        {
            case Kind.Element when member.Bits <= Leaves.Widest: Element(member, name, what, announce); break;
            case Kind.Element: WideElement(member, name, what, announce); break;
            case Kind.Group:
                ValueType.WriteGroup(code, member, name + "Value", what);
                Whole(member, name, what, announce);
                break;
            case Kind.Extended: Extended(member, name, what, announce); break;
            case Kind.Opaque:
                Method($"void {name}(scoped ReadOnlySpan<byte> octets)", $"{what}: the octets after the one that counts them.", announce, $"block.Opaque(octets, \"{what}\");");
                break;
            default: Repetition(member, name, what, announce); break;
        }
    }

    /// <summary>The method that opens a compound member, and the methods of its subfields.</summary>
    /// <param name="open">The call that opens it, without the parameter for its presence octets.</param>
    /// <param name="depth">0 for an item, 1 for a subfield.</param>
    public void Compound(Node compound, string name, string what, string open, int depth)
    {
        Method($"void {name}()", $"{what}, compound: opens it. Its subfields do that by themselves; this is for one that holds none.", open, "");
        for (var i = 0; i < compound.Children.Count; i++)
        {
            var child = compound.Children[i];
            if (child.Kind == Kind.Gap) continue;
            var (childName, childWhat, bit) = (name + Names.Of(child.Name), $"{what} {child.Name}", Names.Presence(i + 1));
            if (child.Kind != Kind.Compound) Member(child, childName, childWhat, $"{name}(); block.{(depth == 0 ? "Subfield" : "PartSubfield")}({bit});");
            else if (depth == 0) Compound(child, childName, childWhat, $"{name}(); block.CompoundPart({bit}, {child.Octets});", depth + 1);
            else throw new InvalidOperationException($"{childWhat}: compounds stand in compounds of compounds in no edition");
        }
    }

    private void Element(Node member, string name, string what, string announce)
    {
        var field = new BitField(member, name, what, 0, null);
        foreach (var (suffix, parameter, told, body) in new ElementSetters(code, field, 1, 0).Methods())
        {
            code.Summary($"{what}: {told}.");
            code.Open($"public void {name}{suffix}({parameter})");
            code.Line("PackedBits bits = default;");
            code.Line($"{Statement(body)}");
            code.Line(announce);
            if (ElementSetters.CanFail(member)) code.Line($"if (bits.Wrong != 0) block.Refuse(\"{what}\", \"{ElementSetters.Range(field)}\");");
            code.Line($"block.Write(bits.Bits, {member.Bits / 8});");
            code.Close();
            code.Line("");
        }
    }

    private static string Statement(string body) => body.EndsWith(";", StringComparison.Ordinal) ? body : body + ";";

    private void WideElement(Node member, string name, string what, string announce)
    {
        var octets = member.Bits / 8;
        Method($"void {name}(scoped ReadOnlySpan<byte> octets)", $"{what}: {octets} octets.", announce, $"block.Octets(octets, {octets}, \"{what}\");");
    }

    /// <summary>A group: its octets at once.</summary>
    private void Whole(Node group, string name, string what, string announce)
    {
        var octets = Widths.Of(group) / 8;
        Method($"void {name}({Parameter(name, octets)})", $"{what}, {octets} octets.", announce, Put(group.Children, name + "Value", "value", octets));
    }

    private static string Parameter(string name, int octets) => $"{(ValueType.IsSpread(octets) ? "in " : "")}{name}Value value";

    /// <summary>Statements that write a value, refused where one of its elements does not fit.</summary>
    private static string Put(IEnumerable<Node> members, string type, string value, int octets)
    {
        var write = ValueType.IsSpread(octets) ? $"var bits = {value}.bits;\nblock.Write(bits.Octets[..{octets}]);" : $"block.Write({value}.bits.Bits, {octets});";
        return Check(members, type, value) + write;
    }

    private static string Check(IEnumerable<Node> members, string type, string value) =>
        !ValueType.CanFail(members) ? "" : $"if ({value}.bits.Wrong != 0) block.Refuse({type}.Fault({value}.bits.Wrong));\n";

    private void Extended(Node member, string name, string what, string announce)
    {
        ValueType.WriteExtended(code, member, name + "Value", what);
        var parts = ExtendedView.Parts(member).ToList();
        var octets = parts.Sum(p => p.Octets);
        var write = !ValueType.IsSpread(octets) && parts.TrueForAll(p => p.Octets == 1 && p.HasFx)
            ? "block.Chain(value.bits.Bits, value.OctetCount);"
            : ValueType.IsSpread(octets)
                ? $"var bits = value.bits;\nblock.Extended(bits.Octets[..{octets}], [{string.Join(", ", parts.Select(p => p.Octets))}], value.OctetCount);"
                : $"block.Extended(value.bits.Bits, [{string.Join(", ", parts.Select(p => p.Octets))}], value.OctetCount);";
        Method(
            $"void {name}({Parameter(name, octets)})", $"{what}, extended: as many octets as hold anything, at most {octets}.", announce,
            Check(member.Children, name + "Value", "value") + write);
    }

    private void Repetition(Node member, string name, string what, string announce)
    {
        var element = member.Children[0];
        var isChained = member.Kind == Kind.RepeatFx;
        var width = Widths.Of(element) + (isChained ? 1 : 0);
        if (element.Kind == Kind.Element && element.Bits > Leaves.Widest)
        {
            Method(
                $"void {name}(scoped ReadOnlySpan<byte> octets)", $"{what}, repeated: {width / 8} octets each.", announce,
                $"block.Repeated(octets, {width / 8}, {member.Octets}, \"{what}\");");
            return;
        }

        ValueType.WriteElement(code, element, width, name + "Element", what);
        Method(
            $"void {name}(params scoped ReadOnlySpan<{name}Element> elements)", $"{what}, repeated{(isChained ? ": one at least" : "")}.", $"Begin{name}(elements.Length);",
            $"for (var i = 0; i < elements.Length; i++) {name}(in elements[i], i + 1 < elements.Length);");
        code.Open($"private void Begin{name}(int count)");
        code.Line(announce);
        code.Line(isChained ? $"if (count == 0) block.Refuse(\"{what}\", \"is empty: there is one at least\");" : $"block.Count(count, {member.Octets}, \"{what}\");");
        code.Close();
        code.Line("");
        code.Open($"private void {name}(in {name}Element element, bool goesOn)");
        foreach (var line in Put([element], name + "Element", "element", width / 8).Split('\n')) code.Line(line);
        if (isChained) code.Line("if (goesOn) block.SetFx();");
        code.Close();
        code.Line("");
    }

    private void Method(string head, string summary, string announce, string body)
    {
        code.Summary(summary);
        code.Open($"public {head}");
        code.Line(announce);
        foreach (var line in body.Split('\n'))
            if (line.Length > 0) code.Line(line);
        code.Close();
        code.Line("");
    }
}
