using Vedette.Air;
using Vedette.Kernel;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;
using Vedette.Wire.Asterix.Writing;

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

    /// <summary>I034/000.</summary>
    private const byte NorthMarker = 1, SectorCrossing = 2;

    private readonly Scenario scenario;
    private readonly RadarModel radar;
    private readonly FeedLine line;
    private readonly AsterixSource source;
    private readonly PlotReport report;
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
        source = radar.Station.Sensor.Source ?? throw new InvalidOperationException($"{radar.Station.Sensor.Name} has no SAC/SIC");
        report = new(radar.Station, source, ByItsClock);
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
            while (i < to && report.TryWrite(ref block, echoes[i])) i++;
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
        if (reached == 0) WriteNorth(ref block, endS);
        block.I010(new() { Sac = source.Sac, Sic = source.Sic });
        block.I000(SectorCrossing);
        block.I030(TimeOfDay.Number(ByItsClock(endS)));
        block.I020Deg(reached * 360.0 / Sectors);
        block.End();
        return block.Finish();
    }

    private void WriteNorth(ref Cat034Writer block, double endS)
    {
        var site = radar.Station.Place;
        block.I010(new() { Sac = source.Sac, Sic = source.Sic });
        block.I000(NorthMarker);
        block.I030(TimeOfDay.Number(ByItsClock(endS)));
        block.I020Deg(0);
        block.I041S(radar.PeriodS);
        block.I050Com(default);
        block.I120(new() { HgtM = site.HeightM, LatDeg = site.LatitudeDeg, LonDeg = site.LongitudeDeg });
        block.End();
    }

    /// <summary>The radar's clock may be wrong.</summary>
    private Instant ByItsClock(double timeS) => scenario.Start.AddSeconds(timeS + radar.Station.TimeBiasS);
}
