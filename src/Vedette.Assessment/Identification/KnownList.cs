using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Identification;

/// <summary>The traffic that the watch was told of, found by what a track answers.</summary>
internal sealed class KnownList
{
    private const int LongestCallsign = 8;

    private readonly Dictionary<int, List<KnownTraffic>> byAddress = [];
    private readonly Dictionary<Callsign, List<KnownTraffic>> byCallsign = [];

    /// <summary>Replaces the list; of several entries with one address or callsign the first that holds at the time is taken.</summary>
    public void Replace(IReadOnlyList<KnownTraffic> known)
    {
        byAddress.Clear();
        byCallsign.Clear();
        foreach (var one in known)
        {
            if (one.Address is { } address) File(byAddress, address, one);
            else if (!string.IsNullOrWhiteSpace(one.Callsign)) File(byCallsign, Packed(one.Callsign), one);
        }
    }

    /// <summary>The entry that holds now and whose address, callsign, or both where both are given, the track answers with; else null.</summary>
    public KnownTraffic? Find(in Track track, Instant now)
    {
        if (track.Address is { IsIcao: true } address && byAddress.TryGetValue(address.Value, out var known))
            return First(known, track.Callsign, now);
        return !track.Callsign.IsBlank && byCallsign.TryGetValue(track.Callsign, out known) ? First(known, track.Callsign, now) : null;
    }

    private static void File<TKey>(Dictionary<TKey, List<KnownTraffic>> under, TKey key, KnownTraffic one)
        where TKey : notnull
    {
        if (!under.TryGetValue(key, out var filed)) under.Add(key, filed = []);
        filed.Add(one);
    }

    private static KnownTraffic? First(List<KnownTraffic> known, Callsign callsign, Instant now)
    {
        foreach (var one in known)
            if (one.Holds(now) && (string.IsNullOrWhiteSpace(one.Callsign) || Packed(one.Callsign) == callsign)) return one;
        return null;
    }

    /// <summary>A longer name is a serial number of Remote ID: a track is called by its last eight characters.</summary>
    private static Callsign Packed(string text)
    {
        var name = text.Trim().ToUpperInvariant();
        return Callsign.From(name.Length > LongestCallsign ? name[^LongestCallsign..] : name);
    }
}
