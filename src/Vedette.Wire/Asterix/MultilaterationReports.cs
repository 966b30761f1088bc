using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix;

/// <summary>
/// Turns multilateration (CAT020) and surface movement reports (CAT010) into positioned plots. Transponders that the system put up to test
/// itself (RAB: field monitors) are no traffic: they count as read and make no plot.
/// </summary>
internal sealed class MultilaterationReports(SensorDirectory sensors)
{
    private const byte TargetReport = 1;
    private const byte PrimaryRadar = 3;

    /// <summary>Of a system that does not tell its accuracy, per axis: ED-117A asks for 7.5 m (95 %) on the manoeuvring area, ED-142A for more aloft.</summary>
    private const double UsualSigmaM = 15;

    /// <summary>What a system that tells less than this leaves out: height, the sites' own survey, the rounding of its plane.</summary>
    private const double LeastSigmaM = 3;

    /// <returns>The item whose position is not on Earth; null where all is well.</returns>
    public string? Report(in Cat020 record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.Multilateration);
        if (record.HasI020 && record.I020.Rab) return null;
        var heightM = record.HasI105 ? record.I105Ft * Length.MetresPerFoot : double.NaN;
        var told = record.HasI041 ? Geodetic.FromDegrees(record.I041.LatDeg, record.I041.LonDeg) : (Geodetic?)null;
        if (PlaceOf(told, record.HasI042, record.I042.XM, record.I042.YM, heightM, sensor) is not { } place) return null;
        if (!place.IsOnEarth) return "I020/041";
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = PlotKind.Positioned,
            TimeOfApplicability = ReportTime.Resolve(record.HasI140 ? TimeSpan.FromSeconds(record.I140S) : null, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = place.Position,
            RangeM = place.RangeM,
            AzimuthRad = place.AzimuthRad,
            SigmaPositionM = record.HasI500 && record.I500.HasSdp ? Rms(record.I500.Sdp.XM, record.I500.Sdp.YM) : UsualSigmaM,
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
        if ((record.HasI000 && record.I000 != TargetReport) || (record.HasI020 && record.I020.Rab)) return null;
        var told = record.HasI041 ? Geodetic.FromDegrees(record.I041.LatDeg, record.I041.LonDeg) : (Geodetic?)null;
        if (PlaceOf(told, record.HasI042, record.I042.XM, record.I042.YM, double.NaN, sensor) is not { } place) return null;
        if (!place.IsOnEarth) return "I010/041";
        var isPrimary = record.HasI020 && record.I020.Typ == PrimaryRadar;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = isPrimary ? PlotKind.Primary : PlotKind.Positioned,
            TimeOfApplicability = ReportTime.Resolve(record.HasI140 ? TimeSpan.FromSeconds(record.I140S) : null, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = place.Position,
            RangeM = place.RangeM,
            AzimuthRad = place.AzimuthRad,
            SigmaPositionM = record.HasI500 ? Rms(record.I500.DevxM, record.I500.DevyM) : UsualSigmaM,
            VelocityEastMps = record.HasI202 ? record.I202.VxMps : double.NaN,
            VelocityNorthMps = record.HasI202 ? record.I202.VyMps : double.NaN,
            Code = record.HasI060 && !record.I060.V && !record.I060.G ? new Mode3A(record.I060.Mode3A) : null,
            Address = record.HasI220 ? new TransponderAddress((int)record.I220) : null,
            Callsign = record.HasI245 ? CallsignOf(record.I245.ChrText) : default,
            Altitude = record.HasI090 && !record.I090.V && !record.I090.G ? PressureAltitude.FromFlightLevel(record.I090.FlFL) : null,
            SourceTrackNumber = record.HasI161 ? record.I161.Trk : -1,
            OnGround = isPrimary || (record.HasI020 && record.I020.Gbs),
            Simulated = record.HasI020 && (record.I020.Sim || record.I020.Tst),
        });
        return null;
    }

    /// <summary>
    /// Where a target is: on WGS-84; else in the system's plane, which is placed where somebody told its reference point. Where nobody did, range
    /// and azimuth in the plane are kept, so that the plot counts and the missing reference is told.
    /// </summary>
    private Place? PlaceOf(Geodetic? told, bool hasPlane, double xM, double yM, double heightM, SensorId sensor)
    {
        if (told is { } position) return new Place(position with { HeightM = heightM }, double.NaN, double.NaN);
        if (!hasPlane) return null;
        if (sensors[sensor].Position is { } reference) return new Place(new EnuFrame(reference).ToGeodetic(new Enu(xM, yM, 0)) with { HeightM = heightM }, double.NaN, double.NaN);
        return new Place(null, Math.Sqrt((xM * xM) + (yM * yM)), Angle.Wrap(Math.Atan2(xM, yM)));
    }

    private static double Rms(double xM, double yM) => Math.Max(Math.Sqrt(((xM * xM) + (yM * yM)) / 2), LeastSigmaM);

    private static Callsign CallsignOf(LeafText text)
    {
        Span<char> characters = stackalloc char[8];
        for (var i = 0; i < characters.Length; i++) characters[i] = i < text.Length && text[i] is > ' ' and < '\u007F' ? text[i] : ' ';
        return Callsign.From(characters);
    }

    /// <param name="Position">Null where the plane's reference point is unknown.</param>
    /// <param name="RangeM">In the system's plane, else NaN.</param>
    /// <param name="AzimuthRad">In the system's plane, else NaN.</param>
    private readonly record struct Place(Geodetic? Position, double RangeM, double AzimuthRad)
    {
        public bool IsOnEarth => Position is not { } place || new HorizontalPosition(place.LatitudeRad, place.LongitudeRad).IsOnEarth;
    }
}
