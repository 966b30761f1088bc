namespace Vedette.Wire.Asterix;

/// <summary>The time of day that a data block tells of itself: that of its last record with a time.</summary>
public static class BlockTime
{
    /// <param name="block">One whole data block, CAT and LEN included.</param>
    /// <returns>Null where the category is not read or no record tells a time.</returns>
    public static TimeSpan? Of(ReadOnlySpan<byte> block)
    {
        if (block.Length <= DataBlock.HeaderLength) return null;
        var body = block[DataBlock.HeaderLength..];
        return block[0] switch
        {
            21 => OfCat021(body),
            34 => OfCat034(body),
            48 => OfCat048(body),
            62 => OfCat062(body),
            _ => null,
        };
    }

    private static TimeSpan? OfCat021(ReadOnlySpan<byte> body)
    {
        TimeSpan? last = null;
        var reader = new Cat021Reader(body);
        while (reader.TryRead(out var record) == Decode.Record) last = record.TimeOfTransmission ?? record.PositionReceived ?? record.TimeOfPosition ?? last;
        return last;
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
