using Vedette.Air;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix;

/// <summary>Tells who sent a record; null where it does not say.</summary>
internal delegate AsterixSource? SourceOf<TRecord>(in TRecord record)
    where TRecord : allows ref struct;

/// <summary>Delivers what a record says.</summary>
/// <returns>The item whose value cannot be; null where all is well.</returns>
internal delegate string? ReportOf<TRecord>(in TRecord record, AsterixSource source, Receipt receipt, IIntake intake)
    where TRecord : allows ref struct;

/// <summary>The categories that are read through the generated records: older radars, multilateration, and what systems say of themselves.</summary>
internal sealed class OtherCategories
{
    private readonly string feed;
    private readonly ReportOf<Cat001> earlyRadar;
    private readonly ReportOf<Cat002> earlyService;
    private readonly ReportOf<Cat010> surface;
    private readonly ReportOf<Cat019> multilaterationStatus;
    private readonly ReportOf<Cat020> multilateration;
    private readonly ReportOf<Cat023> stationStatus;
    private readonly ReportOf<Cat025> systemStatus;
    private readonly ReportOf<Cat063> sensorStatus;
    private readonly ReportOf<Cat065> trackerStatus;

    public OtherCategories(string feed, SensorDirectory sensors)
    {
        this.feed = feed;
        var (radar, positions, status) = (new EarlyRadarReports(sensors), new MultilaterationReports(sensors), new StatusReports(sensors));
        (earlyRadar, earlyService, surface, multilateration) = (radar.Report, radar.Report, positions.Report, positions.Report);
        (multilaterationStatus, stationStatus, systemStatus, sensorStatus, trackerStatus) = (status.Report, status.Report, status.Report, status.Report, status.Report);
    }

    /// <returns>False where the category is none of these.</returns>
    public bool TryDecode(in DataBlock block, ReadOnlySpan<byte> body, Receipt receipt, IIntake intake)
    {
        switch (block.Category)
        {
            case 1: Read(new Cat001Records(body), block, receipt, intake, static (in Cat001 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, earlyRadar); break;
            case 2: Read(new Cat002Records(body), block, receipt, intake, static (in Cat002 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, earlyService); break;
            case 10: Read(new Cat010Records(body), block, receipt, intake, static (in Cat010 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, surface); break;
            case 19: Read(new Cat019Records(body), block, receipt, intake, static (in Cat019 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, multilaterationStatus); break;
            case 20: Read(new Cat020Records(body), block, receipt, intake, static (in Cat020 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, multilateration); break;
            case 23: Read(new Cat023Records(body), block, receipt, intake, static (in Cat023 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, stationStatus); break;
            case 25: Read(new Cat025Records(body), block, receipt, intake, static (in Cat025 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, systemStatus); break;
            case 63: Read(new Cat063Records(body), block, receipt, intake, static (in Cat063 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, sensorStatus); break;
            case 65: Read(new Cat065Records(body), block, receipt, intake, static (in Cat065 r) => r.HasI010 ? new(r.I010.Sac, r.I010.Sic) : null, trackerStatus); break;
            default: return false;
        }

        return true;
    }

    /// <summary>The first record of a block must name its source; later ones may leave it out and mean the same.</summary>
    private void Read<TReader, TRecord>(TReader records, in DataBlock block, Receipt receipt, IIntake intake, SourceOf<TRecord> sourceOf, ReportOf<TRecord> report)
        where TReader : struct, IRecordReader<TRecord>, allows ref struct
        where TRecord : struct, allows ref struct
    {
        AsterixSource? source = null;
        Decode step;
        while ((step = records.TryRead(out var record)) == Decode.Record)
        {
            intake.OnRecord();
            source = sourceOf(in record) ?? source;
            if (source is not { } known) Refuse(block, $"I{block.Category:D3}/010", "the record names no source", receipt, intake);
            else if (report(in record, known, receipt, intake) is { } item) Refuse(block, item, "the position is not on Earth", receipt, intake);
        }

        if (step == Decode.Malformed) intake.OnRefusal(new(feed, receipt.Entry, block.BodyOffset + records.Fault.Offset, records.Fault.Item, records.Fault.Reason));
    }

    private void Refuse(in DataBlock block, string item, string reason, Receipt receipt, IIntake intake) =>
        intake.OnRefusal(new(feed, receipt.Entry, block.BodyOffset, item, reason));
}
