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
            21 => OfCat021(body),
            34 => OfCat034(body),
            48 => OfCat048(body),
            62 => OfCat062(body),
            _ => null,
        };
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
