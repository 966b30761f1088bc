using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix;

/// <summary>The time of day that a data block tells of itself: that of its last record with a time.</summary>
public static class BlockTime
{
    /// <param name="octets">Begin with a whole data block; what follows it is not looked at.</param>
    /// <returns>Null where the category is not read, or no record tells a time, or there is no block.</returns>
    public static TimeSpan? Of(ReadOnlySpan<byte> octets)
    {
        if (new DataBlockReader(octets).TryRead(out var block) != Decode.Record) return null;
        var body = block.Body(octets);
        return block.Category switch
        {
            2 => Last(new Cat002Records(body), static (in Cat002 r) => r.HasI030 ? r.I030S : null),
            10 => Last(new Cat010Records(body), static (in Cat010 r) => r.HasI140 ? r.I140S : null),
            19 => Last(new Cat019Records(body), static (in Cat019 r) => r.HasI140 ? r.I140S : null),
            20 => Last(new Cat020Records(body), static (in Cat020 r) => r.HasI140 ? r.I140S : null),
            21 => OfCat021(body),
            23 => Last(new Cat023Records(body), static (in Cat023 r) => r.HasI070 ? r.I070S : null),
            25 => Last(new Cat025Records(body), static (in Cat025 r) => r.HasI070 ? r.I070S : null),
            34 => OfCat034(body),
            48 => OfCat048(body),
            62 => OfCat062(body),
            63 => Last(new Cat063Records(body), static (in Cat063 r) => r.HasI030 ? r.I030S : null),
            65 => Last(new Cat065Records(body), static (in Cat065 r) => r.HasI030 ? r.I030S : null),
            _ => null,
        };
    }

    /// <summary>A record's time of day in seconds; null where it tells none.</summary>
    private delegate double? TimeOf<TRecord>(in TRecord record)
        where TRecord : allows ref struct;

    private static TimeSpan? Last<TReader, TRecord>(TReader records, TimeOf<TRecord> timeOf)
        where TReader : struct, IRecordReader<TRecord>, allows ref struct
        where TRecord : struct, allows ref struct
    {
        double? last = null;
        while (records.TryRead(out var record) == Decode.Record) last = timeOf(in record) ?? last;
        return last is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The edition is not known here: the time of the first layout in which the block can be read to its end within the day.</summary>
    private static TimeSpan? OfCat021(ReadOnlySpan<byte> body) => OfCat021Second(body) ?? OfCat021Early(body, wide: false) ?? OfCat021Early(body, wide: true);

    private static TimeSpan? OfCat021Second(ReadOnlySpan<byte> body)
    {
        TimeSpan? last = null;
        var reader = new Cat021Reader(body);
        Decode step;
        while ((step = reader.TryRead(out var record)) == Decode.Record)
        {
            if (record.Address is null || record.Position is { IsOnEarth: false } || record.FinePosition is { IsOnEarth: false }) return null;
            last = record.TimeOfTransmission ?? record.PositionReceived ?? record.TimeOfPosition ?? last;
        }

        return step == Decode.End && last is { Ticks: < TimeSpan.TicksPerDay } ? last : null;
    }

    private static TimeSpan? OfCat021Early(ReadOnlySpan<byte> body, bool wide)
    {
        TimeSpan? last = null;
        var reader = new Cat021EarlyReader(body, wide);
        Decode step;
        while ((step = reader.TryRead(out var record)) == Decode.Record)
        {
            if (record.Address is null || record.Position is { IsOnEarth: false }) return null;
            last = record.TimeOfDay ?? last;
        }

        return step == Decode.End && last is { Ticks: < TimeSpan.TicksPerDay } ? last : null;
    }

    private static TimeSpan? OfCat034(ReadOnlySpan<byte> body)
    {
        TimeSpan? last = null;
        var reader = new Cat034Reader(body);
        while (reader.TryRead(out var record) == Decode.Record) last = record.TimeOfDay ?? last;
        return last;
    }

    private static TimeSpan? OfCat048(ReadOnlySpan<byte> body)
    {
        TimeSpan? last = null;
        var reader = new Cat048Reader(body);
        while (reader.TryRead(out var record) == Decode.Record) last = record.TimeOfDay ?? last;
        return last;
    }

    private static TimeSpan? OfCat062(ReadOnlySpan<byte> body)
    {
        TimeSpan? last = null;
        var reader = new Cat062Reader(body);
        while (reader.TryRead(out var record) == Decode.Record) last = record.TimeOfTrack ?? last;
        return last;
    }
}
