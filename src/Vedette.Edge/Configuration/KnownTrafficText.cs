using System.Globalization;
using Vedette.Air;

namespace Vedette.Edge.Configuration;

/// <summary>Reads one entry of knownTraffic in vedette.json.</summary>
internal static class KnownTrafficText
{
    private const int LargestAddress = 0xFFFFFF;

    public static KnownTraffic? Read(ConfigurationNode node)
    {
        var callsign = node.Text("callsign", "a callsign of up to eight characters");
        if (callsign is { Length: > 8 }) node.Problem("callsign", $"\"{callsign}\" is longer than eight characters");
        var address = Address(node);
        var name = node.Text("name", "who it is");
        var identity = node.OneOf<Identity>("identity") ?? Identity.Friend;
        if (identity is not (Identity.Friend or Identity.AssumedFriend or Identity.Neutral))
            node.Problem("identity", "must be \"friend\", \"assumedFriend\" or \"neutral\": who is suspect is judged by what it does");
        if (callsign is null && !node.Has("address")) node.Missing("address", "an address, a callsign or both");
        node.NothingElse();
        return callsign is null && address is null ? null : new() { Address = address, Callsign = callsign, Identity = identity, Name = name ?? "" };
    }

    private static int? Address(ConfigurationNode node)
    {
        if (node.Text("address", "six hexadecimal digits in quotes") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address) && address is > 0 and <= LargestAddress) return address;
        node.Problem("address", $"\"{text}\" is not an aircraft address; expected six hexadecimal digits in quotes");
        return null;
    }
}
