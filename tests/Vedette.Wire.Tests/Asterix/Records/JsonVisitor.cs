using System.Globalization;
using System.Text;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Tests.Asterix.Records;

/// <summary>Writes what a record's properties say as JSON of the goldens' shape: the numbers as sent, and what they mean.</summary>
internal struct JsonVisitor(Action<string, string, int> onRecord) : ILeafVisitor
{
    /// <summary>The goldens give wider numbers as octets.</summary>
    private const int WidestNumber = 48;

    private StringBuilder sent = new();
    private StringBuilder meant = new();

    public readonly void BeginRecord() => Begin(default);

    public readonly void EndRecord(int position)
    {
        End();
        onRecord(sent.ToString().TrimEnd(','), meant.ToString().TrimEnd(','), position);
        sent.Clear();
        meant.Clear();
    }

    public readonly void Begin(ReadOnlySpan<byte> name) => Both(name, "{");

    public readonly void End() => Close('}');

    public readonly void BeginList(ReadOnlySpan<byte> name) => Both(name, "[");

    public readonly void EndList() => Close(']');

    public readonly void Number(ReadOnlySpan<byte> name, ulong value, int bits) =>
        Leaf(name, bits > WidestNumber ? Quoted(value.ToString($"x{bits / 4}")) : $"{value}", null);

    public readonly void Integer(ReadOnlySpan<byte> name, long value, int bits) => Leaf(name, Sent(value, bits), $"{value}");

    public readonly void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value) =>
        Leaf(name, Sent(number, bits), value.ToString("R", CultureInfo.InvariantCulture));

    public readonly void Text(ReadOnlySpan<byte> name, ulong number, LeafText text) =>
        Leaf(name, text.Bits > WidestNumber ? Quoted(number.ToString($"x{text.Bits / 4}")) : $"{number}", System.Text.Json.JsonSerializer.Serialize(text.ToString()));

    public readonly void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) =>
        Leaf(name, Quoted(Convert.ToHexStringLower(octets)), System.Text.Json.JsonSerializer.Serialize(Encoding.ASCII.GetString(octets)));

    public readonly void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => Leaf(name, Quoted(Convert.ToHexStringLower(octets)), null);

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Sent(long value, int bits) => $"{(ulong)value & (ulong.MaxValue >> (64 - bits))}";

    private readonly void Leaf(ReadOnlySpan<byte> name, string number, string? value)
    {
        var named = Named(name);
        sent.Append(named).Append(number).Append(',');
        meant.Append(named).Append(value ?? number).Append(',');
    }

    private static string Named(ReadOnlySpan<byte> name) => name.IsEmpty ? "" : $"\"{Encoding.UTF8.GetString(name)}\":";

    private readonly void Both(ReadOnlySpan<byte> name, string text)
    {
        sent.Append(Named(name)).Append(text);
        meant.Append(Named(name)).Append(text);
    }

    private readonly void Close(char bracket)
    {
        foreach (var text in new[] { sent, meant })
        {
            if (text[^1] == ',') text.Length--;
            text.Append(bracket).Append(',');
        }
    }
}
