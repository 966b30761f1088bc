namespace Vedette.Wire.Generators.Records;

/// <summary>Writes the reader of the records of a block: for each profile the straight walk over its fields.</summary>
internal sealed class BlockWalk(CodeText code, Definition definition, List<string> items, string record)
{
    private bool HasSequence => items.Contains("rfs");

    private bool HasProfiles => definition.Profiles.Count > 1;

    public void Write()
    {
        code.Line($"/// <summary>Reads the records of a block of category {definition.Category:D3}, edition {definition.Edition}, one after another. Allocates nothing.</summary>");
        code.Line("/// <param name=\"body\">The block's octets after CAT and LEN.</param>");
        code.Open($"public ref struct {record}Records(ReadOnlySpan<byte> body) : IRecordReader<{record}>");
        code.Line("private readonly ReadOnlySpan<byte> body = body;\n");
        code.Summary("Where the next record begins, or the one that cannot be read.");
        code.Line("public int Position { get; private set; }\n");
        code.Summary("Why the last answer was Malformed.");
        code.Line("public RecordFault Fault { get; private set; }\n");
        Read();
        code.Line("");
        Visit();
        if (HasSequence) Sequence();
        code.Line("");
        Refuse();
        code.Close();
    }

    private static string Presence(int number) => Names.Presence(number);

    /// <summary>One profile: a walk without a check after each item, whose every failure is left to the walk that names the item.</summary>
    private void Read()
    {
        code.Summary("Finds the items of the next record; the record is empty where that fails.");
        code.Open($"public Decode TryRead(out {record} record)");
        if (HasProfiles || HasSequence)
        {
            code.Line("record = default;");
            Walk();
            return;
        }

        Fast();
        code.Line("");
        code.Summary("The same, an item at a time, for a record that cannot be read: says which item it is.");
        code.Line("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        code.Open($"private Decode Explain(out {record} record)");
        code.Line("record = default;");
        Walk();
    }

    /// <summary>A place is written where its presence bit is set and read nowhere else, so only presence bits are cleared first.</summary>
    private void Fast()
    {
        var fields = definition.Profiles[0].Fields;
        code.Line("System.Runtime.CompilerServices.Unsafe.SkipInit(out record);");
        code.Line("record.octets = default;");
        code.Line("record.places.Present = 0;");
        foreach (var compound in Compounds("record.places", items.Where(definition.Items.ContainsKey).Select(i => definition.Items[i].Layout))) code.Line($"{compound}.Present = 0;");
        code.Line("var octets = body;");
        code.Line("var at = Position;");
        code.Line("if (at >= octets.Length) return Decode.End;");
        code.Line("at = Past.Presence(octets, at, out var present);");
        code.Line($"if (at < 0{Gaps(fields)}) return Explain(out record);");
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] == "-") continue;
            code.Open($"if ((present & {Presence(i + 1)}) != 0)");
            Pass(fields[i], definition.Items[fields[i]].Layout);
            code.Close();
        }

        code.Line("if (at > octets.Length) return Explain(out record);");
        code.Line("record.octets = octets;");
        code.Line("record.places.Present = present;");
        code.Line("Position = at;");
        code.Line("return Decode.Record;");
        code.Close();
    }

    /// <summary>The test for a presence bit that announces nothing.</summary>
    private static string Gaps(string[] fields)
    {
        var gaps = Enumerable.Range(0, 64).Where(i => i >= fields.Length || fields[i] == "-").Aggregate(0UL, (bits, i) => bits | (1UL << (63 - i)));
        return $" || (present & 0x{gaps:X16}) != 0";
    }

    private void Pass(string field, Node layout)
    {
        var place = $"record.places.{Names.Of(field)}";
        if (layout.Kind != Kind.Compound) code.Line($"{place} = (ushort)at;");
        if (Walks.FixedOctets(layout) is > 0 and var octets)
        {
            code.Line($"at += {octets};");
            return;
        }

        code.Line($"at = {Walks.Passed(layout, "record.places", record + ".")};");
        code.Line("if (at < 0) return Explain(out record);");
    }

    private static IEnumerable<string> Compounds(string places, IEnumerable<Node> members) =>
        members.Where(m => m.Kind == Kind.Compound).Select(m => (Place: $"{places}.{Names.Of(m.Name)}", m.Children))
            .SelectMany(m => Compounds(m.Place, m.Children).Prepend(m.Place));

    private void Walk()
    {
        code.Line("var octets = body;");
        code.Line("var at = Position;");
        code.Line("if (at >= octets.Length) return Decode.End;");
        code.Line("at = Past.Presence(octets, at, out var present);");
        code.Line($"if (at < 0) return Refuse(out record, Position, \"I{definition.Category:D3} FSPEC\", \"short fspec\");");
        code.Line("record.octets = octets;");
        if (!HasProfiles) code.Line("record.places.Present = present;");
        var fields = definition.Profiles[0].Fields;
        var common = HasProfiles ? Array.IndexOf(fields, definition.Profiles[0].Selector.Split('/')[0]) + 1 : 0;
        Fields(fields, 0, common);
        if (HasProfiles) Choose(common);
        Fields(fields, common, fields.Length);
        End(fields.Length);
        code.Close();
    }

    /// <summary>The item that chooses has been passed: where it chooses another profile, that one's walk goes on.</summary>
    private void Choose(int common)
    {
        var path = definition.Profiles[0].Selector.Split('/');
        var chooser = definition.Items[path[0]].Layout.Children.First(c => c.Name == path[1]);
        for (var i = 1; i < definition.Profiles.Count; i++)
        {
            var fields = definition.Profiles[i].Fields;
            code.Open($"if (record.Has{Names.Of(path[0])} && ({string.Join(" || ", definition.Profiles[i].Values.Select(v => Leaves.Chosen(chooser, v, $"record.{Names.Of(path[0])}.")))}))");
            if (HasSequence) code.Line($"record.profile = {i};");
            Fields(fields, common, fields.Length);
            End(fields.Length);
            code.Close();
            code.Line("");
        }
    }

    private void Fields(string[] fields, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            code.Open($"if ((present & {Presence(i + 1)}) != 0)");
            if (fields[i] == "-") code.Line($"return Refuse(out record, at, \"I{definition.Category:D3} FRN {i + 1}\", \"frn {i + 1} undefined\");");
            else Field(fields[i]);
            code.Close();
        }
    }

    private void Field(string field)
    {
        var item = $"I{definition.Category:D3}/{field}";
        var place = $"record.places.{Names.Of(field)}";
        var layout = field == "rfs" ? null : definition.Items[field].Layout;
        if (HasProfiles) code.Line($"record.places.Present |= {Presence(items.IndexOf(field) + 1)};");
        if (layout is not null && Walks.FixedOctets(layout) is > 0 and var octets)
        {
            code.Line($"{place} = (ushort)at;");
            code.Line($"at += {octets};");
            code.Line($"if (at > octets.Length) return Refuse(out record, at - {octets}, \"{item}\", Past.Short);");
            return;
        }

        code.Line("var from = at;");
        if (layout?.Kind != Kind.Compound) code.Line($"{place} = (ushort)at;");
        code.Line($"at = {(layout is null ? $"Sequence(octets, at{(HasProfiles ? ", record.profile" : "")})" : Walks.Passed(layout, "record.places", record + "."))};");
        code.Line($"if (at < 0) return Refuse(out record, from, \"{item}\", at);");
    }

    private void End(int fields)
    {
        code.Line($"if ((present & {Names.Mask(64 - fields)}) != 0) return RefuseField(out record, at, {fields});");
        code.Line("Position = at;");
        code.Line("return Decode.Record;");
    }

    private void Visit()
    {
        code.Summary("Leads a visitor through every leaf of every record that is left. End, or Malformed where one cannot be read.");
        code.Open("public Decode Visit<TVisitor>(ref TVisitor visitor) where TVisitor : ILeafVisitor");
        code.Line("Decode step;");
        code.Open($"while ((step = TryRead(out {record} record)) == Decode.Record)");
        code.Line("visitor.BeginRecord();");
        code.Line("record.Visit(ref visitor);");
        code.Line("visitor.EndRecord(Position);");
        code.Close();
        code.Line("");
        code.Line("return step;");
        code.Close();
    }

    /// <summary>The walk over a random field sequence, and over one of its fields.</summary>
    private void Sequence()
    {
        var profile = HasProfiles ? ", int profile" : "";
        code.Line("");
        code.Open($"private static int Sequence(ReadOnlySpan<byte> octets, int at{profile})");
        code.Line("if (at >= octets.Length) return Past.Short;");
        code.Line("var left = octets[at++];");
        code.Line($"for ({record} field = default; left > 0 && at >= 0; left--) at = Field(octets, at, {(HasProfiles ? "profile, " : "")}ref field);");
        code.Line("return at;");
        code.Close();
        code.Line("");
        code.Open($"internal static int Field(ReadOnlySpan<byte> octets, int at{profile}, ref {record} record)");
        code.Line("if (at >= octets.Length) return Past.Short;");
        code.Line("var number = octets[at++];");
        if (HasProfiles) code.Line("record.profile = profile;");
        for (var p = 0; p < definition.Profiles.Count; p++)
        {
            if (HasProfiles) code.Open($"if (profile == {p})");
            SequenceFields(definition.Profiles[p].Fields);
            if (HasProfiles) code.Close();
        }

        if (HasProfiles) code.Line("\nreturn -1 - number;");
        code.Close();
    }

    private void SequenceFields(string[] fields)
    {
        code.Open("switch (number)");
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] is "-" or "rfs") continue;
            var layout = definition.Items[fields[i]].Layout;
            code.Line($"case {i + 1}:");
            code.Line($"    record.places.Present = {Presence(items.IndexOf(fields[i]) + 1)};");
            if (layout.Kind != Kind.Compound) code.Line($"    record.places.{Names.Of(fields[i])} = (ushort)at;");
            code.Line(Walks.FixedOctets(layout) is > 0 and var octets ? $"    return Past.Fixed(octets, at, {octets});" : $"    return {Walks.Passed(layout, "record.places", record + ".")};");
        }

        code.Line("default:");
        code.Line("    return -1 - number;");
        code.Close();
    }

    private void Refuse()
    {
        code.Line($"private Decode Refuse(out {record} record, int at, string item, int told) => Refuse(out record, at, item, Past.Reason(told));\n");
        code.Open($"private Decode Refuse(out {record} record, int at, string item, string reason)");
        code.Line("record = default;");
        code.Line("Fault = new(at, item, reason);");
        code.Line("return Decode.Malformed;");
        code.Close();
        code.Line("");
        code.Open($"private Decode RefuseField(out {record} record, int at, int defined)");
        code.Line("var number = -1 - Past.Undefined(body, Position, defined);");
        code.Line($"return Refuse(out record, at, $\"I{definition.Category:D3} FRN {{number}}\", $\"frn {{number}} undefined\");");
        code.Close();
    }
}
