using System.Text.Json;

namespace Vedette.Wire.JsonStreams;

/// <summary>Tells a JSON format from the names at the top of how a recording begins.</summary>
internal static class JsonNames
{
    /// <summary>True where the head begins with an object, perhaps inside a list, that has a member of one of these names.</summary>
    /// <param name="head">May end anywhere.</param>
    public static bool HasOneOf(ReadOnlySpan<byte> head, params ReadOnlySpan<string> names)
    {
        var start = head.IndexOf((byte)'{');
        if (start < 0 || head[..start].IndexOfAnyExcept(" \t\r\n,["u8) >= 0) return false;
        var reader = new Utf8JsonReader(head[start..], isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject) return false;
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
                foreach (var name in names)
                    if (reader.ValueTextEquals(name)) return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
