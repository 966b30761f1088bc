using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vedette.Server.Contract;

/// <summary>An enumeration by its name in camel case: "assumedFriend". Numbers are not taken for names.</summary>
public sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum
{
    /// <summary>The name as JSON shows it.</summary>
    public static string Name(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
