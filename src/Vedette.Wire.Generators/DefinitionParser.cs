using System.Globalization;

namespace Vedette.Wire.Generators;

/// <summary>Reads a definition file. Its grammar is told in Asterix/Catalogue/README.md.</summary>
internal sealed class DefinitionParser
{
    private readonly string[] lines;
    private readonly Definition definition;
    private int at;

    private DefinitionParser(string path, string text)
    {
        lines = text.Split('\n');
        definition = new Definition { Path = path };
    }

    public static Definition Parse(string path, string text)
    {
        var parser = new DefinitionParser(path, text);
        try
        {
            parser.ReadAll();
        }
        catch (FormatException e)
        {
            parser.Found(e.Message);
        }

        return parser.definition;
    }

    private void ReadAll()
    {
        for (; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd();
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(' ');
            switch (words[0])
            {
                case "category":
                    definition.Category = Number(words[1]);
                    break;
                case "expansion":
                    definition.Category = Number(words[2]);
                    definition.IsExpansion = true;
                    break;
                case "edition":
                    definition.Edition = words[1];
                    break;
                case "record":
                    definition.RecordName = words[1];
                    break;
                case "profile":
                    definition.Profiles.Add(ReadProfile(line));
                    break;
                default:
                    ReadItem();
                    break;
            }
        }
    }

    /// <summary>profile 010 020 ...  or  profile NAME when 020/TYP = 0: 010 020 ...</summary>
    private Profile ReadProfile(string line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0) return new Profile("", "", [], Words(line).Skip(1).ToArray(), at);
        var condition = Words(line.Substring(0, colon));
        if (condition.Length < 6 || condition[2] != "when" || condition[4] != "=") throw new FormatException("expected: profile NAME when ITEM/ELEMENT = N: ...");
        return new Profile(condition[1], condition[3], condition[5].Split(',').Select(Number).ToArray(), Words(line.Substring(colon + 1)), at);
    }

    private void ReadItem()
    {
        var first = at;
        var node = ReadNode(0);
        var head = lines[first].TrimEnd();
        var rest = lines.Skip(first + 1).Take(at - first).Select(l => l.TrimEnd());
        var text = string.Join("\n", new[] { head.Substring(head.IndexOf(' ') + 1) }.Concat(rest));
        if (definition.Items.ContainsKey(node.Name)) Found($"item {node.Name} is defined twice", first);
        definition.Items[node.Name] = new Item(node, text);
    }

    /// <summary>Reads the node at this line and its children; ends on the last line that belongs to it.</summary>
    private Node ReadNode(int depth)
    {
        var node = ReadHead(Words(lines[at]));
        var childIndent = 2 * (depth + 1);
        while (at + 1 < lines.Length && Indent(lines[at + 1]) == childIndent)
        {
            at++;
            if (node.By.Length > 0) ReadCase(node);
            else node.Children.Add(ReadNode(depth + 1));
        }

        if (at + 1 < lines.Length && Indent(lines[at + 1]) > childIndent) throw new FormatException("indented too far");
        return node;
    }

    private Node ReadHead(string[] words)
    {
        var node = new Node { Name = words[0], Line = at };
        if (words[0] == "-")
        {
            node.Kind = Kind.Gap;
            return node;
        }

        if (words.Length < 2) throw new FormatException("expected a layout after the name");
        switch (words[1])
        {
            case "group":
                node.Kind = Kind.Group;
                break;
            case "extended":
                node.Kind = Kind.Extended;
                break;
            case "opaque":
                node.Kind = Kind.Opaque;
                break;
            case "compound":
                node.Kind = Kind.Compound;
                node.Octets = words.Length > 2 ? Number(words[2]) : 0;
                break;
            case "repeat":
                node.Kind = words[2] == "fx" ? Kind.RepeatFx : Kind.Repeat;
                node.Octets = words[2] == "fx" ? 0 : Number(words[2]);
                break;
            default:
                ReadElement(node, words);
                break;
        }

        return node;
    }

    /// <summary>NAME BITS [MEANING], NAME BITS by OTHER, or ". BITS" for spare bits.</summary>
    private static void ReadElement(Node node, string[] words)
    {
        node.Kind = words[0] == "." ? Kind.Spare : Kind.Element;
        node.Bits = Number(words[1]);
        if (words.Length > 3 && words[2] == "by") node.By = words[3];
        else node.Meaning = ReadMeaning(words, 2);
    }

    /// <summary>N: MEANING</summary>
    private void ReadCase(Node node)
    {
        var words = Words(lines[at]);
        if (!words[0].EndsWith(":", StringComparison.Ordinal)) throw new FormatException("expected a value and a colon");
        node.Cases.Add(new KeyValuePair<int, Meaning>(Number(words[0].TrimEnd(':')), ReadMeaning(words, 1)));
    }

    private static Meaning ReadMeaning(string[] words, int from)
    {
        if (words.Length <= from) return new Meaning();
        switch (words[from])
        {
            case "raw":
                return new Meaning();
            case "u":
            case "s":
                if (words.Length != from + 3) throw new FormatException("a quantity needs the value of its least significant bit and a unit");
                return new Meaning { Content = Content.Quantity, IsSigned = words[from] == "s", Scale = Ratio(words[from + 1]), Lsb = words[from + 1], Unit = words[from + 2] };
            case "uint":
            case "int":
                return new Meaning { Content = Content.Integer, IsSigned = words[from] == "int" };
            case "ascii":
                return new Meaning { Content = Content.Ascii };
            case "icao":
                return new Meaning { Content = Content.Icao };
            case "octal":
                return new Meaning { Content = Content.Octal };
            default:
                throw new FormatException($"\"{words[from]}\" is no known meaning");
        }
    }

    /// <summary>A, A/B, A/B^C: exact, then rounded once.</summary>
    private static double Ratio(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2) throw new FormatException($"\"{text}\" is no ratio");
        return parts.Length == 1 ? Power(parts[0]) : Power(parts[0]) / Power(parts[1]);
    }

    private static double Power(string text)
    {
        var parts = text.Split('^');
        double value = Number(parts[0]);
        var result = value;
        for (var i = parts.Length > 1 ? Number(parts[1]) : 1; i > 1; i--) result *= value;
        return result;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException($"\"{text}\" is no number");

    private static string[] Words(string line) => line.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static int Indent(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] == ' ') indent++;
        return indent == line.Length ? 0 : indent;
    }

    private void Found(string what, int? line = null) => definition.Findings.Add(new Finding(line ?? at, what));
}
