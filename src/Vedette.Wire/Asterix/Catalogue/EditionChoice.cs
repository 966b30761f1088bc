using Vedette.Air;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Says in which edition a block is to be read, which no block tells. It is the one that was named for the category and the station, else for the category, else
/// the newest; a station of category 021 is read as 0.23 or 0.26 where its blocks make sense only so.
/// </summary>
public sealed class EditionChoice
{
    private readonly AsterixEdition?[] named = new AsterixEdition?[256];
    private readonly AsterixEdition?[] newest = [.. Enumerable.Range(0, 256).Select(category => AsterixCatalogue.Newest((byte)category))];
    private readonly Dictionary<(byte Category, AsterixSource Source), AsterixEdition> namedForSource = [];
    private readonly AsterixEdition? early = AsterixCatalogue.Find(21, "0.23");
    private readonly AsterixEdition? earlyWide = AsterixCatalogue.Find(21, "0.26");
    private readonly Cat021EditionWatch watch = new();

    /// <summary>From here on the category is read in this edition.</summary>
    public void Name(AsterixEdition edition) => named[edition.Category] = edition;

    /// <summary>From here on what this station sends in the category is read in this edition.</summary>
    public void Name(AsterixEdition edition, AsterixSource source) => namedForSource[(edition.Category, source)] = edition;

    /// <summary>Null where the category is not known.</summary>
    public AsterixEdition? Of(byte category, ReadOnlySpan<byte> body)
    {
        if (namedForSource.Count > 0 && SourceOf(body) is { } source && namedForSource.TryGetValue((category, source), out var own)) return own;
        if (named[category] is { } told) return told;
        if (category != 21) return newest[category];
        return watch.Of(body) switch
        {
            Cat021Edition.Early => early,
            Cat021Edition.EarlyWide => earlyWide,
            _ => newest[category],
        };
    }

    /// <summary>SAC and SIC of a block's first record; null where it does not begin with them. The data source stands first in every category that names one.</summary>
    public static AsterixSource? SourceOf(ReadOnlySpan<byte> body)
    {
        var octets = new OctetReader(body);
        if (!Presence.TryRead(ref octets, out var present) || !present.Next(out var first) || first != 1) return null;
        return octets.TryReadUInt8(out var sac) && octets.TryReadUInt8(out var sic) ? new(sac, sic) : null;
    }
}
