using Vedette.Air;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Asterix;

/// <summary>The three layouts of category 021 that stations send. A block does not tell which.</summary>
public enum Cat021Edition : byte
{
    /// <summary>Editions 2.1 to 2.7.</summary>
    Second,

    /// <summary>Edition 0.23: position in six octets.</summary>
    Early,

    /// <summary>Editions 0.24 to 0.26: position in eight octets.</summary>
    EarlyWide,
}

/// <summary>
/// Finds out which edition a station speaks. A block that makes no sense in the edition in force and does in another is read in that
/// other, and the third such block in a row changes the edition in force for the station. A block makes sense where it decodes to its
/// end, names one source, and every record has an address, a time within the day and no position off the globe.
/// </summary>
internal sealed class Cat021EditionWatch
{
    /// <summary>So many sensible blocks in a row and the station is not doubted again until a block cannot be read.</summary>
    private const int Settled = 50;

    private const int Convincing = 3;

    private static readonly Cat021Edition[] All = [Cat021Edition.Second, Cat021Edition.Early, Cat021Edition.EarlyWide];

    private readonly Dictionary<AsterixSource, Station> stations = [];

    private sealed class Station
    {
        public Cat021Edition Edition { get; set; }

        public int InARow { get; set; }

        public int Against { get; set; }
    }

    /// <summary>The edition in which to read this block.</summary>
    public Cat021Edition Of(ReadOnlySpan<byte> body)
    {
        if (EditionChoice.SourceOf(body) is not { } source) return Cat021Edition.Second;
        if (!stations.TryGetValue(source, out var station)) stations[source] = station = new();
        if (station.InARow >= Settled && IsReadable(body, station.Edition)) return station.Edition;
        if (IsSensible(body, station.Edition))
        {
            station.InARow++;
            station.Against = 0;
            return station.Edition;
        }

        station.InARow = 0;
        foreach (var other in All)
        {
            if (other == station.Edition || !IsSensible(body, other)) continue;
            if (++station.Against >= Convincing) (station.Edition, station.Against) = (other, 0);
            return other;
        }

        return station.Edition;
    }

    /// <summary>A settled station's block is only glanced at: the first record in its edition.</summary>
    private static bool IsReadable(ReadOnlySpan<byte> body, Cat021Edition edition) => edition == Cat021Edition.Second
        ? new Cat021Reader(body).TryRead(out _) == Decode.Record
        : new Cat021EarlyReader(body, edition == Cat021Edition.EarlyWide).TryRead(out _) == Decode.Record;

    private static bool IsSensible(ReadOnlySpan<byte> body, Cat021Edition edition) =>
        edition == Cat021Edition.Second ? IsSensibleSecond(body) : IsSensibleEarly(body, edition == Cat021Edition.EarlyWide);

    private static bool IsSensibleSecond(ReadOnlySpan<byte> body)
    {
        var reader = new Cat021Reader(body);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Decode.Record)
        {
            source ??= record.Source;
            var time = record.TimeOfPosition ?? record.PositionReceived ?? record.TimeOfTransmission;
            if (record.Source != source || !IsSensible(record.Address, time, record.FinePosition) || record.Position is { IsOnEarth: false }) return false;
        }

        return step == Decode.End;
    }

    private static bool IsSensibleEarly(ReadOnlySpan<byte> body, bool wide)
    {
        var reader = new Cat021EarlyReader(body, wide);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Decode.Record)
        {
            source ??= record.Source;
            if (record.Source != source || !IsSensible(record.Address, record.TimeOfDay, record.Position)) return false;
        }

        return step == Decode.End;
    }

    private static bool IsSensible(TransponderAddress? address, TimeSpan? time, HorizontalPosition? position) =>
        address is not null && time is { Ticks: < TimeSpan.TicksPerDay } && position is not { IsOnEarth: false };
}
