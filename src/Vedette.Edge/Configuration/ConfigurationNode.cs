using System.Text.Json;

namespace Vedette.Edge.Configuration;

/// <summary>
/// An object of a configuration file. Each reading says what it expects; what is wrong is collected with file and key rather than thrown,
/// so that an operator sees every problem at once. Keys that nobody asked for are problems too: they are typing errors.
/// </summary>
internal sealed class ConfigurationNode(JsonElement element, string where, List<string> problems)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public bool Has(string key) => Find(key) is not null;

    public string? Text(string key, string expected)
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        Expect(key, expected);
        return null;
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Expect(key, "true or false");
        return null;
    }

    public double? Number(string key, double min, double max, string unit)
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max) return number;
        Expect(key, $"a number from {min} to {max}{(unit.Length == 0 ? "" : $" ({unit})")}");
        return null;
    }

    public int? Whole(string key, int min, int max)
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max) return number;
        Expect(key, $"a whole number from {min} to {max}");
        return null;
    }

    public T? OneOf<T>(string key)
        where T : struct, Enum
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && char.IsLetter(text[0])
            && Enum.TryParse<T>(text, ignoreCase: true, out var choice)) return choice;
        Expect(key, "one of " + Names<T>());
        return null;
    }

    /// <summary>The names that <see cref="OneOf"/> takes, in quotes.</summary>
    public static string Names<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetNames<T>().Select(name => $"\"{char.ToLowerInvariant(name[0])}{name[1..]}\""));

    /// <summary>The value as it stands in the file.</summary>
    public string? Raw(string key) => Find(key)?.GetRawText();

    public ConfigurationNode? Object(string key)
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new(value, $"{where}{key}.", problems);
        Expect(key, "an object in braces");
        return null;
    }

    /// <summary>The objects of a list; empty where there is none.</summary>
    public IReadOnlyList<ConfigurationNode> Objects(string key, string expected)
    {
        var nodes = new List<ConfigurationNode>();
        foreach (var (item, index) in Items(key, expected))
        {
            if (item.ValueKind == JsonValueKind.Object) nodes.Add(new(item, $"{where}{key}[{index}].", problems));
            else Expect($"{key}[{index}]", expected);
        }

        return nodes;
    }

    public IReadOnlyList<string> Texts(string key, string expected)
    {
        var texts = new List<string>();
        foreach (var (item, index) in Items(key, expected))
        {
            if (item.ValueKind == JsonValueKind.String) texts.Add(item.GetString() ?? "");
            else Expect($"{key}[{index}]", expected);
        }

        return texts;
    }

    public void Missing(string key, string expected) => problems.Add($"{where}{key} is missing; expected {expected}");

    public void Problem(string key, string text) => problems.Add($"{where}{key} {text}");

    /// <summary>Call last: names the keys that were not asked for.</summary>
    public void NothingElse()
    {
        foreach (var property in element.EnumerateObject())
            if (!known.Contains(property.Name)) problems.Add($"{where}{property.Name} is not known; known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    private void Expect(string key, string expected) =>
        problems.Add($"{where}{key} is {Shown(key)}; expected {expected}");

    private string Shown(string key)
    {
        var text = element.TryGetProperty(key, out var value) ? value.GetRawText() : "not that";
        return text.Length <= 60 ? text : text[..57] + "...";
    }

    private IEnumerable<(JsonElement Item, int Index)> Items(string key, string expected)
    {
        if (Find(key) is not { } value) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Expect(key, $"a list of {expected}");
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray()) yield return (item, index++);
    }

    private JsonElement? Find(string key)
    {
        known.Add(key);
        return element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
