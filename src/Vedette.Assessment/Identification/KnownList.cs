using Vedette.Air;

namespace Vedette.Assessment.Identification;

/// <summary>The traffic that the watch was told of, found by what a track answers.</summary>
internal sealed class KnownList
{
    private readonly Dictionary<int, KnownTraffic> byAddress = [];
    private readonly Dictionary<Callsign, KnownTraffic> byCallsign = [];

    /// <summary>Replaces the list; of two entries with one address or callsign the first holds.</summary>
    public void Replace(IReadOnlyList<KnownTraffic> known)
    {
        byAddress.Clear();
        byCallsign.Clear();
        foreach (var one in known)
        {
            if (one.Address is { } address) byAddress.TryAdd(address, one);
            else if (!string.IsNullOrWhiteSpace(one.Callsign)) byCallsign.TryAdd(Packed(one.Callsign), one);
        }
    }

    /// <summary>The entry whose address, callsign, or both where both are given, the track answers with; else null.</summary>
    public KnownTraffic? Find(in Track track)
    {
        if (track.Address is { IsIcao: true } address && byAddress.TryGetValue(address.Value, out var known))
            return string.IsNullOrWhiteSpace(known.Callsign) || Packed(known.Callsign) == track.Callsign ? known : null;
        return !track.Callsign.IsBlank && byCallsign.TryGetValue(track.Callsign, out known) ? known : null;
    }

    private static Callsign Packed(string text) => Callsign.From(text.Trim().ToUpperInvariant());
}
