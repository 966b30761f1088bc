using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;
using Vedette.Wire.Asterix;

namespace Vedette.Sim.Senders;

/// <summary>
/// A radar's datagrams: 32 sectors a rotation, each with the plots of the sector (CAT048) and the message that its end was crossed
/// (CAT034); the last one of a rotation also carries the north marker.
/// </summary>
internal sealed class RadarSender : ISender
{
    public const int Sectors = 32;

    /// <summary>An Ethernet frame's worth, so that nothing is fragmented.</summary>
    private const int DatagramOctets = 1400;

    /// <summary>More than a block of both service messages takes.</summary>
    private const int ServiceOctets = 64;

    /// <summary>Receiver noise that signal-to-noise ratios are added to, dBm.</summary>
    private const double NoiseDbm = -105;

    /// <summary>Beyond what I048/110 can tell, m.</summary>
    private const double GreatestHeightM = 60_000;

    private readonly Scenario scenario;
    private readonly RadarModel radar;
    private readonly EnuFrame frame;
    private readonly FeedLine line;
    private readonly AsterixSource source;
    private readonly double latencyS;
    private readonly List<RadarEcho> echoes = [];
    private readonly byte[] buffer = new byte[DatagramOctets];
    private int rotation;

    /// <param name="station">Index of the radar's station.</param>
    /// <param name="firstS">Rotations that begin before this are not sent.</param>
    public RadarSender(Scenario scenario, int station, FeedLine line, int firstS)
    {
        this.scenario = scenario;
        this.line = line;
        radar = new(scenario.Stations[station], scenario.Seed, station);
        frame = new(radar.Station.Place);
        source = radar.Station.Sensor.Source ?? throw new InvalidOperationException($"{radar.Station.Sensor.Name} has no SAC/SIC");
        latencyS = radar.Station.Sensor.Performance.LatencyS;
        rotation = radar.RotationAt(firstS) + 1;
    }

    public void Send(Sky sky)
    {
        for (; radar.NorthS(rotation + 1) <= sky.NowS; rotation++)
        {
            radar.Scan(rotation, sky, scenario.Clutter, echoes);
            SendRotation();
        }
    }

    private void SendRotation()
    {
        var next = 0;
        for (var sector = 0; sector < Sectors; sector++)
        {
            var endS = radar.NorthS(rotation) + ((sector + 1.0) / Sectors * radar.PeriodS);
            var from = next;
            while (next < echoes.Count && (echoes[next].TimeS < endS || sector == Sectors - 1)) next++;
            SendSector(sector, endS, from, next);
        }
    }

    private void SendSector(int sector, double endS, int from, int to)
    {
        var part = 0;
        var used = 0;
        for (var i = from; i < to;)
        {
            var block = new Cat048Writer(buffer.AsSpan(used));
            while (i < to && block.TryWrite(Record(echoes[i]))) i++;
            used += block.Finish();
            if (i < to || used > DatagramOctets - ServiceOctets) used = Flush(sector, part++, endS, used);
        }

        used += WriteService(buffer.AsSpan(used), sector, endS);
        Flush(sector, part, endS, used);
    }

    private int Flush(int sector, int part, double endS, int used)
    {
        var serial = (((long)rotation * Sectors) + sector) * 8;
        line.Send(endS, endS + latencyS + (part * 0.001), serial + part, buffer.AsSpan(0, used).ToArray());
        return 0;
    }

    private int WriteService(Span<byte> destination, int sector, double endS)
    {
        var block = new Cat034Writer(destination);
        var reached = (sector + 1) % Sectors;
        if (reached == 0)
        {
            var site = radar.Station.Place;
            block.TryWrite(new Cat034Record
            {
                Source = source,
                Message = RadarServiceMessage.NorthMarker,
                TimeOfDay = TimeOfDay(endS),
                Sector = new Angle(0),
                Rotation = TimeSpan.FromSeconds(radar.PeriodS),
                Status = new RadarStatus { Common = 0 },
                Site = new RadarSite(site.HeightM, new(site.LatitudeRad, site.LongitudeRad)),
            });
        }

        block.TryWrite(new Cat034Record
        {
            Source = source,
            Message = RadarServiceMessage.SectorCrossing,
            TimeOfDay = TimeOfDay(endS),
            Sector = new Angle(reached * 2 * Math.PI / Sectors),
        });
        return block.Finish();
    }

    private Cat048Record Record(in RadarEcho echo)
    {
        var record = new Cat048Record
        {
            Source = source,
            TimeOfDay = TimeOfDay(echo.TimeS),
            Descriptor = new RadarReportDescriptor(echo.Kind switch
            {
                PlotKind.Primary => RadarDetection.Primary,
                PlotKind.Secondary => RadarDetection.ModeSRollCall,
                _ => RadarDetection.ModeSRollCallAndPrimary,
            }),
            Position = new PolarPosition(new Length(echo.RangeM), new Angle(echo.AzimuthRad)),
        };
        if (double.IsFinite(echo.SnrDb))
            record.Characteristics = new PlotCharacteristics { PrimaryAmplitudeDbm = (sbyte)Math.Clamp(Math.Round(NoiseDbm + echo.SnrDb), -127, 0) };
        if (double.IsFinite(echo.ElevationRad) && HeightOf(echo) is var heightM && Math.Abs(heightM) < GreatestHeightM)
            record.MeasuredHeight = new HeightAboveSeaLevel(heightM);
        if (echo.Kind != PlotKind.Primary && echo.Target is { Transponder: { } transponder } target)
        {
            record.Code = new CodeReport(transponder.Code);
            record.Level = new LevelReport(Atmosphere.At(echo.State.Place.HeightM));
            record.Address = new TransponderAddress(transponder.Address);
            record.Callsign = transponder.Callsign;
            record.TrackNumber = (ushort)(((target.Number * 7) + (source.Sic * 131)) & 0xFFF);
        }

        return record;
    }

    /// <summary>
    /// A 3-D radar sends the height that follows from its elevation. It is sent as measured, above the ellipsoid: Vedette's reader takes it so.
    /// </summary>
    private double HeightOf(in RadarEcho echo) =>
        frame.ToGeodetic(EnuFrame.FromPolar(new(echo.RangeM, echo.AzimuthRad, echo.ElevationRad))).HeightM;

    private TimeSpan TimeOfDay(double timeS)
    {
        var at = scenario.Start.AddSeconds(timeS + radar.Station.TimeBiasS);
        return at - at.StartOfDay;
    }
}
