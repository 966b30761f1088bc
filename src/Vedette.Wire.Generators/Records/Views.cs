namespace Vedette.Wire.Generators.Records;

/// <summary>
/// Writes what a record, an expansion field or a compound item holds: for each member whether it is there, the property that reads it and, where
/// it has parts, the type of that property. The members' places were found by the walk and are in "places"; their octets are in "octets".
/// </summary>
internal sealed class Views(CodeText code)
{
    /// <param name="member">What it is.</param>
    /// <param name="number">Its presence bit, from one.</param>
    /// <param name="what">By the specification: "I048/040".</param>
    /// <param name="suffix">Of the member's type: Item or Part.</param>
    /// <param name="isHeld">"places" is a field here and not a reference to another's.</param>
    public void Member(Node member, int number, string what, string suffix, bool isHeld)
    {
        var name = Names.Of(member.Name);
        var type = name + (member.Kind is Kind.Repeat or Kind.RepeatFx ? "Element" : suffix);
        code.Summary($"{what} is there; where it is not, everything in it reads as zero.");
        code.Line($"public readonly bool Has{name} => (places.Present & {Names.Presence(number)}) != 0;");
        code.Line("");
        switch (member.Kind)
        {
            case Kind.Element when member.Bits <= Leaves.Widest:
                Leaves.Write(code, name, member, what, $"Has{name} ? {Load(member.Bits / 8, name)} : 0");
                break;
            case Kind.Element:
                Leaves.WriteOctets(code, name, member, what, $"Has{name} ? octets.Slice(places.{name}, {member.Bits / 8}) : default");
                break;
            case Kind.Opaque:
                code.Summary($"{what}: the octets after the one that counts them.");
                code.Line($"public readonly ReadOnlySpan<byte> {name} => Has{name} ? octets.Slice(places.{name} + 1, (int)Octets.U8(octets, places.{name}) - 1) : default;");
                break;
            case Kind.Compound:
                code.Summary($"{what}, compound.");
                if (isHeld) code.Line("[System.Diagnostics.CodeAnalysis.UnscopedRef]");
                code.Line($"public readonly {type} {name} => new(octets, in places.{name});");
                code.Line("");
                Compound(member, type, what);
                break;
            case Kind.Extended:
                Property(what, type, name, $"Has{name} ? {type}.From(octets, places.{name}) : default");
                new ExtendedView(code).Write(member, type, what);
                break;
            case Kind.Group:
                var octets = Widths.Of(member) / 8;
                Property(what, type, name, octets > 8 ? $"new(Has{name} ? octets.Slice(places.{name}, {octets}) : default)" : $"new(Has{name} ? {Load(octets, name)} : 0)");
                new GroupView(code).Write(member, type, what);
                break;
            default:
                Repetition(member, type, name, what);
                break;
        }

        code.Line("");
    }

    /// <summary>How a visitor is led through a member.</summary>
    public void Visit(Node member)
    {
        var name = Names.Of(member.Name);
        switch (member.Kind)
        {
            case Kind.Element:
                code.Line($"if (Has{name}) {BitFields.Call(member, member.Name, name)}");
                break;
            case Kind.Opaque:
                code.Line($"if (Has{name}) visitor.Octets(\"{member.Name}\"u8, {name});");
                break;
            case Kind.Repeat or Kind.RepeatFx or Kind.Compound:
                code.Line($"if (Has{name}) Visit{name}(ref visitor);");
                break;
            default:
                code.Open($"if (Has{name})");
                Through(member, name);
                code.Close();
                break;
        }
    }

    /// <summary>
    /// The visits that have a method of their own: what they go through holds references, which every call of the method clears first, and that
    /// is paid only where the member is there.
    /// </summary>
    public void VisitMethods(IEnumerable<Node> members)
    {
        foreach (var member in members.Where(m => m.Kind is Kind.Repeat or Kind.RepeatFx or Kind.Compound))
        {
            var name = Names.Of(member.Name);
            OpenVisit(code, name);
            if (member.Kind == Kind.Compound)
            {
                Through(member, name);
            }
            else
            {
                code.Line($"visitor.BeginList(\"{member.Name}\"u8);");
                code.Line($"foreach (var element in {name}) element.Visit(ref visitor);");
                code.Line("visitor.EndList();");
            }

            code.Close();
        }
    }

    /// <summary>Begins the method of its own by which a member is visited.</summary>
    public static void OpenVisit(CodeText code, string name)
    {
        code.Line("");
        code.Open($"private readonly void Visit{name}<TVisitor>(ref TVisitor visitor) where TVisitor : ILeafVisitor");
    }

    private void Through(Node member, string name)
    {
        code.Line($"visitor.Begin(\"{member.Name}\"u8);");
        code.Line($"{name}.Visit(ref visitor);");
        code.Line("visitor.End();");
    }

    /// <summary>Where members begin; for a compound, where its subfields do.</summary>
    public void Places(IEnumerable<Node> members)
    {
        code.Open("internal struct Places");
        code.Line("public ulong Present;");
        foreach (var member in members)
            code.Line(member.Kind == Kind.Compound ? $"public {TypeOf(member)}.Places {Names.Of(member.Name)};" : $"public ushort {Names.Of(member.Name)};");
        code.Close();
    }

    /// <summary>The type of a compound member.</summary>
    public static string TypeOf(Node member) => Names.Of(member.Name) + (member.Name.Length == 3 && char.IsDigit(member.Name[0]) ? "Item" : "Part");

    /// <summary>Members of a compound item, the walk over them, the visit.</summary>
    public void Subfields(Node compound, string what, bool isHeld)
    {
        for (var i = 0; i < compound.Children.Count; i++)
            if (compound.Children[i].Kind != Kind.Gap) Member(compound.Children[i], i + 1, $"{what} {compound.Children[i].Name}", "Part", isHeld);
        VisitMethod(() =>
        {
            foreach (var child in compound.Children.Where(c => c.Kind != Kind.Gap)) Visit(child);
        });
        VisitMethods(compound.Children);
        code.Line("");
        Places(compound.Children.Where(c => c.Kind != Kind.Gap));
        code.Line("");
        new Walks(code).Compound(compound);
    }

    public void VisitMethod(Action calls)
    {
        code.Summary("Leads a visitor through every leaf.");
        code.Open("public readonly void Visit<TVisitor>(ref TVisitor visitor) where TVisitor : ILeafVisitor");
        calls();
        code.Close();
    }

    private static string Load(int octets, string place) => $"Octets.U{8 * octets}(octets, places.{place})";

    private void Property(string what, string type, string name, string value)
    {
        code.Summary($"{what}.");
        code.Line($"public readonly {type} {name} => {value};");
        code.Line("");
    }

    private void Compound(Node member, string type, string what)
    {
        code.Summary($"{what}: subfields, each there or not.");
        code.Open($"public readonly ref struct {type}");
        code.Line("private readonly ReadOnlySpan<byte> octets;");
        code.Line("private readonly ref readonly Places places;");
        code.Line("");
        code.Open($"internal {type}(ReadOnlySpan<byte> octets, ref readonly Places places)");
        code.Line("this.octets = octets;");
        code.Line("this.places = ref places;");
        code.Close();
        code.Line("");
        Subfields(member, what, isHeld: false);
        code.Close();
    }

    private void Repetition(Node member, string type, string name, string what)
    {
        var element = member.Children[0];
        var size = (Widths.Of(element) + (member.Kind == Kind.RepeatFx ? 1 : 0)) / 8;
        var slice = member.Kind == Kind.RepeatFx
            ? $"octets.Slice(places.{name}, Past.Chain(octets, places.{name}, {size}) - places.{name})"
            : $"octets.Slice(places.{name} + {member.Octets}, {size} * (int)Octets.U{8 * member.Octets}(octets, places.{name}))";
        Property(what + ", repeated", $"Repetition<{type}>", name, $"new(Has{name} ? {slice} : default)");
        new GroupView(code).WriteElement(element, type, what, size);
    }
}
