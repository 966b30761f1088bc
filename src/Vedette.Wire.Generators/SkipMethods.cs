namespace Vedette.Wire.Generators;

/// <summary>Writes the method that passes over one item and looks only at what tells its length. It answers as the method that reads the item does.</summary>
internal sealed class SkipMethods
{
    private readonly MethodText code;
    private int names;

    private SkipMethods(string method) => code = new MethodText($"private static bool {method}(ref ItemCursor c)");

    public static string Write(string method, Node layout)
    {
        var skip = new SkipMethods(method);
        skip.Whole(layout);
        return skip.code.End();
    }

    private void Whole(Node node)
    {
        switch (node.Kind)
        {
            case Kind.Element:
            case Kind.Group:
                Pass(Widths.Of(node) / 8);
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
                code.Line("do");
                code.Open();
                Pass(Parts.Of(node).Single().Octets);
                code.Close();
                code.Line("while (c.GoesOn);");
                break;
            default:
                code.Line("if (!c.Opaque(out _)) return false;");
                break;
        }
    }

    private void Extended(Node node)
    {
        code.Line("do");
        code.Open();
        var parts = Parts.Of(node).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            Pass(parts[i].Octets);
            if (parts[i].EndsWithFx) code.Line(i + 1 < parts.Count ? "if (!c.GoesOn) break;" : "if (c.GoesOn && !c.PassExtensions()) return false;");
        }

        code.Close();
        code.Line("while (false);");
    }

    private void Compound(Node node)
    {
        var present = $"p{names++}";
        code.Line(CompoundCode.Presence(node, present));
        for (var i = 0; i < node.Children.Count; i++)
        {
            code.Line($"if ({present}.Has({i + 1}))");
            code.Open();
            if (node.Children[i].Kind == Kind.Gap) code.Line($"return c.Unknown({i + 1});");
            else Whole(node.Children[i]);
            code.Close();
        }

        code.Line(CompoundCode.Rest(node, present));
    }

    private void Repeat(Node node)
    {
        var count = $"n{names++}";
        code.Line($"if (!c.Has({node.Octets})) return false;");
        code.Line($"for (var {count} = c.Take({node.Octets}); {count} > 0; {count}--)");
        code.Open();
        Whole(node.Children[0]);
        code.Close();
    }

    private void Pass(int octets) => code.Line($"if (!c.Pass({octets})) return false;");
}

/// <summary>Lines that are the same whether a compound is read or passed over.</summary>
internal static class CompoundCode
{
    public static string Presence(Node node, string name) => node.Octets > 0
        ? $"if (!c.FixedPresence({node.Octets}, out var {name})) return false;"
        : $"if (!c.Presence(out var {name})) return false;";

    public static string Rest(Node node, string name) =>
        $"if ({name}.LastBit > {node.Children.Count}) return c.Unknown({name}.After({node.Children.Count}));";
}
