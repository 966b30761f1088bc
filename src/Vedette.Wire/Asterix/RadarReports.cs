using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.Asterix;

/// <summary>Turns the records of a radar (CAT048, CAT034) into plots and sensor messages.</summary>
internal sealed class RadarReports(SensorDirectory sensors)
{
    /// <summary>
    /// A report becomes a plot where it measured a position. "No detection" (a radar's own extrapolated track) is no evidence, and a field
    /// monitor is a transponder on a mast: neither becomes one.
    /// </summary>
    public void Report(in Cat048Record record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Radar2D);
        if (record.Position is not { } position) return;
        if (record.Descriptor is { } descriptor && (descriptor.Detection == RadarDetection.None || descriptor.FieldMonitor)) return;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = KindOf(record),
            TimeOfApplicability = ReportTime.Resolve(record.TimeOfDay, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            RangeM = position.Range.Metres,
            AzimuthRad = position.Azimuth.Radians,
            ElevationRad = Elevation(record, position, sensors[sensor]),
            RangeRateMps = record.RadialSpeed is { Doubtful: false } radial ? radial.Mps : double.NaN,
            AmplitudeDb = record.Characteristics is { } echo ? echo.PrimaryAmplitudeDbm ?? echo.SsrAmplitudeDbm ?? double.NaN : double.NaN,
            Code = record.Code?.Trusted,
            Address = record.Address,
            Callsign = record.Callsign ?? default,
            Altitude = record.Level?.Trusted,
            SourceTrackNumber = record.TrackNumber ?? -1,
            Air = record.Air ?? AirData.Untold,
            OnGround = record.Capability is { OnGround: true },
            Simulated = record.Descriptor is { } kind && (kind.Simulated || kind.Test),
        });
    }

    public void Report(in Cat034Record record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Radar2D);
        Geodetic? position = record.Site is { Position.IsOnEarth: true } site
            ? new Geodetic(site.Position.LatitudeRad, site.Position.LongitudeRad, site.HeightM)
            : null;
        if (position is { } place) sensors.Locate(sensor, place);
        var kind = KindOf(record);
        intake.OnSensorMessage(new SensorMessage
        {
            Sensor = sensor,
            Kind = kind,
            Time = ReportTime.Resolve(record.TimeOfDay, receipt.At),
            ReceivedAt = receipt.At,
            AzimuthRad = kind == SensorMessageKind.NorthMarker ? 0 : record.Sector?.Radians ?? double.NaN,
            RotationS = record.Rotation is { Ticks: > 0 } rotation ? rotation.TotalSeconds : double.NaN,
            Position = position,
            Degraded = record.Status is { } status && (status.Inhibited || status.Overloaded),
        });
    }

    private static PlotKind KindOf(in Cat048Record record) => record.Descriptor?.Detection switch
    {
        RadarDetection.Primary => PlotKind.Primary,
        RadarDetection.SsrAndPrimary or RadarDetection.ModeSAllCallAndPrimary or RadarDetection.ModeSRollCallAndPrimary => PlotKind.Combined,
        null when record.Code is null && record.Address is null && record.Level is null => PlotKind.Primary,
        _ => PlotKind.Secondary,
    };

    private static SensorMessageKind KindOf(in Cat034Record record) => record.Message switch
    {
        RadarServiceMessage.NorthMarker => SensorMessageKind.NorthMarker,
        RadarServiceMessage.SectorCrossing => SensorMessageKind.SectorCrossing,
        _ => SensorMessageKind.Status,
    };

    /// <summary>
    /// A 3-D radar sends a height (I048/110), not the elevation that it measured. With the antenna's place known the elevation comes back
    /// as the one of the point at that range, azimuth and height. The height is taken for ellipsoidal: no geoid is known here, which at
    /// most costs some 50 m of height.
    /// </summary>
    private static double Elevation(in Cat048Record record, PolarPosition position, Sensor sensor)
    {
        if (record.MeasuredHeight is not { } height || sensor.Position is not { } antenna || position.Range.Metres <= 0) return double.NaN;
        var point = new EnuFrame(antenna).AtHeight(position.Range.Metres, position.Azimuth.Radians, height.Metres);
        return Math.Atan2(point.Up, point.HorizontalNorm);
    }
}
