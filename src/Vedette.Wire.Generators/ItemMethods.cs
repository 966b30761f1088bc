using System.Globalization;

namespace Vedette.Wire.Generators;

/// <summary>
/// Writes the method that reads one item. It is straight code: what is fixed in the layout is a constant in it. It walks the octets once and
/// gives every leaf to the sink; it returns false where the octets end first or say what the layout does not know.
/// </summary>
internal sealed class ItemMethods
{
    private readonly MethodText code;
    private readonly StraightCode straight = new();
    private int names;

    private ItemMethods(string method, string writer) => code = new MethodText($"private static bool {method}(ref ItemCursor c, LeafWriter {writer})");

    /// <param name="goesOn">It may go on in an object that is open already: the octets of an expansion field.</param>
    public static string Write(string method, Node layout, bool goesOn)
    {
        var isAlike = LeafCalls.IsAlike(layout) && !goesOn;
        var read = new ItemMethods(method, isAlike ? "both" : "w");
        if (isAlike)
        {
            read.code.Line("var w = both.Once;");
            read.code.Line("var from = w.Place;");
        }

        read.Whole(layout);
        read.Flush();
        if (read.straight.TakesPen) read.code.First(isAlike ? "TextPen t;" : "LeafPen t;");
        return read.code.End(isAlike ? "both.Repeat(from);" : "");
    }

    /// <summary>A value that begins and ends on an octet, and the comma behind it.</summary>
    private void Whole(Node node)
    {
        switch (node.Kind)
        {
            case Kind.Element:
            case Kind.Group:
                Part(new FixedPart([node], isNamed: false));
                straight.Text(",");
                break;
            case Kind.Extended:
                Extended(node);
                break;
            case Kind.Compound:
                Compound(node);
                break;
            case Kind.Repeat:
                Repeat(node);
                break;
            case Kind.RepeatFx:
                RepeatFx(node);
                break;
            default:
                Flush();
                code.Line("if (!c.Opaque(out var octets)) return false;");
                code.Line("w.Opaque(octets);");
                break;
        }
    }

    /// <summary>Reads the part's numbers and writes its leaves. The name of the last number, which holds an FX bit in its place 0.</summary>
    private string Part(FixedPart part)
    {
        code.Line($"if (!c.Has({part.Octets})) return false;");
        var first = names;
        names += part.Numbers;
        var read = -1;
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in part.Steps)
        {
            if (step.Text.Length > 0) straight.Text(step.Text);
            if (step.IsWide) straight.Value(LeafCalls.OfOctets(step.Leaf!.Meaning, $"c.Octets({step.Bits / 8})"), LeafCalls.Most(step.Leaf));
            else if (step.Bits > 0)
            {
                if (step.Number != read) Take(part, step, first);
                read = step.Number;
                if (step.Leaf is { } leaf) Leaf(leaf, step, places, Place($"g{first + step.Number}", step));
            }
        }

        return $"g{first + read}";
    }

    /// <summary>Reads a number, and remembers whether its spare bits are zero.</summary>
    private void Take(FixedPart part, Step step, int first)
    {
        straight.Statement($"var g{first + step.Number} = c.Take({step.NumberOctets});");
        if (part.SpareBits(step.Number) is > 0 and var spare) straight.Statement($"c.Spare(g{first + step.Number} & 0x{spare.ToString("X", CultureInfo.InvariantCulture)});");
    }

    private void Leaf(Node leaf, Step step, Dictionary<string, string> places, string place)
    {
        places[step.Path] = place;
        if (LeafCalls.IsDigit(leaf)) straight.Digit(place);
        else if (step.By.Length == 0) straight.Value(LeafCalls.Of(leaf.Meaning, leaf.Bits, place), LeafCalls.Most(leaf));
        else
        {
            straight.Choice($"switch ({places[step.By]})", 0);
            straight.Statement("{");
            foreach (var choice in leaf.Cases) straight.Statement($"    case {choice.Key}: t.{LeafCalls.Of(choice.Value, leaf.Bits, place)}; break;");
            straight.Choice($"    default: t.{LeafCalls.Of(new Meaning(), leaf.Bits, place)}; break;", LeafCalls.Most(leaf));
            straight.Statement("}");
        }
    }

    private static string Place(string number, Step step)
    {
        var shifted = step.Shift == 0 ? number : $"({number} >> {step.Shift})";
        return step.Bits == 8 * step.NumberOctets ? number : $"{shifted} & 0x{((1UL << step.Bits) - 1).ToString("X", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Part after part, each as long as the FX bit of the one before it is set. Extensions that the edition does not know are passed over.</summary>
    private void Extended(Node node)
    {
        code.Line("do");
        code.Open();
        straight.Text("{");
        var parts = Parts.Of(node).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var number = Part(parts[i]);
            if (parts[i].HasLeaves) straight.Text(",");
            else if (i > 0) straight.Statement("c.HoldMore();");
            Flush();
            if (!parts[i].EndsWithFx) continue;
            code.Line(i + 1 < parts.Count ? $"if ({number} % 2 == 0) break;" : $"if ({number} % 2 != 0 && !c.PassExtensions()) return false;");
        }

        code.Close();
        code.Line("while (false);");
        code.Line("w.Close();");
    }

    private void Compound(Node node)
    {
        Flush();
        var present = $"p{names++}";
        code.Line(CompoundCode.Presence(node, present));
        code.Line("w.Open();");
        for (var i = 0; i < node.Children.Count; i++)
        {
            code.Line($"if ({present}.Has({i + 1}))");
            code.Open();
            var child = node.Children[i];
            if (child.Kind == Kind.Gap) code.Line($"return c.Unknown({i + 1});");
            else
            {
                straight.Text($"\"{child.Name}\":");
                Whole(child);
                Flush();
            }

            code.Close();
        }

        code.Line(CompoundCode.Rest(node, present));
        code.Line("w.Close();");
    }

    private void Repeat(Node node)
    {
        var count = $"n{names++}";
        straight.Text("[");
        Flush();
        code.Line($"if (!c.Has({node.Octets})) return false;");
        code.Line($"for (var {count} = c.Take({node.Octets}); {count} > 0; {count}--)");
        code.Open();
        Whole(node.Children[0]);
        Flush();
        code.Close();
        code.Line("w.CloseList();");
    }

    private void RepeatFx(Node node)
    {
        var more = $"more{names++}";
        straight.Text("[");
        Flush();
        code.Line($"bool {more};");
        code.Line("do");
        code.Open();
        var number = Part(Parts.Of(node).Single());
        straight.Text(",");
        Flush();
        code.Line($"{more} = {number} % 2 != 0;");
        code.Close();
        code.Line($"while ({more});");
        code.Line("w.CloseList();");
    }

    private void Flush()
    {
        foreach (var line in straight.Take()) code.Line(line);
    }
}
