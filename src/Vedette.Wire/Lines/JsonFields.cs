using Vedette.Kernel;

namespace Vedette.Wire.Lines;

/// <summary>Members of a JSON object, each left out where its value is not known.</summary>
internal static class JsonFields
{
    /// <summary>Octets of a control character, which is escaped.</summary>
    private const int LongestCharacter = 6;

    public static void Field(this Utf8Text json, ReadOnlySpan<byte> name, double value)
    {
        if (!double.IsFinite(value)) return;
        json.Name(name);
        json.Number(value);
    }

    public static void Field(this Utf8Text json, ReadOnlySpan<byte> name, long value)
    {
        json.Name(name);
        json.Number(value);
    }

    public static void Field(this Utf8Text json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return;
        json.Name(name);
        json.Room((LongestCharacter * text.Length) + 3);
        json.Put((byte)'"');
        foreach (var octet in text) json.PutAscii(octet);
        json.Put("\","u8);
    }

    public static void Field(this Utf8Text json, ReadOnlySpan<byte> name, string text)
    {
        if (text.Length == 0) return;
        json.Name(name);
        json.Room((LongestCharacter * text.Length) + 3);
        json.Put((byte)'"');
        foreach (var character in text) json.PutCharacter(character);
        json.Put("\","u8);
    }

    public static void Field(this Utf8Text json, ReadOnlySpan<byte> name, bool? flag)
    {
        if (flag is not { } known) return;
        json.Name(name);
        json.Append(known ? "true,"u8 : "false,"u8);
    }

    /// <summary>ISO 8601 with milliseconds.</summary>
    /// <param name="zoned">With Z; without it where the zone is not known.</param>
    public static void Field(this Utf8Text json, ReadOnlySpan<byte> name, Instant time, bool zoned = true)
    {
        if (time == Instant.MinValue) return;
        var text = time.ToString();
        json.Field(name, zoned ? text : text[..^1]);
    }

    /// <summary>Octets in hexadecimal.</summary>
    public static void Hex(this Utf8Text json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets)
    {
        json.Name(name);
        json.Hex(octets);
    }

    /// <summary>Begins an object; <see cref="Utf8Text.Close"/> ends it.</summary>
    public static void Open(this Utf8Text json, ReadOnlySpan<byte> name)
    {
        json.Name(name);
        json.Append((byte)'{');
    }

    private static void Name(this Utf8Text json, ReadOnlySpan<byte> name)
    {
        json.Append((byte)'"');
        json.Append(name);
        json.Append("\":"u8);
    }
}
