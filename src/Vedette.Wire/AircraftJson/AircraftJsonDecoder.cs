using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Cooperative;
using Vedette.Wire.JsonStreams;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.AircraftJson;

/// <summary>
/// aircraft.json asked for again and again, or objects that come one by one, cut anywhere, to plots: one for each position that is new. Its
/// time is the document's less the position's age, so that an answer that repeats an old position adds nothing.
/// </summary>
public sealed class AircraftJsonDecoder : IFeedDecoder
{
    private const int MaxAircraft = 65_536;

    /// <summary>Positions older than this when they were told are passed over, s.</summary>
    private const double OldestS = 60;

    private readonly string feed;
    private readonly SensorDirectory sensors;
    private readonly JsonObjectFramer framer = new();
    private readonly HeardTable<PlacedAircraft> aircraft = new(MaxAircraft, TimeSpan.FromMinutes(5));

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the station, if it does not know it yet.</param>
    /// <param name="sensorName">The station's name there.</param>
    public AircraftJsonDecoder(string feed, SensorDirectory sensors, string sensorName)
    {
        this.feed = feed;
        this.sensors = sensors;
        Sensor = sensors.ByName(sensorName, SensorKind.Adsb, StationPerformance.Polled);
    }

    public SensorId Sensor { get; }

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        var before = framer.Consumed;
        var position = 0;
        while (true)
        {
            var what = framer.Next(octets, ref position, out var whole);
            if (what == JsonEvent.NeedMore) return;
            var offset = (int)Math.Max(framer.Start - before, 0);
            if (what == JsonEvent.Object) AircraftDocument.Read(whole, new Taker(this, receivedAt, entry, offset, intake));
            else if (what == JsonEvent.Broken) intake.OnRefusal(new(feed, entry, offset, "json", "an object that was never finished, or is too large"));
            else intake.OnRefusal(new(feed, entry, position - 1, "json", "octets outside any object"));
        }
    }

    private void Take(in AircraftReport report, double nowS, Instant receivedAt, long entry, IIntake intake)
    {
        intake.OnRecord();
        if (!report.HasPlace) return;
        var ageS = double.IsNaN(report.SeenPosS) ? 0 : Math.Max(report.SeenPosS, 0);
        if (ageS > OldestS) return;
        var told = double.IsNaN(nowS) ? receivedAt : ToldTime.Of(Instant.FromUnixSeconds(nowS), receivedAt);
        var at = told.AddSeconds(-ageS);
        if (aircraft.Hear(report.Address, at).IsNews(at, report.LatitudeDeg, report.LongitudeDeg)) intake.OnPlot(ToPlot(report, at, receivedAt, entry));
    }

    private Plot ToPlot(in AircraftReport report, Instant at, Instant receivedAt, long entry)
    {
        var (east, north) = GroundVelocity.Of(report.SpeedKt, double.IsNaN(report.TrackDeg) && report.OnGround ? report.TrueHeadingDeg : report.TrackDeg);
        var climbFtPerMin = double.IsNaN(report.BaroRateFtPerMin) ? report.GeomRateFtPerMin : report.BaroRateFtPerMin;
        var plot = new Plot
        {
            Sensor = Sensor,
            Kind = IsPositioned(report) ? PlotKind.Positioned : PlotKind.Cooperative,
            TimeOfApplicability = at,
            ReceivedAt = receivedAt,
            Entry = entry,
            Position = Geodetic.FromDegrees(report.LatitudeDeg, report.LongitudeDeg, report.AltGeomFt * Length.MetresPerFoot),
            SigmaPositionM = PositionQuality.SigmaM(0, report.Version, report.NacP),
            VelocityEastMps = east,
            VelocityNorthMps = north,
            ClimbMps = climbFtPerMin * Speed.MetresPerSecondPerFootPerMinute,
            AmplitudeDb = report.SignalDb,
            Code = report.Squawk >= 0 ? new((ushort)report.Squawk) : null,
            Address = new(report.Address),
            Callsign = report.Flight,
            Altitude = double.IsNaN(report.AltBaroFt) ? null : PressureAltitude.FromFeet(report.AltBaroFt),
            Integrity = new(report.Version, report.Nic, report.NacP, report.NacV, report.Sil),
            OnGround = report.OnGround,
        };
        return plot;
    }

    private bool IsPositioned(in AircraftReport report) =>
        report.Source is AircraftSource.Mlat or AircraftSource.GroundTrack || report.PlaceIsMlat || report.PlaceIsGroundTrack
        || sensors[Sensor].Kind == SensorKind.Multilateration;

    private sealed class Taker(AircraftJsonDecoder decoder, Instant receivedAt, long entry, int documentOffset, IIntake intake) : IAircraftTaker
    {
        public void OnAircraft(in AircraftReport report, double nowS, int offset) => decoder.Take(report, nowS, receivedAt, entry, intake);

        public void OnRefusal(string item, string reason, int offset) => intake.OnRefusal(new(decoder.feed, entry, documentOffset + offset, item, reason));
    }
}

/// <summary>Where an aircraft was told to be last.</summary>
internal sealed class PlacedAircraft : Heard
{
    /// <summary>Ages are rounded, to a tenth of a second by some programs: the same position comes back with a time that differs by so much.</summary>
    private const double RoundingS = 0.25;

    private Instant at = Instant.MinValue;
    private double latitudeDeg, longitudeDeg;

    /// <summary>Whether this is another position than the last one. Keeps it if so.</summary>
    public bool IsNews(Instant time, double latDeg, double lonDeg)
    {
        var same = latDeg == latitudeDeg && lonDeg == longitudeDeg;
        if (at != Instant.MinValue && time.SecondsSince(at) <= (same ? RoundingS : -RoundingS)) return false;
        (at, latitudeDeg, longitudeDeg) = (time, latDeg, lonDeg);
        return true;
    }
}
