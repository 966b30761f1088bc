using System.Text.Json;

namespace Vedette.Wire.Tests.RemoteId;

/// <summary>Holds a line of ours against one of the reference decoder, which writes the values that say "not known" where we write nothing.</summary>
internal static class GoldenFields
{
    private static readonly Dictionary<string, double> Unknown = new(StringComparer.Ordinal)
    {
        ["dir"] = 361, ["hspd"] = 255, ["vspd"] = 63, ["baro"] = -1000, ["geo"] = -1000, ["h"] = -1000, ["ceil"] = -1000, ["floor"] = -1000, ["opAlt"] = -1000, ["tsHour"] = 6553.5,
    };

    public static void Same(JsonElement golden, JsonElement mine, string path)
    {
        foreach (var field in golden.EnumerateObject())
        {
            if (field.Name is "rc" or "ts" && path.Length == 0) continue;
            var at = $"{path}.{field.Name}";
            var isThere = mine.TryGetProperty(field.Name, out var told);
            switch (field.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Same(field.Value, told, at);
                    break;
                case JsonValueKind.String:
                    SameText(field.Value.GetString()!, told.GetString()!, at);
                    break;
                default:
                    var value = isThere ? told.GetDouble() : Unknown[field.Name];
                    Assert.True(Math.Abs(value - field.Value.GetDouble()) <= 0.0051, $"{at}: {value}, {field.Value} is expected");
                    if (field.Name is "lat" or "lon" or "opLat" or "opLon") Assert.Equal(field.Value.GetDouble(), value, 7);
                    break;
            }
        }
    }

    /// <summary>Octets that are no ASCII character are written as "·".</summary>
    private static void SameText(string golden, string told, string at)
    {
        Assert.True(golden.Length == told.Length, $"{at}: \"{told}\", \"{golden}\" is expected");
        for (var i = 0; i < golden.Length; i++) Assert.True(golden[i] == told[i] || (golden[i] > 127 && told[i] == '·'), $"{at}: \"{told}\", \"{golden}\" is expected");
    }
}
