using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Asterix;

/// <summary>Turns the records of an ADS-B station (CAT021) into plots.</summary>
internal sealed class AdsbReports(SensorDirectory sensors)
{
    /// <summary>I021/140: a height beyond the field's range is sent as its largest value.</summary>
    private const double MostHeightM = short.MaxValue * Lsb.QuarterOf25FeetM;

    /// <summary>A report becomes a plot where it claims a position; a field monitor's does not. False where the position is not on Earth.</summary>
    public bool TryReport(in Cat021Record record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Adsb);
        if ((record.FinePosition ?? record.Position) is not { } position || record.Descriptor is { FieldMonitor: true }) return true;
        if (!position.IsOnEarth) return false;
        var version = record.Mops is { NotSupported: false } mops ? mops.Version : -1;
        var velocity = record.GroundVector is { Exceeded: false } vector ? vector.Velocity : (PolarVelocity?)null;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = PlotKind.Cooperative,
            TimeOfApplicability = ReportTime.Resolve(TimeOf(record), receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = new Geodetic(position.LatitudeRad, position.LongitudeRad, HeightM(record)),
            SigmaPositionM = SigmaM(record.Quality, version),
            VelocityEastMps = velocity is { } east ? east.SpeedMps * Math.Sin(east.Heading.Radians) : double.NaN,
            VelocityNorthMps = velocity is { } north ? north.SpeedMps * Math.Cos(north.Heading.Radians) : double.NaN,
            ClimbMps = ClimbMps(record),
            AmplitudeDb = record.AmplitudeDbm ?? double.NaN,
            Code = record.Code,
            Address = AddressOf(record),
            Callsign = record.Callsign ?? default,
            Altitude = record.Level,
            SourceTrackNumber = record.TrackNumber ?? -1,
            Integrity = IntegrityOf(record.Quality, version),
            OnGround = record.Descriptor is { OnGround: true },
            Simulated = record.Descriptor is { } kind && (kind.Simulated || kind.Test),
        });
        return true;
    }

    /// <summary>The same for a report of editions 0.23 to 0.26.</summary>
    public bool TryReport(in Cat021EarlyRecord record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Adsb);
        if (record.Position is not { } position || record.Descriptor is { FieldMonitor: true }) return true;
        if (!position.IsOnEarth) return false;
        var nucP = record.FigureOfMerit & 15;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = PlotKind.Cooperative,
            TimeOfApplicability = ReportTime.Resolve(record.TimeOfDay, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = new Geodetic(position.LatitudeRad, position.LongitudeRad, record.GeometricHeight?.Metres ?? double.NaN),
            SigmaPositionM = nucP is { } category ? PositionQuality.SigmaM(18 - category, 0, -1) : double.NaN,
            VelocityEastMps = record.GroundVector is { } east ? east.SpeedMps * Math.Sin(east.Heading.Radians) : double.NaN,
            VelocityNorthMps = record.GroundVector is { } north ? north.SpeedMps * Math.Cos(north.Heading.Radians) : double.NaN,
            ClimbMps = record.GeometricRateMps ?? record.BarometricRateMps ?? double.NaN,
            Code = record.Code?.Trusted,
            Address = record.Address is { } address && record.Descriptor is { AddressType: not 1 }
                ? new TransponderAddress(address.Value | TransponderAddress.NonIcaoFlag)
                : record.Address,
            Callsign = record.Callsign ?? default,
            Altitude = record.Level,
            Integrity = new(0, (sbyte)(nucP ?? -1), -1, -1, -1),
            OnGround = record.Descriptor is { OnGround: true },
            Simulated = record.Descriptor is { } kind && (kind.Simulated || kind.Test),
        });
        return true;
    }

    /// <summary>When the position held; else when its message came; else the best that is left.</summary>
    private static TimeSpan? TimeOf(in Cat021Record record) =>
        record.TimeOfPosition ?? record.PositionReceived ?? record.TimeOfVelocity ?? record.VelocityReceived ?? record.TimeOfTransmission;

    private static double HeightM(in Cat021Record record) =>
        record.GeometricHeight is { } height && height.Metres < MostHeightM ? height.Metres : double.NaN;

    private static double ClimbMps(in Cat021Record record) =>
        record.GeometricRate is { Exceeded: false } geometric ? geometric.Mps
        : record.BarometricRate is { Exceeded: false } barometric ? barometric.Mps
        : double.NaN;

    private static TransponderAddress? AddressOf(in Cat021Record record) =>
        record.Address is { } address && record.Descriptor is { AddressType: >= 2 } ? new(address.Value | TransponderAddress.NonIcaoFlag) : record.Address;

    /// <summary>NACp where the aircraft's version has one; else NUCp, which falls by one with each airborne type code from 9 on.</summary>
    private static double SigmaM(AdsbQuality? quality, int version) => quality switch
    {
        { NacP: var nacP } when version >= 1 => PositionQuality.SigmaM(0, version, nacP),
        { Nic: var nucP } when version == 0 => PositionQuality.SigmaM(18 - nucP, 0, -1),
        _ => double.NaN,
    };

    private static ClaimedIntegrity IntegrityOf(AdsbQuality? quality, int version) => quality is not { } q
        ? ClaimedIntegrity.Unknown with { Version = (sbyte)version }
        : new((sbyte)version, (sbyte)q.Nic, version == 0 ? (sbyte)-1 : (sbyte)q.NacP, (sbyte)q.NacV, version == 0 ? (sbyte)-1 : (sbyte)q.Sil);
}
