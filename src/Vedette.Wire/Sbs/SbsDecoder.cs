using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Cooperative;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Sbs;

/// <summary>
/// BaseStation lines, cut anywhere, to cooperative plots: one for each line with a place, dressed with the velocity, code, callsign and
/// altitude heard lately of the same address. Where the station is configured as multilateration the places are its own measurements.
/// </summary>
public sealed class SbsDecoder : LineDecoder
{
    private const int LongestLine = 512;
    private const int MaxAircraft = 16_384;
    private const double VelocityMemoryS = 5;
    private const double AltitudeMemoryS = 10;
    private const double CodeMemoryS = 60;

    private readonly SensorDirectory sensors;
    private readonly HeardTable<SbsAircraft> aircraft = new(MaxAircraft, TimeSpan.FromMinutes(5));

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Gets the station, if it does not know it yet.</param>
    /// <param name="sensorName">The station's name there.</param>
    public SbsDecoder(string feed, SensorDirectory sensors, string sensorName)
        : base(feed, LongestLine)
    {
        this.sensors = sensors;
        Sensor = sensors.ByName(sensorName, SensorKind.Adsb, StationPerformance.Adsb);
    }

    public SensorId Sensor { get; }

    private protected override void Read(ReadOnlySpan<byte> line, in LineOrigin origin, IIntake intake)
    {
        if (!SbsReader.TryRead(line, out var message, out var refused))
        {
            Refuse(origin, SbsReader.NameOf(refused), "missing or not readable", intake);
            return;
        }

        intake.OnRecord();
        if (message.Type != SbsType.Msg) return;
        var at = message.Generated == Instant.MinValue ? origin.ReceivedAt : ToldTime.OfLocal(message.Generated, origin.ReceivedAt);
        var heard = aircraft.Hear(message.Address, at);
        heard.Learn(message, at);
        if (message.HasPlace) intake.OnPlot(ToPlot(message, heard, at, origin));
    }

    private Plot ToPlot(in SbsMessage message, SbsAircraft heard, Instant at, in LineOrigin origin)
    {
        var moving = heard.VelocityAt.IsFresh(at, VelocityMemoryS);
        var onGround = message.OnGround ?? message.Transmission == 2;
        var heightM = message.AltitudeIsGeometric ? message.AltitudeFt * Length.MetresPerFoot : double.NaN;
        var plot = new Plot
        {
            Sensor = Sensor,
            Kind = sensors[Sensor].Kind == SensorKind.Multilateration ? PlotKind.Positioned : PlotKind.Cooperative,
            TimeOfApplicability = at,
            ReceivedAt = origin.ReceivedAt,
            Entry = origin.Entry,
            Position = Geodetic.FromDegrees(message.LatitudeDeg, message.LongitudeDeg, heightM),
            VelocityEastMps = moving ? heard.EastMps : double.NaN,
            VelocityNorthMps = moving ? heard.NorthMps : double.NaN,
            ClimbMps = heard.ClimbAt.IsFresh(at, VelocityMemoryS) ? heard.ClimbMps : double.NaN,
            Code = heard.CodeAt.IsFresh(at, CodeMemoryS) ? heard.Code : null,
            Address = new(message.Address),
            Callsign = heard.Callsign,
            Altitude = !onGround && heard.AltitudeAt.IsFresh(at, AltitudeMemoryS) ? heard.Altitude : null,
            OnGround = onGround,
        };
        return plot;
    }
}

/// <summary>What lines of the last minutes said of one address.</summary>
internal sealed class SbsAircraft : Heard
{
    public Callsign Callsign { get; private set; }

    public Mode3A Code { get; private set; }

    public Instant CodeAt { get; private set; }

    public PressureAltitude Altitude { get; private set; }

    public Instant AltitudeAt { get; private set; }

    public double EastMps { get; private set; }

    public double NorthMps { get; private set; }

    public Instant VelocityAt { get; private set; }

    public double ClimbMps { get; private set; }

    public Instant ClimbAt { get; private set; }

    public void Learn(in SbsMessage message, Instant at)
    {
        if (!message.Callsign.IsBlank) Callsign = message.Callsign;
        if (message.Squawk >= 0) (Code, CodeAt) = (new((ushort)message.Squawk), at);
        if (!double.IsNaN(message.AltitudeFt) && !message.AltitudeIsGeometric) (Altitude, AltitudeAt) = (PressureAltitude.FromFeet(message.AltitudeFt), at);
        var (east, north) = GroundVelocity.Of(message.GroundSpeedKt, message.TrackDeg);
        if (!double.IsNaN(east)) (EastMps, NorthMps, VelocityAt) = (east, north, at);
        if (!double.IsNaN(message.ClimbFtPerMin)) (ClimbMps, ClimbAt) = (message.ClimbFtPerMin * Speed.MetresPerSecondPerFootPerMinute, at);
    }
}
