using Vedette.Air;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>A station whose blocks cannot be read as they should, though another edition reads them.</summary>
/// <param name="Category">Of the blocks.</param>
/// <param name="Source">The station; null where the blocks name none.</param>
/// <param name="Edition">In which they are read.</param>
/// <param name="Blocks">Read so far.</param>
/// <param name="Refused">Of these, the ones in which something could not be read.</param>
/// <param name="Better">An edition that reads every block that was tried, refused ones and others.</param>
public readonly record struct EditionSuspicion(byte Category, AsterixSource? Source, string Edition, long Blocks, long Refused, string Better)
{
    /// <summary>As the edition can be named on a command line: 021@025/201=2.1.</summary>
    public string Option => Source is { } source ? $"{Category:D3}@{source}={Better}" : $"{Category:D3}={Better}";

    public override string ToString() =>
        $"category {Category:D3} of {Source?.ToString() ?? "an unnamed source"}: {Refused:N0} of {Blocks:N0} blocks cannot be read in edition {Edition}; edition {Better} reads them";
}

/// <summary>
/// Watches how many blocks of each station cannot be read, and suspects a wrong edition where it is too many: a wrong one still reads most. Other editions of the
/// category are tried on the last blocks, good and bad; one that reads them all is named, once for a station.
/// </summary>
public sealed class EditionWatch
{
    /// <summary>So many refused blocks are no accident of the line.</summary>
    private const int LeastRefused = 3;

    /// <summary>One of so many.</summary>
    private const int RareIs = 200;

    private const int SamplesKept = 8;

    private readonly Dictionary<int, Station> stations = [];
    private readonly List<EditionSuspicion> suspicions = [];
    private Station? last;
    private int lastKey;

    /// <summary>In the order in which they arose.</summary>
    public IReadOnlyList<EditionSuspicion> Suspicions => suspicions;

    /// <summary>Takes note of a block.</summary>
    /// <param name="body">Its records.</param>
    /// <param name="edition">In which it was read.</param>
    /// <param name="isSound">It was read to its end.</param>
    /// <returns>A suspicion that arose just now.</returns>
    public EditionSuspicion? Note(ReadOnlySpan<byte> body, AsterixEdition edition, AsterixSource? source, bool isSound)
    {
        var station = Of(edition.Category, source);
        station.Blocks++;
        if (!isSound) station.Refused++;
        if (station.IsSuspected) return null;
        station.Keep(body, isSound);
        if (isSound || station.Refused < LeastRefused || station.Refused * RareIs < station.Blocks || !IsWorthTrying(station.Refused)) return null;
        if (Better(station, edition) is not { } better) return null;
        station.IsSuspected = true;
        var suspicion = new EditionSuspicion(edition.Category, source, edition.Name, station.Blocks, station.Refused, better.Name);
        suspicions.Add(suspicion);
        return suspicion;
    }

    /// <summary>Blocks of one station come in runs.</summary>
    private Station Of(byte category, AsterixSource? source)
    {
        var key = category | ((source is { } named ? (1 << 16) | (named.Sac << 8) | named.Sic : 0) << 8);
        if (last is not null && key == lastKey) return last;
        if (!stations.TryGetValue(key, out var station)) stations[key] = station = new();
        (last, lastKey) = (station, key);
        return station;
    }

    /// <summary>At the third refused block, the sixth, the twelfth: a broken station costs no more than that.</summary>
    private static bool IsWorthTrying(long refused) => refused % LeastRefused == 0 && long.IsPow2(refused / LeastRefused);

    private static AsterixEdition? Better(Station station, AsterixEdition edition)
    {
        for (var i = AsterixCatalogue.All.Count - 1; i >= 0; i--)
            if (AsterixCatalogue.All[i] is var other && other.Category == edition.Category && other != edition && station.ReadsWith(other)) return other;
        return null;
    }

    private sealed class Station
    {
        private readonly byte[]?[] good = new byte[SamplesKept][];
        private readonly byte[]?[] bad = new byte[SamplesKept][];

        public long Blocks { get; set; }

        public long Refused { get; set; }

        public bool IsSuspected { get; set; }

        /// <summary>Good blocks are sampled ever more seldom: at the first, the second, the fourth and so on.</summary>
        public void Keep(ReadOnlySpan<byte> body, bool isSound)
        {
            var number = isSound ? Blocks - Refused : Refused;
            if (isSound && !long.IsPow2(number)) return;
            var place = isSound ? long.Log2(number) : number;
            (isSound ? good : bad)[place % SamplesKept] = body.ToArray();
        }

        public bool ReadsWith(AsterixEdition edition) => good.All(body => IsRead(body, edition)) && bad.All(body => IsRead(body, edition));

        private static bool IsRead(byte[]? body, AsterixEdition edition)
        {
            if (body is null) return true;
            var records = new RecordWalker(body, edition, leaves: null);
            Decode step;
            while ((step = records.TryRead()) == Decode.Record)
            {
            }

            return step == Decode.End;
        }
    }
}
