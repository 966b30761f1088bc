namespace Vedette.Wire.Generators.Records;

/// <summary>
/// Writes the code that finds where everything is: straight, each member after the one before it, without reading what the members hold.
/// A walk answers with the place after what it passed, or with a negative number: -1 where the octets end first, -1-N where presence bit N
/// announces what is not defined.
/// </summary>
internal sealed class Walks(CodeText code)
{
    /// <summary>Octets of a member whose length is fixed; 0 where it is not.</summary>
    public static int FixedOctets(Node member) => member.Kind is Kind.Element or Kind.Group ? Widths.Of(member) / 8 : 0;

    /// <summary>An expression for the place after a member of variable length at "at".</summary>
    /// <param name="owner">The type, and a dot, in which a compound's type is nested; empty where the code stands in it.</param>
    public static string Passed(Node member, string places, string owner = "") => member.Kind switch
    {
        Kind.Extended => Extended(member),
        Kind.Compound => $"{owner}{Views.TypeOf(member)}.Walk(octets, at, ref {places}.{Names.Of(member.Name)})",
        Kind.Repeat => $"Past.Repetition(octets, at, {member.Octets}, {Widths.Of(member.Children[0]) / 8})",
        Kind.RepeatFx => $"Past.Chain(octets, at, {(Widths.Of(member.Children[0]) + 1) / 8})",
        _ => "Past.Opaque(octets, at)",
    };

    /// <summary>The walk over a compound's subfields.</summary>
    public void Compound(Node compound)
    {
        code.Open("internal static int Walk(ReadOnlySpan<byte> octets, int at, ref Places places)");
        code.Line("var from = at;");
        code.Line(compound.Octets > 0 ? $"at = Past.FixedPresence(octets, at, {compound.Octets}, out var present);" : "at = Past.Presence(octets, at, out var present);");
        code.Line("if (at < 0) return at;");
        code.Line("places.Present = present;");
        for (var i = 0; i < compound.Children.Count; i++) Subfield(compound.Children[i], i + 1);
        code.Line("if (at > octets.Length) return Past.Short;");
        if (compound.Octets == 0) code.Line($"if ((present & {Names.Mask(64 - compound.Children.Count)}) != 0) return Past.Undefined(octets, from, {compound.Children.Count});");
        else if (compound.Children.Count < 8 * compound.Octets)
            code.Line($"if ((present & {Names.Mask(64 - compound.Children.Count)}) != 0) return Past.UndefinedIn(present, {compound.Children.Count});");
        code.Line("return at;");
        code.Close();
    }

    private void Subfield(Node child, int number)
    {
        var name = Names.Of(child.Name);
        code.Open($"if ((present & {Names.Presence(number)}) != 0)");
        if (child.Kind == Kind.Gap)
        {
            code.Line($"return at > octets.Length ? Past.Short : {-1 - number};");
        }
        else
        {
            if (child.Kind != Kind.Compound) code.Line($"places.{name} = (ushort)at;");
            if (FixedOctets(child) is > 0 and var octets)
            {
                code.Line($"at += {octets};");
            }
            else
            {
                code.Line($"at = {Passed(child, "places")};");
                code.Line("if (at < 0) return at;");
            }
        }

        code.Close();
    }

    /// <summary>An extended item all of whose parts are one octet with an FX bit is passed as any chain; else its parts are counted out.</summary>
    private static string Extended(Node member)
    {
        var parts = ExtendedView.Parts(member).ToList();
        if (parts.TrueForAll(p => p.Octets == 1 && p.HasFx)) return "Past.Chain(octets, at, 1)";
        var known = string.Join(", ", parts.Select(p => p.Octets));
        return $"Past.Extended(octets, at, [{known}], {(parts[parts.Count - 1].HasFx ? "true" : "false")})";
    }
}
