using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vedette.Kernel;

namespace Vedette.Core;

/// <summary>Instants as ISO 8601 text in UTC, to the tick.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDateTimeOffset().UtcTicks);

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(new DateTimeOffset(value.Ticks, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture));
}
