using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix;

/// <summary>Turns multilateration (CAT020) and surface movement reports (CAT010) into positioned plots.</summary>
internal sealed class MultilaterationReports(SensorDirectory sensors)
{
    private const byte TargetReport = 1;
    private const byte PrimaryRadar = 3;

    /// <returns>The item whose position is not on Earth; null where all is well.</returns>
    public string? Report(in Cat020 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Multilateration);
        var heightM = record.HasI105 ? record.I105Ft * Length.MetresPerFoot : double.NaN;
        if (Place(record.HasI041, record.I041.LatDeg, record.I041.LonDeg, record.HasI042, record.I042.XM, record.I042.YM, heightM, sensor) is not { } place) return null;
        if (!IsOnEarth(place)) return "I020/041";
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = PlotKind.Positioned,
            TimeOfApplicability = ReportTime.Resolve(record.HasI140 ? TimeSpan.FromSeconds(record.I140S) : null, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = place,
            VelocityEastMps = record.HasI202 ? record.I202.VxMps : double.NaN,
            VelocityNorthMps = record.HasI202 ? record.I202.VyMps : double.NaN,
            Code = record.HasI070 && !record.I070.V && !record.I070.G ? new Mode3A(record.I070.Mode3A) : null,
            Address = record.HasI220 ? new TransponderAddress((int)record.I220) : null,
            Callsign = record.HasI245 ? CallsignOf(record.I245.ChrText) : default,
            Altitude = record.HasI090 && !record.I090.V && !record.I090.G ? PressureAltitude.FromFlightLevel(record.I090.FlFL) : null,
            SourceTrackNumber = record.HasI161 ? record.I161.Trn : -1,
            OnGround = record.HasI020 && record.I020.Gbs,
            Simulated = record.HasI020 && (record.I020.Sim || record.I020.Tst),
        });
        return null;
    }

    /// <summary>Surface movement radar and multilateration on an airport. What its primary radar sees is on the ground; the rest says so itself.</summary>
    public string? Report(in Cat010 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Multilateration);
        if (record.HasI000 && record.I000 != TargetReport) return null;
        var heightM = record.HasI090 && !record.I090.V && !record.I090.G ? record.I090.FlFL * 100 * Length.MetresPerFoot : double.NaN;
        if (Place(record.HasI041, record.I041.LatDeg, record.I041.LonDeg, record.HasI042, record.I042.XM, record.I042.YM, double.NaN, sensor) is not { } place) return null;
        if (!IsOnEarth(place)) return "I010/041";
        var isPrimary = record.HasI020 && record.I020.Typ == PrimaryRadar;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = isPrimary ? PlotKind.Primary : PlotKind.Positioned,
            TimeOfApplicability = ReportTime.Resolve(record.HasI140 ? TimeSpan.FromSeconds(record.I140S) : null, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = place,
            VelocityEastMps = record.HasI202 ? record.I202.VxMps : double.NaN,
            VelocityNorthMps = record.HasI202 ? record.I202.VyMps : double.NaN,
            Code = record.HasI060 && !record.I060.V && !record.I060.G ? new Mode3A(record.I060.Mode3A) : null,
            Address = record.HasI220 ? new TransponderAddress((int)record.I220) : null,
            Callsign = record.HasI245 ? CallsignOf(record.I245.ChrText) : default,
            Altitude = double.IsNaN(heightM) ? null : new PressureAltitude(heightM),
            SourceTrackNumber = record.HasI161 ? record.I161.Trk : -1,
            OnGround = isPrimary || (record.HasI020 && record.I020.Gbs),
            Simulated = record.HasI020 && (record.I020.Sim || record.I020.Tst),
        });
        return null;
    }

    /// <summary>The position on WGS-84; else the one in the system's plane, where somebody told where its reference point is. Null where neither is there.</summary>
    private Geodetic? Place(bool hasGeodetic, double latitudeDeg, double longitudeDeg, bool hasPlane, double xM, double yM, double heightM, SensorId sensor)
    {
        if (hasGeodetic) return Geodetic.FromDegrees(latitudeDeg, longitudeDeg, heightM);
        return hasPlane && sensors[sensor].Position is { } reference ? new EnuFrame(reference).ToGeodetic(new Enu(xM, yM, 0)) with { HeightM = heightM } : null;
    }

    private static bool IsOnEarth(Geodetic place) => new HorizontalPosition(place.LatitudeRad, place.LongitudeRad).IsOnEarth;

    private static Callsign CallsignOf(LeafText text)
    {
        Span<char> characters = stackalloc char[8];
        for (var i = 0; i < characters.Length; i++) characters[i] = i < text.Length && text[i] is > ' ' and < '\u007F' ? text[i] : ' ';
        return Callsign.From(characters);
    }
}
