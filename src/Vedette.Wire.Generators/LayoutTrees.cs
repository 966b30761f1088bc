using System.Text;

namespace Vedette.Wire.Generators;

/// <summary>
/// Writes a layout as the expression that makes its tree, for what walks a layout while it runs: writing needs the shape of an item and not
/// what its numbers mean.
/// </summary>
internal static class LayoutTrees
{
    /// <summary>The tree has no name of its own: items of different numbers share it.</summary>
    public static string Write(Node node)
    {
        var code = new StringBuilder();
        Append(code, node, "");
        return code.ToString();
    }

    private static void Append(StringBuilder code, Node node, string name)
    {
        switch (node.Kind)
        {
            case Kind.Element:
                code.Append($"Element(\"{name}\", {node.Bits})");
                break;
            case Kind.Spare:
                code.Append($"Spare({node.Bits})");
                break;
            case Kind.Gap:
                code.Append("Gap()");
                break;
            case Kind.Opaque:
                code.Append($"Opaque(\"{name}\")");
                break;
            default:
                code.Append($"{node.Kind}(\"{name}\"{(node.Kind is Kind.Repeat or Kind.Compound ? $", {node.Octets}" : "")}");
                foreach (var child in node.Children)
                {
                    code.Append(", ");
                    Append(code, child, child.Name);
                }

                code.Append(')');
                break;
        }
    }
}
