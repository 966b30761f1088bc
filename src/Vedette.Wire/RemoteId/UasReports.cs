using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Cooperative;

namespace Vedette.Wire.RemoteId;

/// <summary>Whence a report came.</summary>
/// <param name="Transmitter">A number for the radio, flight or vehicle that it speaks of.</param>
/// <param name="PowerDbm">Received power; NaN = not known.</param>
internal readonly record struct UasOrigin(int Transmitter, double PowerDbm, Instant ReceivedAt, long Entry);

/// <summary>
/// What is told of unmanned aircraft in several messages, over several radios and services, brought together by the transmitter and, once it is
/// known, by the name: cooperative plots, each place once, and claims, each change once. Claims, like ADS-B.
/// </summary>
internal sealed class UasReports(SensorId sensor)
{
    private const int MostAtOnce = 4096;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    /// <summary>A name must be sent every three seconds (F3411-22a, 5.4.5): until then a place waits for it, so that the first does not found a track of its own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HeardTable<UasTransmitter> transmitters = new(MostAtOnce, Memory);
    private readonly HeardTable<HeardUas> aircraft = new(MostAtOnce, Memory);

    public SensorId Sensor => sensor;

    /// <summary>The sensor of this name, made as a receiver of Remote ID where nobody described it.</summary>
    public static SensorId Receiver(SensorDirectory sensors, string name) =>
        sensors.ByName(name, SensorKind.RemoteId, StationPerformance.Adsb with { MaxRangeM = 5e3, SigmaPositionM = 10 });

    public void Take(RemoteIdReport report, in UasOrigin origin, IIntake intake)
    {
        intake.OnRecord();
        var sender = transmitters.Hear(origin.Transmitter, origin.ReceivedAt);
        sender.Begin(origin.ReceivedAt);
        var uas = Uas(sender, report, origin.ReceivedAt);
        uas.Told.Take(report);
        if (sender.IsNameless && origin.ReceivedAt - sender.FirstHeard < Patience) return;
        var address = new TransponderAddress(TransponderAddress.NonIcaoFlag | (uas.Key & 0xFFFFFF));
        if (uas.Told.TryTell(address, origin.ReceivedAt, origin.Entry, out var claim)) intake.OnClaim(claim);
        if (report.Location is { HasPlace: true } location) Place(uas, location, report, sender.Callsign, address, origin, intake);
    }

    /// <summary>The aircraft that the sender speaks of. What it said before it told its name goes with it.</summary>
    private HeardUas Uas(UasTransmitter sender, RemoteIdReport report, Instant now)
    {
        var nameless = sender.IsNameless;
        sender.Learn(report);
        var uas = aircraft.Hear(sender.UasKey, now);
        if (nameless && !sender.IsNameless && aircraft.Find(sender.Key) is { } before) uas.Told.Inherit(before.Told);
        return uas;
    }

    private void Place(HeardUas uas, in LocationVector location, RemoteIdReport report, Callsign callsign, TransponderAddress address, in UasOrigin origin, IIntake intake)
    {
        var at = RemoteIdTime.Of(report.At, location.SinceHourS, origin.ReceivedAt);
        if (!uas.IsNews(at, location)) return;
        var (sin, cos) = Math.SinCos(location.DirectionDeg * Angle.RadiansPerDegree);
        var isStill = location.SpeedMps == 0;
        intake.OnPlot(new Plot
        {
            Sensor = sensor, Kind = PlotKind.Cooperative, TimeOfApplicability = at, ReceivedAt = origin.ReceivedAt, Entry = origin.Entry,
            Position = Geodetic.FromDegrees(location.LatitudeDeg, location.LongitudeDeg, location.GeodeticAltitudeM),
            SigmaPositionM = location.SigmaM,
            VelocityEastMps = isStill ? 0 : location.SpeedMps * sin,
            VelocityNorthMps = isStill ? 0 : location.SpeedMps * cos,
            ClimbMps = location.ClimbMps,
            AmplitudeDb = origin.PowerDbm,
            Address = address,
            Callsign = callsign,
            Altitude = double.IsNaN(location.PressureAltitudeM) ? null : new PressureAltitude(location.PressureAltitudeM),
            OnGround = location.Status == (byte)UasStatus.OnGround,
            Simulated = report.IsSimulated,
        });
    }
}

/// <summary>A radio, flight or vehicle, and the name that it told.</summary>
internal sealed class UasTransmitter : Heard
{
    private int identity;

    public bool IsNameless => identity == 0;

    /// <summary>Made from the name, or from the transmitter until it told one.</summary>
    public int UasKey => IsNameless ? Key : identity;

    public Instant FirstHeard { get; private set; } = Instant.MinValue;

    public Callsign Callsign { get; private set; }

    public void Begin(Instant now)
    {
        if (FirstHeard == Instant.MinValue) FirstHeard = now;
    }

    /// <summary>The serial number before any other name, since registrations and session names may change in flight.</summary>
    public void Learn(RemoteIdReport report)
    {
        for (var i = 0; i < report.IdCount; i++)
        {
            var id = report.Id(i).Trim((byte)' ');
            if (id.IsEmpty || (!IsNameless && report.IdType(i) != UasIdType.SerialNumber)) continue;
            identity = NameHash.Of(id);
            Callsign = ShortName(id);
        }
    }

    /// <summary>The last eight characters: the part of a serial number that differs from drone to drone.</summary>
    private static Callsign ShortName(ReadOnlySpan<byte> id)
    {
        Span<char> name = stackalloc char[8];
        name.Fill(' ');
        var tail = id.Length > name.Length ? id[^name.Length..] : id;
        for (var i = 0; i < tail.Length; i++) name[i] = tail[i] is > 0x20 and < 0x7F ? (char)tail[i] : '.';
        return Callsign.From(name);
    }
}

/// <summary>An aircraft, and what it said last.</summary>
internal sealed class HeardUas : Heard
{
    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(1);

    private Instant newest = Instant.MinValue;
    private LocationVector last;

    public ToldOfUas Told { get; } = new();

    /// <summary>
    /// The same place told again, by another radio or in the next pack, is no news. One that hovers and tells no time is news once a second.
    /// </summary>
    public bool IsNews(Instant at, in LocationVector location)
    {
        var tellsTime = !double.IsNaN(location.SinceHourS);
        if (tellsTime && at < newest) return false;
        if (last.IsSamePlace(location) && (tellsTime ? location.SinceHourS == last.SinceHourS : at - newest < Repeat)) return false;
        (newest, last) = (at, location);
        return true;
    }
}
