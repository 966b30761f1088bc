using System.Text;

namespace Vedette.Wire.Generators;

/// <summary>Writes a layout as nested lines of Markdown: what a reader of octets has to know of it, in the order of the bits.</summary>
internal static class LayoutText
{
    public static string Write(Node node)
    {
        var text = new StringBuilder();
        Append(text, node, "", isInCompound: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Node node, string indent, bool isInCompound)
    {
        var name = node.Name.Length == 0 || indent.Length == 0 ? "" : $"`{node.Name}` ";
        text.Append($"{indent}- {name}{Describe(node, isInCompound)}\n");
        foreach (var child in node.Children) Append(text, child, indent + "  ", node.Kind == Kind.Compound);
    }

    private static string Describe(Node node, bool isInCompound) => node.Kind switch
    {
        Kind.Element => $"{Bits(node.Bits)}: {(node.By.Length == 0 ? Describe(node.Meaning) : Cases(node))}",
        Kind.Spare => $"{Bits(node.Bits)} spare",
        Kind.Gap => isInCompound ? "a presence bit without meaning" : "FX: more follows if it is set",
        Kind.Group => "in order:",
        Kind.Extended => "in parts, each ended by FX:",
        Kind.Compound => node.Octets == 0 ? "announced by presence bits, seven and FX to the octet:" : $"announced by {8 * node.Octets} presence bits:",
        Kind.Repeat => $"a count of {(node.Octets == 1 ? "one octet" : $"{node.Octets} octets")}, then as many times:",
        Kind.RepeatFx => "again and again while FX is set:",
        _ => "octets, the first of which is their number",
    };

    private static string Bits(int bits) => bits == 1 ? "1 bit" : $"{bits} bits";

    private static string Cases(Node node) => $"by `{node.By}`: {string.Join("; ", node.Cases.Select(c => $"{c.Key} {Describe(c.Value)}"))}; else a number";

    private static string Describe(Meaning meaning) => meaning.Content switch
    {
        Content.Integer => meaning.IsSigned ? "a whole number in two's complement" : "a whole number",
        Content.Quantity => $"{(meaning.IsSigned ? "in two's complement" : "unsigned")}, steps of {meaning.Lsb}{(meaning.Unit.Length == 0 ? "" : $" {meaning.Unit}")}",
        Content.Ascii => "text of 8-bit characters",
        Content.Icao => "text of 6-bit characters",
        Content.Octal => "octal digits",
        _ => "a number",
    };
}
