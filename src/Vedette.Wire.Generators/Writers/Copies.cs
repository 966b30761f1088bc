using Vedette.Wire.Generators.Records;

namespace Vedette.Wire.Generators.Writers;

/// <summary>Writes the method that writes a record again, element by element: all that the edition knows of it.</summary>
internal sealed class Copies(CodeText code, Definition definition, Definition? expansion, string record)
{
    private int locals;

    public void Write()
    {
        code.Summary("Writes a record that was read, and ends it. Spare bits and extensions that the edition does not know are not written.");
        code.Open($"public Encode Write(in {record} record)");
        Body();
        code.Line("return End();");
        code.Close();
        if (!definition.Profiles.Any(p => p.Fields.Contains("rfs"))) return;
        code.Line("");
        code.Open($"private void Field(in {record} record)");
        foreach (var item in definition.Profiles.SelectMany(p => p.Fields).Where(f => f is not ("-" or "rfs")).Distinct(StringComparer.Ordinal)) Item(item);
        code.Close();
    }

    /// <summary>The items in the order of their profile.</summary>
    private void Body()
    {
        if (definition.Profiles.Count == 1)
        {
            foreach (var item in definition.Profiles[0].Fields.Where(f => f != "-")) Item(item);
            return;
        }

        var fields = definition.Profiles[0].Fields;
        var common = Array.IndexOf(fields, definition.Profiles[0].Selector.Split('/')[0]) + 1;
        foreach (var item in fields.Take(common)) Item(item);
        for (var i = 0; i < definition.Profiles.Count; i++)
        {
            code.Open($"if (profile == {i})");
            foreach (var item in definition.Profiles[i].Fields.Skip(common).Where(f => f != "-")) Item(item);
            code.Close();
            code.Line("");
        }
    }

    private void Item(string item)
    {
        if (item == "rfs")
        {
            code.Open("if (record.HasRfs)");
            code.Line("BeginRfs();");
            code.Line("foreach (var field in record.Rfs) Field(in field);");
            code.Line("EndRfs();");
            code.Close();
            return;
        }

        if (item == "RE" && expansion is not null)
        {
            code.Line("if (record.TryExpansion(out var expansion))");
            code.Open("");
            code.Line($"{WriterSource.ExpansionName}();");
            Subfields(expansion.Items["RE"].Layout, WriterSource.ExpansionName, "expansion");
            code.Close();
            code.Line("else if (record.HasRe) Re(record.Re);");
            return;
        }

        Member(definition.Items[item].Layout, Names.Of(item), "record");
    }

    private void Subfields(Node compound, string name, string from)
    {
        foreach (var child in compound.Children.Where(c => c.Kind != Kind.Gap)) Member(child, name + Names.Of(child.Name), from);
    }

    /// <param name="name">Of the writer's method.</param>
    /// <param name="from">What has the member.</param>
    private void Member(Node member, string name, string from)
    {
        var property = Names.Of(member.Name);
        var has = $"if ({from}.Has{property})";
        switch (member.Kind)
        {
            case Kind.Element or Kind.Opaque:
                code.Line($"{has} {name}({from}.{property});");
                break;
            case Kind.Group:
                Local(has, from, property, local => code.Line($"{name}({Value(member.Children, local)});"));
                break;
            case Kind.Extended:
                var members = ExtendedView.Parts(member).SelectMany(p => p.Members).ToList();
                Local(has, from, property, local => code.Line($"{name}({Value(members, local, $"OctetCount = {local}.OctetCount, ")});"));
                break;
            case Kind.Compound:
                Local(has, from, property, local =>
                {
                    code.Line($"{name}();");
                    Subfields(member, name, local);
                });
                break;
            default:
                Local(has, from, property, local => Repetition(member, name, local));
                break;
        }
    }

    private void Repetition(Node member, string name, string local)
    {
        var element = member.Children[0];
        if (element.Kind == Kind.Element && element.Bits > Leaves.Widest)
        {
            code.Line($"{name}({local}.Octets);");
            return;
        }

        code.Line($"Begin{name}({local}.Count);");
        code.Line($"var left{locals} = {local}.Count;");
        var value = element.Kind == Kind.Group ? Value(element.Children, "element") : "new() { Value = element.Value }";
        code.Line($"foreach (var element in {local}) {name}({value}, --left{locals} > 0);");
    }

    private void Local(string has, string from, string property, Action<string> body)
    {
        var local = $"from{++locals}";
        code.Open(has);
        code.Line($"var {local} = {from}.{property};");
        body(local);
        code.Close();
    }

    private static string Value(IEnumerable<Node> members, string from, string before = "") =>
        "new() { " + before + string.Join(", ", BitFields.Flat(members.ToList(), "", "", 0).Select(f => $"{f.Name} = {from}.{f.Name}")) + " }";
}
