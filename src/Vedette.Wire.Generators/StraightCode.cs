using System.Text;

namespace Vedette.Wire.Generators;

/// <summary>
/// Code without branches that writes leaves: text that is known beforehand is put together and copied at once, digits that are always one
/// are put into it afterwards, and room for all of it is asked for once.
/// </summary>
internal sealed class StraightCode
{
    private readonly List<string> lines = [];
    private readonly List<(int At, string Value)> digits = [];
    private readonly StringBuilder text = new();
    private int room;

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
    public void Value(string call, int most)
    {
        Flush();
        lines.Add(call);
        room += most;
    }

    /// <summary>A statement that writes nothing.</summary>
    public void Statement(string code)
    {
        Flush();
        lines.Add(code);
    }

    /// <summary>Ends the straight part and gives its lines.</summary>
    public IReadOnlyList<string> Take()
    {
        Flush();
        if (room > 0) lines.Insert(0, $"w.Room({room});");
        var taken = lines.ToArray();
        lines.Clear();
        room = 0;
        return taken;
    }

    private void Flush()
    {
        if (text.Length == 0) return;
        lines.Add(text.Length == 1 ? $"w.Mark((byte)'{text}');" : $"w.Text(\"{text.ToString().Replace("\"", "\\\"")}\"u8);");
        foreach (var (at, value) in digits) lines.Add($"w.Digit({text.Length - at}, {value});");
        digits.Clear();
        text.Clear();
    }
}
