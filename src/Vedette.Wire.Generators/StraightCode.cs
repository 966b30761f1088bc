using System.Globalization;
using System.Text;

namespace Vedette.Wire.Generators;

/// <summary>
/// Code without branches that writes leaves: text that is known beforehand is put together and copied at once, digits that are always one
/// are put into it afterwards, and room for all of it is asked for once. A number alone, named or not, is one call.
/// </summary>
internal sealed class StraightCode
{
    /// <summary>Names up to this length are handed over in one number.</summary>
    private const int LongestName = 8;

    private readonly List<Line> lines = [];
    private readonly List<(int At, string Value)> digits = [];
    private readonly StringBuilder text = new();
    private int room;

    /// <summary>Some of it was more than single numbers.</summary>
    public bool TakesPen { get; private set; }

    public void Text(string known)
    {
        text.Append(known);
        room += known.Length;
    }

    /// <summary>A number below ten, the same in both texts.</summary>
    public void Digit(string value)
    {
        digits.Add((text.Length, value));
        Text("0");
    }

    /// <summary>A call that writes a value.</summary>
    /// <param name="most">Octets that it may write.</param>
    public void Value(LeafCall call, int most)
    {
        Flush();
        lines.Add(new Line($"t.{call};") { Call = call });
        room += most;
    }

    /// <summary>A line of a longer statement that writes a value.</summary>
    /// <param name="most">Octets that it may write.</param>
    public void Choice(string code, int most)
    {
        Flush();
        lines.Add(new Line(code) { Literal = code });
        room += most;
    }

    /// <summary>A statement that writes nothing.</summary>
    public void Statement(string code)
    {
        Flush();
        lines.Add(new Line(code));
    }

    /// <summary>Ends the straight part and gives its lines.</summary>
    public IReadOnlyList<string> Take()
    {
        Flush();
        var taken = lines.Select(line => line.Code).ToList();
        if (AsMember() is { } member) taken = [.. lines.Where(line => !line.Writes).Select(line => line.Code), member];
        else if (room > 0)
        {
            TakesPen = true;
            taken.Insert(0, $"t = w.Begin({room});");
            taken.Add("w.End(t);");
        }

        lines.Clear();
        room = 0;
        return taken;
    }

    /// <summary>The call for a name, or none, a number and a comma; null where more is written, or something else.</summary>
    private string? AsMember()
    {
        var written = lines.Where(line => line.Writes).ToList();
        if (written.Count is < 2 or > 3 || written[written.Count - 1].Literal != "," || written[written.Count - 2].Call is not { IsWhole: true } call) return null;
        var name = written.Count == 3 ? written[0].Literal : "";
        return name is { Length: <= LongestName } ? $"w.{call.Method}({Packed(name)}, {name.Length}, {call.Arguments});" : null;
    }

    private static string Packed(string name) =>
        "0x" + name.Select((letter, place) => (ulong)letter << (8 * place)).Aggregate(0UL, (all, letter) => all | letter).ToString("X", CultureInfo.InvariantCulture);

    private void Flush()
    {
        if (text.Length == 0) return;
        var literal = $"(\"{text.ToString().Replace("\"", "\\\"")}\"u8);";
        if (digits.Count == 0) lines.Add(new Line(text.Length == 1 ? $"t.Mark((byte)'{text}');" : "t.Text" + literal) { Literal = text.ToString() });
        else
        {
            lines.Add(new Line("t.Form" + literal) { Literal = literal });
            foreach (var (at, value) in digits) lines.Add(new Line($"t.Digit({at}, {value});"));
            lines.Add(new Line($"t.Skip({text.Length});"));
        }

        digits.Clear();
        text.Clear();
    }

    private sealed class Line(string code)
    {
        public string Code => code;

        /// <summary>What it writes, where that is known.</summary>
        public string? Literal { get; set; }

        public LeafCall? Call { get; set; }

        public bool Writes => Literal is not null || Call is not null;
    }
}

/// <summary>A call that writes a leaf.</summary>
internal sealed class LeafCall(string method, params string[] arguments)
{
    public string Method => method;

    public string Arguments => string.Join(", ", arguments);

    /// <summary>It writes a number for which all is reckoned in whole numbers.</summary>
    public bool IsWhole => method is "Raw" || (method is "Unsigned" && arguments.Length == 3) || (method is "Signed" && arguments.Length == 4);

    public override string ToString() => $"{method}({Arguments})";
}
