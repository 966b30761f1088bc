using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix;

/// <summary>Turns what systems say of themselves (CAT019, 023, 025, 065) into sensor messages: they live, and whether their data may be used.</summary>
internal sealed class StatusReports(SensorDirectory sensors)
{
    /// <summary>Of a multilateration system; it tells the reference point of its plane.</summary>
    public string? Report(in Cat019 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Multilateration);
        Geodetic? place = record.HasI600 ? Geodetic.FromDegrees(record.I600.LatDeg, record.I600.LonDeg, record.HasI610 ? record.I610M : 0) : null;
        if (place is { } known && !new HorizontalPosition(known.LatitudeRad, known.LongitudeRad).IsOnEarth) return "I019/600";
        if (place is { } reference) sensors.Locate(sensor, reference);
        Tell(sensor, record.HasI140 ? record.I140S : double.NaN, record.HasI550 && (record.I550.Nogo != 0 || record.I550.Ovl), receipt, intake, place);
        return null;
    }

    /// <summary>Of an ADS-B ground station.</summary>
    public string? Report(in Cat023 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        Tell(sensors.BySource(source, SensorKind.Adsb), record.HasI070 ? record.I070S : double.NaN, record.HasI100 && record.I100.Nogo, receipt, intake);
        return null;
    }

    /// <summary>Of any ground system for communication, navigation and surveillance.</summary>
    public string? Report(in Cat025 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        Tell(sensors.BySource(source, SensorKind.Adsb), record.HasI070 ? record.I070S : double.NaN, record.HasI100 && record.I100.Nogo, receipt, intake);
        return null;
    }

    /// <summary>Of a tracker's service. NOGO 0 is operational.</summary>
    public string? Report(in Cat065 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        Tell(sensors.BySource(source, SensorKind.SystemTracker), record.HasI030 ? record.I030S : double.NaN, record.HasI040 && (record.I040.Nogo != 0 || record.I040.Ovl), receipt, intake);
        return null;
    }

    /// <summary>What a tracker says of its own sensors concerns no sensor of ours: it counts as read.</summary>
    public string? Report(in Cat063 record, AsterixSource source, Receipt receipt, IIntake intake) => null;

    private static void Tell(SensorId sensor, double timeOfDayS, bool degraded, Receipt receipt, IIntake intake, Geodetic? place = null) => intake.OnSensorMessage(new SensorMessage
    {
        Sensor = sensor,
        Kind = SensorMessageKind.Status,
        Time = ReportTime.Resolve(double.IsNaN(timeOfDayS) ? null : TimeSpan.FromSeconds(timeOfDayS), receipt.At),
        ReceivedAt = receipt.At,
        Position = place,
        Degraded = degraded,
    });
}
