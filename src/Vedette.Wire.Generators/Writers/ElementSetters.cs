using System.Globalization;
using Vedette.Wire.Generators.Records;

namespace Vedette.Wire.Generators.Writers;

/// <summary>
/// Writes how one element is set: as the number sent, as its value where it has one, as text where it is text. Ranges are constants of the
/// code that is made.
/// </summary>
/// <param name="number">Of the element in its item, from one.</param>
/// <param name="place">Where its bits are.</param>
/// <param name="chooserPlace">Where the bits are that choose its meaning, where any do.</param>
internal sealed class ElementSetters(CodeText code, BitField element, int number, int place, int chooserPlace = 0)
{
    private Node Node => element.Node;

    private string Target => $"ref bits, {number}, {place}, {Node.Bits}";

    private bool IsSigned => element.Chooser is null && Node.Meaning.IsSigned;

    public void Properties()
    {
        if (Node.Bits > Leaves.Widest)
        {
            Property("ReadOnlySpan<byte>", element.Name, $"{Node.Bits / 8} octets", $"Elements.Octets({Target}, value)");
            return;
        }

        Property(Names.Type(Node.Bits, IsSigned), element.Name, Width, SetNumber);
        if (element.Chooser is null) Value(Node.Meaning, "");
        else foreach (var choice in Node.Cases) Value(choice.Value, $"bits.Put({chooserPlace}, {element.Chooser.Bits}, {choice.Key})");
    }

    /// <summary>Parameters and bodies of the methods that set an item of one element: its number, and its value or text where it has one.</summary>
    public IEnumerable<(string Suffix, string Parameter, string Told, string Body)> Methods()
    {
        yield return ("", Names.Type(Node.Bits, IsSigned) + " value", Width, SetNumber);
        if (Node.Meaning.Content == Content.Quantity) yield return (Names.Suffix(Node.Meaning.Unit), "double value", Scale(Node.Meaning), SetQuantity(Node.Meaning));
        if (IsText(Node.Meaning)) yield return ("Text", "scoped ReadOnlySpan<char> value", "text", SetText(Node.Meaning));
    }

    /// <summary>Why a value of the element can be wrong.</summary>
    public static string Range(BitField field)
    {
        var (node, meaning) = (field.Node, field.Node.Meaning);
        if (node.Bits > Leaves.Widest) return $"is not {node.Bits / 8} octets";
        if (IsText(meaning)) return $"is no text of {meaning.Content} code in {node.Bits} bits";
        if (meaning.Content != Content.Quantity) return $"does not fit into {node.Bits} bits{(meaning.IsSigned ? " with a sign" : "")}";
        var (least, most) = Numbers(node.Bits, meaning.IsSigned);
        return $"is not within {Told(least * meaning.Scale)} and {Told(most * meaning.Scale)} {meaning.Unit}";
    }

    /// <summary>There are values of its type that do not fit.</summary>
    public static bool CanFail(Node node) =>
        node.Bits is not (1 or 8 or 16 or 32 or 64) || node.Meaning.Content == Content.Quantity || IsText(node.Meaning);

    private string Width => $"{Node.Bits} bit{(Node.Bits == 1 ? "" : "s")}{(IsSigned ? ", two's complement" : "")}";

    private static string Scale(Meaning meaning) => $"in {meaning.Unit}, LSB {meaning.Lsb}";

    private static string Told(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private string SetNumber => Node.Bits switch
    {
        1 => $"bits.Put({place}, 1, value ? 1UL : 0UL)",
        _ when !CanFail(Node) && !IsSigned => $"bits.Put({place}, {Node.Bits}, value)",
        _ when IsSigned => $"Elements.Integer({Target}, value)",
        _ => $"Elements.Number({Target}, value)",
    };

    private static bool IsText(Meaning meaning) => meaning.Content is Content.Ascii or Content.Icao or Content.Octal;

    private static (double Least, double Most) Numbers(int bits, bool isSigned) =>
        isSigned ? (-Math.Pow(2, bits - 1), Math.Pow(2, bits - 1) - 1) : (0, Math.Pow(2, bits) - 1);

    /// <summary>Where the bits of an unsigned number divide the whole circle, 360° is 0°.</summary>
    private string SetQuantity(Meaning meaning)
    {
        var lsb = Names.Number(meaning.Scale);
        if (!meaning.IsSigned && meaning.Unit == "°" && meaning.Scale * Math.Pow(2, Node.Bits) == 360) return $"Elements.Direction({Target}, value, {lsb})";
        var (least, most) = Numbers(Node.Bits, meaning.IsSigned);
        return $"Elements.Quantity({Target}, value, {lsb}, {Names.Number(least)}, {Names.Number(most)})";
    }

    private string SetText(Meaning meaning) => $"Elements.Text({Target}, value, Records.LeafTextCode.{meaning.Content})";

    private void Value(Meaning meaning, string choose)
    {
        if (meaning.Content == Content.Quantity)
            Property("double", element.Name + Names.Suffix(meaning.Unit), Scale(meaning), SetQuantity(meaning), choose);
        else if (IsText(meaning))
            Property("ReadOnlySpan<char>", element.Name + "Text", "as text", SetText(meaning), choose);
    }

    private void Property(string type, string name, string told, string set, string choose = "")
    {
        code.Summary($"{element.What}: {told}{(choose.Length > 0 ? "; sets what chooses this meaning too" : "")}.");
        if (choose.Length == 0)
        {
            code.Line($"public {type} {name} {{ init => {set}; }}");
            return;
        }

        code.Open($"public {type} {name}");
        code.Open("init");
        code.Line($"{choose};");
        code.Line($"{set};");
        code.Close();
        code.Close();
    }
}
