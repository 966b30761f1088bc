using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix;

/// <summary>Turns the records of an older radar (CAT001, CAT002) into plots and sensor messages.</summary>
internal sealed class EarlyRadarReports(SensorDirectory sensors)
{
    private const byte NorthMarker = 1;
    private const byte SectorCrossing = 2;

    /// <summary>Plots and tracks alike: a track's position (I001/040) is measured unless nothing was detected.</summary>
    public string? Report(in Cat001 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Radar2D);
        if (!record.HasI040 || (record.HasI020 && record.I020.Ssrpsr == 0)) return null;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = KindOf(record),
            TimeOfApplicability = record.HasI141 ? ReportTime.ResolveTruncated(record.I141S, receipt.At) : receipt.At,
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            RangeM = record.I040.RhoNM * Length.MetresPerNauticalMile,
            AzimuthRad = record.I040.ThetaDeg * Angle.RadiansPerDegree,
            Code = record.HasI070 && !record.I070.V && !record.I070.G ? new Mode3A(record.I070.Mode3A) : null,
            Altitude = record.HasI090 && !record.I090.V && !record.I090.G ? PressureAltitude.FromFlightLevel(record.I090.HgtFL) : null,
            SourceTrackNumber = record.HasI161 ? record.I161 : -1,
            Simulated = record.HasI020 && (record.I020.Sim || record.I020.Tst),
        });
        return null;
    }

    public string? Report(in Cat002 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var kind = record.I000 switch
        {
            NorthMarker => SensorMessageKind.NorthMarker,
            SectorCrossing => SensorMessageKind.SectorCrossing,
            _ => SensorMessageKind.Status,
        };
        intake.OnSensorMessage(new SensorMessage
        {
            Sensor = sensors.BySource(source, SensorKind.Radar2D),
            Kind = kind,
            Time = ReportTime.Resolve(record.HasI030 ? TimeSpan.FromSeconds(record.I030S) : null, receipt.At),
            ReceivedAt = receipt.At,
            AzimuthRad = kind == SensorMessageKind.NorthMarker ? 0 : record.HasI020 ? record.I020Deg * Angle.RadiansPerDegree : double.NaN,
            RotationS = record.HasI041 && record.I041 > 0 ? record.I041S : double.NaN,
        });
        return null;
    }

    private static PlotKind KindOf(in Cat001 record) => !record.HasI020 ? PlotKind.Secondary : record.I020.Ssrpsr switch
    {
        1 => PlotKind.Primary,
        3 => PlotKind.Combined,
        _ => PlotKind.Secondary,
    };
}
