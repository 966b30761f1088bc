using System.Text.Json;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

/// <summary>Compares two JSON values leaf by leaf; the order of names does not matter, numbers compare as numbers, bit for bit.</summary>
internal static class JsonLeaves
{
    /// <summary>The first difference in words; null where there is none.</summary>
    public static string? Difference(JsonElement expected, JsonElement actual, string path = "")
    {
        if (expected.ValueKind != actual.ValueKind) return $"{path}: {expected} expected, {actual} read";
        return expected.ValueKind switch
        {
            JsonValueKind.Object => OfObjects(expected, actual, path),
            JsonValueKind.Array => OfLists(expected, actual, path),
            JsonValueKind.Number => IsSameNumber(expected, actual) ? null : $"{path}: {expected} expected, {actual} read",
            _ => expected.GetString() == actual.GetString() ? null : $"{path}: {expected} expected, {actual} read",
        };
    }

    private static bool IsSameNumber(JsonElement expected, JsonElement actual) =>
        expected.TryGetUInt64(out var sent) && actual.TryGetUInt64(out var read) ? sent == read : expected.GetDouble().Equals(actual.GetDouble());

    private static string? OfObjects(JsonElement expected, JsonElement actual, string path)
    {
        foreach (var member in actual.EnumerateObject())
            if (!expected.TryGetProperty(member.Name, out _)) return $"{path}/{member.Name}: nothing expected, {member.Value} read";
        foreach (var member in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(member.Name, out var read)) return $"{path}/{member.Name}: {member.Value} expected, nothing read";
            if (Difference(member.Value, read, $"{path}/{member.Name}") is { } difference) return difference;
        }

        return null;
    }

    private static string? OfLists(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength()) return $"{path}: {expected} expected, {actual} read";
        for (var i = 0; i < expected.GetArrayLength(); i++)
            if (Difference(expected[i], actual[i], $"{path}[{i}]") is { } difference) return difference;
        return null;
    }
}
