using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Asterix;
using Vedette.Wire.Cooperative;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Ogn;

/// <summary>
/// An APRS-IS stream of the Open Glider Network, cut anywhere, to cooperative plots. A beacon that several receivers passed on counts once. Pilots
/// who asked not to be tracked are seen without identity.
/// </summary>
public sealed class OgnDecoder : LineDecoder
{
    private const int LongestLine = 1024;
    private const int MaxAircraft = 16_384;
    private const double UsualGpsErrorM = 15;

    private readonly HeardTable<OgnAircraft> aircraft = new(MaxAircraft, TimeSpan.FromMinutes(10));

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the network as one station, if it does not know it yet.</param>
    /// <param name="sensorName">Its name there.</param>
    public OgnDecoder(string feed, SensorDirectory sensors, string sensorName)
        : base(feed, LongestLine) => Sensor = sensors.ByName(sensorName, SensorKind.Adsb, StationPerformance.Polled with { MaxRangeM = 2e7 });

    public SensorId Sensor { get; }

    private protected override void Read(ReadOnlySpan<byte> line, in LineOrigin origin, IIntake intake)
    {
        if (!OgnReader.TryRead(line, out var report, out var refused))
        {
            Refuse(origin, refused, "missing or not readable", intake);
            return;
        }

        intake.OnRecord();
        if (report.Kind != OgnKind.Aircraft) return;
        var at = report.TimeOfDay is { } time ? ReportTime.Resolve(time, origin.ReceivedAt) : origin.ReceivedAt;
        if (report.Address < 0 || aircraft.Hear(report.Address, at).IsNews(at)) intake.OnPlot(ToPlot(report, at, origin));
    }

    private Plot ToPlot(in OgnReport report, Instant at, in LineOrigin origin)
    {
        var (east, north) = GroundVelocity.Of(report.SpeedKt, report.TrackDeg);
        var plot = new Plot
        {
            Sensor = Sensor,
            Kind = PlotKind.Cooperative,
            TimeOfApplicability = at,
            ReceivedAt = origin.ReceivedAt,
            Entry = origin.Entry,
            Position = report.Place,
            SigmaPositionM = SigmaM(report),
            VelocityEastMps = east,
            VelocityNorthMps = north,
            ClimbMps = report.ClimbFtPerMin * Speed.MetresPerSecondPerFootPerMinute,
            AmplitudeDb = report.SignalDb,
            Address = report.Address < 0 ? null : new(report.Address),
            Callsign = report.Flight,
            Altitude = double.IsNaN(report.FlightLevel) ? null : PressureAltitude.FromFlightLevel(report.FlightLevel),
            OnGround = report.Type == OgnAircraftType.GroundVehicle,
        };
        return plot;
    }

    /// <summary>The receiver's error, and the rounding of the minutes to three decimals or two.</summary>
    private static double SigmaM(in OgnReport report)
    {
        var gpsM = double.IsNaN(report.GpsErrorM) ? UsualGpsErrorM : Math.Max(report.GpsErrorM, 1);
        var roundingM = report.Precise ? 0.6 : 5.4;
        return Math.Sqrt((gpsM * gpsM) + (roundingM * roundingM));
    }
}

/// <summary>When a beacon of this sender was taken last.</summary>
internal sealed class OgnAircraft : Heard
{
    private Instant newest = Instant.MinValue;

    public bool IsNews(Instant at)
    {
        if (at <= newest) return false;
        newest = at;
        return true;
    }
}
