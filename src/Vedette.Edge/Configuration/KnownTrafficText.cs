using System.Globalization;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Edge.Configuration;

/// <summary>Reads one entry of knownTraffic in vedette.json.</summary>
internal static class KnownTrafficText
{
    private const int LargestAddress = 0xFFFFFF;
    private const int LongestName = 20;

    public static KnownTraffic? Read(ConfigurationNode node)
    {
        var callsign = node.Text("callsign", "a callsign of up to eight characters, or a Remote ID serial number");
        if (callsign is { Length: > LongestName }) node.Problem("callsign", $"\"{callsign}\" is longer than a callsign (8) or a Remote ID serial number (20)");
        var (from, until) = (Time(node, "from"), Time(node, "until"));
        if (from > until) node.Problem("until", "ends before it begins");
        var address = Address(node);
        var name = node.Text("name", "who it is");
        var identity = node.OneOf<Identity>("identity") ?? Identity.Friend;
        if (identity is not (Identity.Friend or Identity.AssumedFriend or Identity.Neutral))
            node.Problem("identity", "must be \"friend\", \"assumedFriend\" or \"neutral\": who is suspect is judged by what it does");
        if (callsign is null && !node.Has("address")) node.Missing("address", "an address, a callsign or both");
        node.NothingElse();
        return callsign is null && address is null ? null : new() { Address = address, Callsign = callsign, Identity = identity, Name = name ?? "", From = from, Until = until };
    }

    private static Instant? Time(ConfigurationNode node, string key)
    {
        if (node.Text(key, "a time, for example \"2026-01-17T02:00:00Z\"") is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return new(time.UtcTicks);
        node.Problem(key, $"\"{text}\" is not a time; expected for example \"2026-01-17T02:00:00Z\"");
        return null;
    }

    private static int? Address(ConfigurationNode node)
    {
        if (node.Text("address", "six hexadecimal digits in quotes") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address) && address is > 0 and <= LargestAddress) return address;
        node.Problem("address", $"\"{text}\" is not an aircraft address; expected six hexadecimal digits in quotes");
        return null;
    }
}
