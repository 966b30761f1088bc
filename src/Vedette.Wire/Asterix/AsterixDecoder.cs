using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>
/// Reads the data blocks of one ASTERIX feed and delivers what they say: plots from CAT048, 021, 062, 001, 010 and 020, sensor messages from CAT034, 002,
/// 019, 023, 025 and 065.
/// A record that cannot be read costs itself and the rest of its block, since nothing after it has a known place; the records before
/// it are delivered and reading goes on at the next block. A block of another category is refused once, as item "CATnnn". A few octets behind the blocks of a
/// datagram (<see cref="DataBlockReader.Trailing"/>) are told the first time.
/// </summary>
/// <param name="feed">Name that refusals carry.</param>
/// <param name="sensors">Sensors are found here by SAC/SIC and kind, and made on first sight.</param>
public sealed class AsterixDecoder(string feed, SensorDirectory sensors) : IFeedDecoder
{
    private static readonly string[] CategoryNames = [.. Enumerable.Range(0, 256).Select(number => $"CAT{number:D3}")];

    private readonly RadarReports radar = new(sensors);
    private readonly AdsbReports adsb = new(sensors);
    private readonly TrackerReports tracker = new(sensors);
    private readonly Cat021EditionWatch editions = new();
    private readonly OtherCategories others = new(feed, sensors);
    private bool hasTrailers;

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        var blocks = new DataBlockReader(octets);
        Decode step;
        while ((step = blocks.TryRead(out var block)) == Asterix.Decode.Record)
            DecodeBlock(block, block.Body(octets), new(receivedAt, entry), intake);
        if (step != Asterix.Decode.Malformed) return;
        if (blocks.Trailing > 0) TellTrailer(blocks, entry, intake);
        else intake.OnRefusal(new(feed, entry, blocks.Position, CategoryNames[octets[blocks.Position]] + " LEN", "no block of that length fits; the rest of the octets is not read"));
    }

    /// <summary>A feed whose datagrams all end so would be refused with each of them; once is enough.</summary>
    private void TellTrailer(in DataBlockReader blocks, long entry, IIntake intake)
    {
        if (!hasTrailers) intake.OnRefusal(new(feed, entry, blocks.Position, "behind the data blocks", $"{blocks.Trailing} octets that are no block; such octets are not read and not told again"));
        hasTrailers = true;
    }

    private void DecodeBlock(in DataBlock block, ReadOnlySpan<byte> body, Receipt receipt, IIntake intake)
    {
        switch (block.Category)
        {
            case 21:
                var edition = editions.Of(body);
                if (edition == Cat021Edition.Second) DecodeCat021(block, body, receipt, intake);
                else DecodeCat021Early(block, body, edition == Cat021Edition.EarlyWide, receipt, intake);
                break;
            case 34:
                DecodeCat034(block, body, receipt, intake);
                break;
            case 48:
                DecodeCat048(block, body, receipt, intake);
                break;
            case 62:
                DecodeCat062(block, body, receipt, intake);
                break;
            default:
                if (!others.TryDecode(block, body, receipt, intake)) intake.OnRefusal(new(feed, receipt.Entry, block.Offset, CategoryNames[block.Category], "category not read"));
                break;
        }
    }

    private void DecodeCat021(in DataBlock block, ReadOnlySpan<byte> body, Receipt receipt, IIntake intake)
    {
        var reader = new Cat021Reader(body);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Asterix.Decode.Record)
        {
            intake.OnRecord();
            source = record.Source ?? source;
            if (source is not { } known) RefuseNameless(block, Cat021Reader.Profile, receipt, intake);
            else if (!adsb.TryReport(record, known, receipt, intake)) RefusePlace(block, "I021/130", receipt, intake);
        }

        if (step == Asterix.Decode.Malformed) Refuse(block, reader.Fault, receipt, intake);
    }

    private void DecodeCat021Early(in DataBlock block, ReadOnlySpan<byte> body, bool wide, Receipt receipt, IIntake intake)
    {
        var reader = new Cat021EarlyReader(body, wide);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Asterix.Decode.Record)
        {
            intake.OnRecord();
            source = record.Source ?? source;
            if (source is not { } known) RefuseNameless(block, Cat021Reader.Profile, receipt, intake);
            else if (!adsb.TryReport(record, known, receipt, intake)) RefusePlace(block, "I021/130", receipt, intake);
        }

        if (step == Asterix.Decode.Malformed) Refuse(block, reader.Fault, receipt, intake);
    }

    private void DecodeCat034(in DataBlock block, ReadOnlySpan<byte> body, Receipt receipt, IIntake intake)
    {
        var reader = new Cat034Reader(body);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Asterix.Decode.Record)
        {
            intake.OnRecord();
            source = record.Source ?? source;
            if (source is { } known) radar.Report(record, known, receipt, intake);
            else RefuseNameless(block, Cat034Reader.Profile, receipt, intake);
        }

        if (step == Asterix.Decode.Malformed) Refuse(block, reader.Fault, receipt, intake);
    }

    private void DecodeCat048(in DataBlock block, ReadOnlySpan<byte> body, Receipt receipt, IIntake intake)
    {
        var reader = new Cat048Reader(body);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Asterix.Decode.Record)
        {
            intake.OnRecord();
            source = record.Source ?? source;
            if (source is { } known) radar.Report(record, known, receipt, intake);
            else RefuseNameless(block, Cat048Reader.Profile, receipt, intake);
        }

        if (step == Asterix.Decode.Malformed) Refuse(block, reader.Fault, receipt, intake);
    }

    private void DecodeCat062(in DataBlock block, ReadOnlySpan<byte> body, Receipt receipt, IIntake intake)
    {
        var reader = new Cat062Reader(body);
        AsterixSource? source = null;
        Decode step;
        while ((step = reader.TryRead(out var record)) == Asterix.Decode.Record)
        {
            intake.OnRecord();
            source = record.Source ?? source;
            if (source is not { } known) RefuseNameless(block, Cat062Reader.Profile, receipt, intake);
            else if (!tracker.TryReport(record, known, receipt, intake)) RefusePlace(block, "I062/105", receipt, intake);
        }

        if (step == Asterix.Decode.Malformed) Refuse(block, reader.Fault, receipt, intake);
    }

    private void Refuse(in DataBlock block, in RecordFault fault, Receipt receipt, IIntake intake) =>
        intake.OnRefusal(new(feed, receipt.Entry, block.BodyOffset + fault.Offset, fault.Item, fault.Reason));

    /// <summary>The first record of a block must name its source; later ones may leave it out and mean the same.</summary>
    private void RefuseNameless(in DataBlock block, Category profile, Receipt receipt, IIntake intake) =>
        intake.OnRefusal(new(feed, receipt.Entry, block.BodyOffset, profile.Name(1), "the record names no source"));

    private void RefusePlace(in DataBlock block, string item, Receipt receipt, IIntake intake) =>
        intake.OnRefusal(new(feed, receipt.Entry, block.BodyOffset, item, "the position is not on Earth"));
}

/// <summary>What every report of an entry has in common.</summary>
internal readonly record struct Receipt(Instant At, long Entry);
