using System.Text.Json;
using System.Text.Json.Serialization;
using Vedette.Air;

namespace Vedette.Core;

/// <summary>
/// How configuration, commands and feed health are written into journal entries. Doubles round trip exactly; infinities and NaN are
/// written by name.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson)],
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CoreConfiguration))]
[JsonSerializable(typeof(OperatorCommand))]
[JsonSerializable(typeof(FeedHealthChange))]
public sealed partial class CoreJson : JsonSerializerContext
{
    public static byte[] Write(CoreConfiguration configuration) => JsonSerializer.SerializeToUtf8Bytes(configuration, Default.CoreConfiguration);

    public static byte[] Write(OperatorCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Default.OperatorCommand);

    public static byte[] Write(FeedHealthChange change) => JsonSerializer.SerializeToUtf8Bytes(change, Default.FeedHealthChange);

    /// <exception cref="JsonException">The octets are not a configuration.</exception>
    public static CoreConfiguration ReadConfiguration(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Default.CoreConfiguration) ?? throw new JsonException("the configuration is null");

    /// <exception cref="JsonException">The octets are not a command.</exception>
    public static OperatorCommand ReadCommand(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Default.OperatorCommand) ?? throw new JsonException("the command is null");

    /// <exception cref="JsonException">The octets are not a feed's health.</exception>
    public static FeedHealthChange ReadFeedHealth(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Default.FeedHealthChange) ?? throw new JsonException("the feed health is null");
}
