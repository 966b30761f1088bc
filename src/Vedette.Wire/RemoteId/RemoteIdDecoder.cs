using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Cooperative;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Frames of Remote ID to cooperative plots: claims, like ADS-B. A drone sends its name and its place in several messages and over several
/// radios; they are brought together by the transmitter's address, and by the name once it is known, so that each place counts once.
/// </summary>
public sealed class RemoteIdDecoder : IFeedDecoder
{
    private const int MaxTransmitters = 4096;

    private static readonly SensorPerformance ReceiverPerformance = StationPerformance.Adsb with { MaxRangeM = 5e3, SigmaPositionM = 10 };

    private readonly string feed;
    private readonly RemoteIdReport report = new();
    private readonly HeardTable<Transmitter> transmitters = new(MaxTransmitters, TimeSpan.FromMinutes(10));
    private readonly HeardTable<ClaimedUas> aircraft = new(MaxTransmitters, TimeSpan.FromMinutes(10));

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">Its name there.</param>
    public RemoteIdDecoder(string feed, SensorDirectory sensors, string sensorName)
    {
        this.feed = feed;
        Sensor = sensors.ByName(sensorName, SensorKind.RemoteId, ReceiverPerformance);
    }

    public SensorId Sensor { get; }

    /// <param name="octets">One <see cref="RemoteIdPiece"/>.</param>
    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        if (!RemoteIdPiece.TryOpen(octets, out var frame))
        {
            intake.OnRefusal(new(feed, entry, 0, "Remote ID frame", "no Remote ID is in it, or it is cut short"));
            return;
        }

        if (report.Read(frame.Octets) is { Length: > 0 } refused)
        {
            intake.OnRefusal(new(feed, entry, octets.Length - frame.Octets.Length, "Remote ID message", refused));
            return;
        }

        intake.OnRecord();
        var sender = transmitters.Hear(Fold(frame.Transmitter), receivedAt);
        Name(sender);
        if (report.Location is { HasPlace: true } location) Place(sender, location, frame.PowerDbm, receivedAt, entry, intake);
    }

    /// <summary>The serial number before any other name, since registrations and session names may change in flight.</summary>
    private void Name(Transmitter sender)
    {
        for (var i = 0; i < report.IdCount; i++)
        {
            if (report.Id(i).IsEmpty || (sender.Identity != 0 && report.IdType(i) != UasIdType.SerialNumber)) continue;
            sender.Identity = Fold(report.Id(i));
            sender.Callsign = ShortName(report.Id(i));
        }
    }

    private void Place(Transmitter sender, in LocationVector location, double powerDbm, Instant receivedAt, long entry, IIntake intake)
    {
        var key = sender.Identity != 0 ? sender.Identity : sender.Key;
        var at = RemoteIdTime.Of(location.SinceHourS, receivedAt);
        if (!aircraft.Hear(key, receivedAt).IsNews(at, location)) return;
        var (sin, cos) = Math.SinCos(location.DirectionDeg * Angle.RadiansPerDegree);
        var isStill = location.SpeedMps == 0;
        intake.OnPlot(new Plot
        {
            Sensor = Sensor, Kind = PlotKind.Cooperative, TimeOfApplicability = at, ReceivedAt = receivedAt, Entry = entry,
            Position = Geodetic.FromDegrees(location.LatitudeDeg, location.LongitudeDeg, location.GeodeticAltitudeM),
            SigmaPositionM = location.SigmaM,
            VelocityEastMps = isStill ? 0 : location.SpeedMps * sin,
            VelocityNorthMps = isStill ? 0 : location.SpeedMps * cos,
            ClimbMps = location.ClimbMps,
            AmplitudeDb = powerDbm,
            Address = new(TransponderAddress.NonIcaoFlag | (key & 0xFFFFFF)),
            Callsign = sender.Callsign,
            Altitude = double.IsNaN(location.PressureAltitudeM) ? null : new PressureAltitude(location.PressureAltitudeM),
            OnGround = location.Status == 1,
        });
    }

    /// <summary>The last eight characters: the part of a serial number that differs from drone to drone.</summary>
    private static Callsign ShortName(ReadOnlySpan<byte> id)
    {
        Span<char> name = stackalloc char[8];
        name.Fill(' ');
        var tail = id.Length > name.Length ? id[^name.Length..] : id;
        for (var i = 0; i < tail.Length; i++) name[i] = tail[i] is > 0x20 and < 0x7F ? (char)tail[i] : '.';
        return Air.Callsign.From(name);
    }

    private static int Fold(ulong address)
    {
        Span<byte> octets = stackalloc byte[sizeof(ulong)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(octets, address);
        return Fold(octets);
    }

    /// <summary>FNV-1a, 31 bits, never 0: a number to remember a name by.</summary>
    private static int Fold(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var octet in name) hash = (hash ^ octet) * 16777619u;
        return (int)(hash & int.MaxValue) | 1;
    }
}

/// <summary>A radio, and the name that it told.</summary>
internal sealed class Transmitter : Heard
{
    /// <summary>0 until it told one.</summary>
    public int Identity { get; set; }

    public Callsign Callsign { get; set; }
}

/// <summary>A drone, and what it said last.</summary>
internal sealed class ClaimedUas : Heard
{
    private Instant newest = Instant.MinValue;
    private LocationVector last;

    /// <summary>The same place told again, by another radio or in the next pack, is no news.</summary>
    public bool IsNews(Instant at, in LocationVector location)
    {
        if (location == last || (!double.IsNaN(location.SinceHourS) && at < newest)) return false;
        (newest, last) = (at, location);
        return true;
    }
}

/// <summary>Remote ID tells tenths of a second since the full hour.</summary>
internal static class RemoteIdTime
{
    /// <summary>The time within half an hour of the arrival; the arrival itself where none was told, or one that no live clock would tell.</summary>
    public static Instant Of(double sinceHourS, Instant receivedAt)
    {
        if (!(sinceHourS < 3600)) return receivedAt;
        var hour = receivedAt.Ticks - (receivedAt.Ticks % TimeSpan.TicksPerHour);
        var told = new Instant(hour).AddSeconds(sinceHourS);
        if (told - receivedAt > TimeSpan.FromMinutes(30)) told = told.AddSeconds(-3600);
        else if (receivedAt - told > TimeSpan.FromMinutes(30)) told = told.AddSeconds(3600);
        return ToldTime.Of(told, receivedAt);
    }
}
