using System.Text;

namespace Vedette.Wire.Generators.Records;

/// <summary>C# text that keeps its indentation.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line)
    {
        if (line.Length > 0) text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
    }

    public void Open(string head)
    {
        Line(head);
        Line("{");
        depth++;
    }

    public void Close(string end = "")
    {
        depth--;
        Line("}" + end);
    }

    /// <summary>A summary; what XML reserves is escaped.</summary>
    public void Summary(string summary) =>
        Line($"/// <summary>{summary.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")}</summary>");

    public override string ToString() => text.ToString();
}
