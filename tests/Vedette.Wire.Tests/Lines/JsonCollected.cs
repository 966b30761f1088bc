using System.Text;
using System.Text.Json;

namespace Vedette.Wire.Tests.Lines;

/// <summary>Keeps the JSON that a writer gives, each line parsed.</summary>
internal sealed class JsonCollected : IRecordLines
{
    public List<(string Kind, JsonElement Json)> Records { get; } = [];

    public List<(string Kind, JsonElement Json)> Refusals { get; } = [];

    public static JsonCollected Of(FeedFormat format, string text)
    {
        var collected = new JsonCollected();
        TextFormats.Of(format)!.Json().Write(Encoding.UTF8.GetBytes(text), collected);
        return collected;
    }

    public void OnRecord(string kind, ReadOnlySpan<byte> line) => Records.Add((kind, Parse(line)));

    public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Refusals.Add((kind, Parse(line)));

    private static JsonElement Parse(ReadOnlySpan<byte> line) => JsonDocument.Parse(line.ToArray()).RootElement.Clone();
}
