using System.Globalization;
using System.Text;

namespace Vedette.Wire.Generators;

/// <summary>
/// Writes the method that reads one item. It is straight code: what is fixed in the layout is a constant in it. It walks the octets once and
/// gives every leaf to the sink; it returns false where the octets end first or say what the layout does not know.
/// </summary>
internal sealed class ItemMethods
{
    private readonly StringBuilder code = new();
    private int depth = 2;
    private int names;

    public string Write(string method, Node layout)
    {
        code.Clear();
        Line($"private static bool {method}(ref ItemCursor c, LeafWriter w)");
        Open();
        Whole(layout);
        Line("return true;");
        Close();
        return code.ToString();
    }

    private void Whole(Node node)
    {
        switch (node.Kind)
        {
            case Kind.Element:
                Line($"if (!c.Has({node.Bits / 8})) return false;");
                Leaf(node, null);
                break;
            case Kind.Group:
                Line($"if (!c.Has({Widths.Of(node) / 8})) return false;");
                Group(node);
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
                Line("if (!c.Opaque(out var octets)) return false;");
                Line("w.Hex(octets);");
                break;
        }
    }

    private void Group(Node node)
    {
        Line("w.Open();");
        Members(node.Children, node.Children);
        Line("w.Close();");
    }

    private void Members(IEnumerable<Node> members, IReadOnlyCollection<Node> all)
    {
        var kept = new Dictionary<string, string>();
        foreach (var node in members)
        {
            if (node.Kind == Kind.Spare)
            {
                Line($"c.Skip({node.Bits});");
                continue;
            }

            Name(node);
            if (node.Kind == Kind.Group) Group(node);
            else if (node.By.Length > 0) Choice(node, kept[node.By]);
            else if (all.Any(other => other.By == node.Name))
            {
                kept[node.Name] = $"v{names++}";
                Line($"var {kept[node.Name]} = c.Bits({node.Bits});");
                Leaf(node, kept[node.Name]);
            }
            else Leaf(node, null);
        }
    }

    private void Choice(Node node, string by)
    {
        Line($"switch ({by})");
        Open();
        foreach (var choice in node.Cases)
        {
            Line($"case {choice.Key}:");
            Line("    " + Call(choice.Value, node.Bits, null));
            Line("    break;");
        }

        Line("default:");
        Line("    " + Call(new Meaning(), node.Bits, null));
        Line("    break;");
        Close();
    }

    private void Leaf(Node node, string? value) => Line(Call(node.Meaning, node.Bits, value));

    private static string Call(Meaning meaning, int bits, string? value)
    {
        if (bits > LayoutCheck.WidestNumber) return meaning.Content == Content.Ascii ? $"w.Text(c.Octets({bits / 8}));" : $"w.Hex(c.Octets({bits / 8}));";
        value ??= $"c.Bits({bits})";
        var scale = meaning.Scale.ToString("R", CultureInfo.InvariantCulture);
        return meaning.Content switch
        {
            Content.Quantity when meaning.IsSigned => $"w.Signed({value}, {bits}, {scale});",
            Content.Quantity => $"w.Unsigned({value}, {scale});",
            Content.Integer when meaning.IsSigned => $"w.Integer({value}, {bits});",
            Content.Ascii => $"w.Text({value}, {bits});",
            Content.Icao => $"w.SixBitText({value}, {bits});",
            Content.Octal => $"w.Octal({value}, {bits});",
            _ => $"w.Raw({value});",
        };
    }

    /// <summary>Part after part, each as long as the FX bit of the one before it is set. Extensions that the edition does not know are passed over.</summary>
    private void Extended(Node node)
    {
        Line("w.Open();");
        Line("do");
        Open();
        var rest = node.Children.AsEnumerable();
        while (rest.Any())
        {
            var part = rest.TakeWhile(n => n.Kind != Kind.Gap).ToList();
            var hasFx = rest.Skip(part.Count).Any();
            rest = rest.Skip(part.Count + 1).ToList();
            Line($"if (!c.Has({(part.Sum(Widths.Of) + (hasFx ? 1 : 0)) / 8})) return false;");
            Members(part, part);
            if (!hasFx) continue;
            if (rest.Any()) Line("if (c.Bits(1) == 0) break;");
            else Line("if (c.Bits(1) != 0 && !c.PassExtensions()) return false;");
        }

        Close();
        Line("while (false);");
        Line("w.Close();");
    }

    private void Compound(Node node)
    {
        var present = $"p{names++}";
        Line(node.Octets > 0 ? $"if (!c.FixedPresence({node.Octets}, out var {present})) return false;" : $"if (!c.Presence(out var {present})) return false;");
        Line("w.Open();");
        for (var i = 0; i < node.Children.Count; i++)
        {
            Line($"if ({present}.Has({i + 1}))");
            Open();
            var child = node.Children[i];
            if (child.Kind == Kind.Gap) Line($"return c.Unknown({i + 1});");
            else
            {
                Name(child);
                Whole(child);
            }

            Close();
        }

        Line($"if ({present}.LastBit > {node.Children.Count}) return c.Unknown({present}.After({node.Children.Count}));");
        Line("w.Close();");
    }

    private void Repeat(Node node)
    {
        var count = $"n{names++}";
        Line($"if (!c.Has({node.Octets})) return false;");
        Line("w.OpenList();");
        Line($"for (var {count} = c.Bits({8 * node.Octets}); {count} > 0; {count}--)");
        Open();
        Whole(node.Children[0]);
        Close();
        Line("w.CloseList();");
    }

    private void RepeatFx(Node node)
    {
        var child = node.Children[0];
        Line("w.OpenList();");
        Line("do");
        Open();
        Line($"if (!c.Has({(Widths.Of(child) + 1) / 8})) return false;");
        if (child.Kind == Kind.Group) Group(child);
        else Leaf(child, null);
        Close();
        Line("while (c.Bits(1) != 0);");
        Line("w.CloseList();");
    }

    private void Name(Node node) => Line($"w.Name(\"\\\"{node.Name}\\\":\"u8);");

    private void Open()
    {
        Line("{");
        depth++;
    }

    private void Close()
    {
        depth--;
        Line("}");
    }

    private void Line(string text) => code.Append(' ', 4 * (depth - 1)).Append(text).Append('\n');
}
