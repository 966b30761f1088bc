using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Cooperative;
using Vedette.Wire.Lines;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Uat;

/// <summary>UAT (978 MHz) as dump978's lines, cut anywhere, to cooperative plots. Uplinks are counted.</summary>
public sealed class UatDecoder : LineDecoder
{
    private const int LongestLine = 1024;
    private const int MaxAircraft = 4096;
    private const double CodeMemoryS = 60;

    private readonly HeardTable<UatAircraft> aircraft = new(MaxAircraft, TimeSpan.FromMinutes(5));

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the receiver, if it does not know it yet.</param>
    /// <param name="sensorName">The receiver's name there.</param>
    public UatDecoder(string feed, SensorDirectory sensors, string sensorName)
        : base(feed, LongestLine) => Sensor = sensors.ByName(sensorName, SensorKind.Adsb, StationPerformance.Adsb);

    public SensorId Sensor { get; }

    private protected override void Read(ReadOnlySpan<byte> text, in LineOrigin origin, IIntake intake)
    {
        if (!UatLine.TryRead(text, out var line, out var report, out var refused))
        {
            Refuse(origin, UatLine.NameOf(refused), "missing or not readable", intake);
            return;
        }

        intake.OnRecord();
        if (!line.Downlink || report.AddressKind == UatAddressKind.FixedBeacon) return;
        var at = double.IsNaN(line.UnixS) ? origin.ReceivedAt : ToldTime.Of(Instant.FromUnixSeconds(report.UtcCoupled ? Math.Floor(line.UnixS) : line.UnixS), origin.ReceivedAt);
        var heard = aircraft.Hear(report.Sender.Value, at);
        heard.Learn(report, at);
        if (report.HasPlace) intake.OnPlot(ToPlot(report, heard, at, line.SignalDb, origin));
    }

    private Plot ToPlot(in UatReport report, UatAircraft heard, Instant at, double signalDb, in LineOrigin origin)
    {
        var (east, north) = report.OnGround
            ? GroundVelocity.Of(report.SpeedKt, report.TrackDeg)
            : (report.EastKt * Speed.MetresPerSecondPerKnot, report.NorthKt * Speed.MetresPerSecondPerKnot);
        var plot = new Plot
        {
            Sensor = Sensor,
            Kind = report.IsGroundTrack ? PlotKind.Positioned : PlotKind.Cooperative,
            TimeOfApplicability = at,
            ReceivedAt = origin.ReceivedAt,
            Entry = origin.Entry,
            Position = report.Place,
            SigmaPositionM = PositionQuality.SigmaM(0, heard.Version, heard.NacP),
            VelocityEastMps = double.IsNaN(north) ? double.NaN : east,
            VelocityNorthMps = double.IsNaN(east) ? double.NaN : north,
            ClimbMps = report.ClimbFtPerMin * Speed.MetresPerSecondPerFootPerMinute,
            AmplitudeDb = signalDb,
            Code = heard.CodeAt.IsFresh(at, CodeMemoryS) ? heard.Code : null,
            Address = report.Sender,
            Callsign = heard.Callsign,
            Altitude = double.IsNaN(report.AltitudeFt) || report.OnGround ? null : PressureAltitude.FromFeet(report.AltitudeFt),
            Integrity = new((sbyte)heard.Version, (sbyte)report.Nic, (sbyte)heard.NacP, (sbyte)heard.NacV, (sbyte)heard.Sil),
            OnGround = report.OnGround,
        };
        return plot;
    }
}

/// <summary>What mode status messages of the last minutes said of one address.</summary>
internal sealed class UatAircraft : Heard
{
    public Callsign Callsign { get; private set; }

    public Mode3A Code { get; private set; }

    public Instant CodeAt { get; private set; }

    public int Version { get; private set; } = -1;

    public int Sil { get; private set; } = -1;

    public int NacP { get; private set; } = -1;

    public int NacV { get; private set; } = -1;

    public void Learn(in UatReport report, Instant at)
    {
        if (!report.Callsign.IsBlank) Callsign = report.Callsign;
        if (report.Squawk >= 0) (Code, CodeAt) = (new((ushort)report.Squawk), at);
        if (report.Version >= 0) (Version, Sil, NacP, NacV) = (report.Version, report.Sil, report.NacP, report.NacV);
    }
}
