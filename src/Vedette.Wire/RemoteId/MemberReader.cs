using System.Text;
using System.Text.Json;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Members of a JSON object, by name. One that is not there or null reads as not known; one that is there and cannot be what it should is kept
/// as the <see cref="Fault"/>, and nothing throws.
/// </summary>
internal sealed class MemberReader
{
    /// <summary>The first member that could not be read; empty where all could.</summary>
    public string Fault { get; private set; } = "";

    public void Begin() => Fault = "";

    public void Blame(string name) => Fault = Fault.Length == 0 ? name : Fault;

    public JsonElement? Child(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var child) || child.ValueKind == JsonValueKind.Null) return null;
        return child;
    }

    public JsonElement? Object(JsonElement parent, string name) => OfKind(parent, name, JsonValueKind.Object);

    public JsonElement? List(JsonElement parent, string name) => OfKind(parent, name, JsonValueKind.Array);

    /// <summary>NaN where it is not known. The values that stand for "not known" are the caller's business.</summary>
    public double Number(JsonElement parent, string name)
    {
        if (Child(parent, name) is not { } child) return double.NaN;
        if (child.ValueKind == JsonValueKind.Number && child.TryGetDouble(out var value) && double.IsFinite(value)) return value;
        Blame(name);
        return double.NaN;
    }

    /// <summary>Empty where it is not known.</summary>
    public string Text(JsonElement parent, string name)
    {
        if (Child(parent, name) is not { } child) return "";
        if (child.ValueKind == JsonValueKind.String)
        {
            try
            {
                return child.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // Octets that are no UTF-8, or half of a character.
            }
        }

        Blame(name);
        return "";
    }

    /// <summary>The octets of a text that goes into a field of the wire: no longer than the longest, up to the first NUL.</summary>
    public static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text.Trim());

    public bool Flag(JsonElement parent, string name)
    {
        if (Child(parent, name) is not { } child) return false;
        if (child.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Blame(name);
        return child.ValueKind == JsonValueKind.True;
    }

    private JsonElement? OfKind(JsonElement parent, string name, JsonValueKind kind)
    {
        if (Child(parent, name) is not { } child) return null;
        if (child.ValueKind == kind) return child;
        Blame(name);
        return null;
    }
}
