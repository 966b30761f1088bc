using System.Globalization;

namespace Vedette.Eval.Scoring;

/// <summary>Comma-separated rows under a header of names; no quoting, an empty field is not known.</summary>
public sealed class CsvTable
{
    private readonly string name;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string[]> rows = [];

    private CsvTable(string name) => this.name = name;

    public int Rows => rows.Count;

    /// <param name="name">Of the file, for what is said of mistakes.</param>
    /// <param name="lines">Without line breaks; empty ones are skipped.</param>
    /// <exception cref="FormatException">There is no header, or a row has fewer fields than it; the message names the line.</exception>
    public static CsvTable Read(string name, IEnumerable<string> lines)
    {
        var table = new CsvTable(name);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var fields = line.TrimEnd('\r').Split(',');
            if (table.places.Count == 0)
            {
                for (var i = 0; i < fields.Length; i++) table.places.TryAdd(fields[i].Trim(), i);
                continue;
            }

            if (fields.Length < table.places.Count)
                throw new FormatException($"{name}, line {number}: {fields.Length} fields; the header has {table.places.Count}");
            table.rows.Add(fields);
        }

        return table.places.Count > 0 ? table : throw new FormatException($"{name}: is empty; expected a header and rows");
    }

    public bool Has(string column) => places.ContainsKey(column);

    /// <summary>The text of a field; "" where the table has no such column.</summary>
    public string Text(int row, string column) => places.TryGetValue(column, out var place) ? rows[row][place].Trim() : "";

    /// <summary>The number in a field; NaN where it is empty or the table has no such column.</summary>
    /// <exception cref="FormatException">It is no number; the message names row and column.</exception>
    public double Number(int row, string column)
    {
        var text = Text(row, column);
        if (text.Length == 0) return double.NaN;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"{name}, row {row + 1}: {column} is \"{text}\"; expected a number");
    }

    /// <exception cref="FormatException">A column is missing.</exception>
    public void MustHave(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (!Has(column)) throw new FormatException($"{name}: has no column {column}; it has {string.Join(", ", places.Keys)}");
    }
}
