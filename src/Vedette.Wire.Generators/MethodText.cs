using System.Text;

namespace Vedette.Wire.Generators;

/// <summary>The text of a method being written, indented by its braces.</summary>
internal sealed class MethodText
{
    private readonly StringBuilder code = new();
    private readonly int top;
    private int depth = 1;

    public MethodText(string head)
    {
        Line(head);
        Open();
        top = code.Length;
    }

    /// <summary>Puts a line before all others.</summary>
    public void First(string text) => code.Insert(top, $"        {text}\n");

    public void Open()
    {
        Line("{");
        depth++;
    }

    public void Close()
    {
        depth--;
        Line("}");
    }

    public void Line(string text) => code.Append(' ', 4 * depth).Append(text).Append('\n');

    /// <summary>Ends the method, which answers true where it comes to its end.</summary>
    /// <param name="last">What it does then; nothing where it is empty.</param>
    public string End(string last = "")
    {
        if (last.Length > 0) Line(last);
        Line("return true;");
        Close();
        return code.ToString();
    }
}
