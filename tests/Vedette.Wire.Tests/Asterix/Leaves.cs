using System.Text.Json;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>
/// A record taken apart into named leaves ("040.RHO" = 197.68 NM), in the units of the specification: the form in which it is held
/// against the goldens. Items that the readers step over are left out on both sides.
/// </summary>
internal sealed class Leaves
{
    private readonly SortedDictionary<string, object> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> bits = new(StringComparer.Ordinal);

    public void Add(string path, double? value)
    {
        if (value is { } number) values[path] = number;
    }

    public void Add(string path, string? value)
    {
        if (value is not null) values[path] = value;
    }

    /// <summary>Fields of raw bits, most significant first: "V:1 G:1 -:2 MODEC:12".</summary>
    public void Bits(string item, ulong raw, string layout)
    {
        var fields = layout.Split(' ').Select(f => f.Split(':')).ToArray();
        var at = fields.Sum(f => int.Parse(f[1]));
        foreach (var field in fields)
        {
            var width = int.Parse(field[1]);
            at -= width;
            if (field[0] == "-") continue;
            bits.Add($"{item}.{field[0]}");
            Add($"{item}.{field[0]}", (raw >> at) & ((1UL << width) - 1));
        }
    }

    /// <summary>Fields of an extended item, one layout of seven bits an octet; octets that were not sent have no leaves.</summary>
    public void Extended(string item, ExtendedItem? octets, params string[] layouts)
    {
        if (octets is not { } sent) return;
        for (var i = 0; i < Math.Min((int)sent.Count, layouts.Length); i++) Bits(item, (ulong)sent[i] >> 1, layouts[i]);
    }

    /// <summary>The leaves of the golden's "phys" object, without the items that start with one of <paramref name="steppedOver"/>.</summary>
    public static Leaves FromGolden(JsonElement phys, params string[] steppedOver)
    {
        var leaves = new Leaves();
        foreach (var item in phys.EnumerateObject())
            if (!steppedOver.Contains(item.Name)) leaves.Flatten(item.Name, item.Value, steppedOver);
        return leaves;
    }

    /// <summary>
    /// Leaves that only one side has or that differ by more than the rounding of a unit conversion; empty when all are the same. Bits that
    /// an older edition does not define are sent as zero and have no leaf in its golden.
    /// </summary>
    public string DifferenceFrom(Leaves golden) => string.Join("; ", values.Keys.Union(golden.values.Keys, StringComparer.Ordinal)
        .Where(path => !Same(values.GetValueOrDefault(path), golden.values.GetValueOrDefault(path)))
        .Where(path => !(bits.Contains(path) && values[path] is 0.0 && !golden.values.ContainsKey(path)))
        .Select(path => $"{path} read {values.GetValueOrDefault(path)} golden {golden.values.GetValueOrDefault(path)}"));

    private static bool Same(object? a, object? b) =>
        a is double x && b is double y ? Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(y)) : Equals(a, b);

    /// <summary>I048/090 was published as unsigned before edition 1.32; no such level exists, and all are read with a sign.</summary>
    private void Flatten(string path, JsonElement value, string[] steppedOver)
    {
        if (steppedOver.Contains(path)) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var part in value.EnumerateObject()) Flatten($"{path}.{part.Name}", part.Value, steppedOver);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var part in value.EnumerateArray()) Flatten($"{path}[{index++}]", part, steppedOver);
                break;
            case JsonValueKind.Number:
                Add(path, path == "090.FL" && value.GetDouble() > 2047.75 ? value.GetDouble() - 4096 : value.GetDouble());
                break;
            default:
                Add(path, path is "240" or "170" or "245.CHR" or "380.ID" ? Readable(value.GetString()!) : value.GetString());
                break;
        }
    }

    /// <summary>Six-bit codes without a character: "none" (zero) reads as the space, the others as '?'.</summary>
    private static string Readable(string text) =>
        string.Concat(text.Select(c => c switch { '\0' => ' ', (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' => c, _ => '?' }));
}
