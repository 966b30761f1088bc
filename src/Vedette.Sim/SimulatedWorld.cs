using Vedette.Air;
using Vedette.Kernel;
using Vedette.Sim.Senders;
using Vedette.Sim.Faults;
using Vedette.Sim.Truth;
using Vedette.Wire;

namespace Vedette.Sim;

/// <summary>
/// A scenario that runs: its octets as the feeds would deliver them, and its truth for judges. Lazy and repeatable: each enumeration
/// flies the world anew, second by second, and gives the same octets however far into the night it begins.
/// </summary>
public sealed class SimulatedWorld
{
    /// <summary>The one feed of all acoustic posts.</summary>
    public const string AcousticFeedName = "acoustic";

    /// <summary>Sensors work this long before the first octets asked for, because some of what they say arrives late, s.</summary>
    private const double WarmUpS = LateDatagrams.LongestDelayS + 30;

    private readonly Scenario scenario;
    private readonly double longestPeriodS;

    public SimulatedWorld(Scenario scenario)
    {
        this.scenario = scenario;
        for (var i = 0; i < scenario.Targets.Count; i++)
            Invariant.Holds(scenario.Targets[i].Number == i, "targets are numbered in order");
        Sensors = [.. scenario.Stations.Select((s, i) => s.Sensor with { Id = new SensorId(i) })];
        Feeds = [.. FeedsOf(scenario)];
        longestPeriodS = scenario.Stations.Select(s => s.Sensor.Performance.PeriodS).DefaultIfEmpty(1).Max();
        Invariant.Holds(longestPeriodS < Flight.MemoryS / 2, "flights remember longer than the slowest sensor looks back");
    }

    public Scenario Scenario => scenario;

    public Instant Start => scenario.Start;

    public Instant End => scenario.End;

    public IReadOnlyList<Sensor> Sensors { get; }

    public IReadOnlyList<Airspace> Airspaces => scenario.Airspaces;

    public IReadOnlyList<KnownTraffic> KnownTraffic => scenario.KnownTraffic;

    public IReadOnlyList<SimulatedFeed> Feeds { get; }

    /// <summary>All octets that arrive at or after a moment and before the end, in the order of their arrival.</summary>
    public IEnumerable<SimulatedOctets> Octets(Instant from)
    {
        if (from < Start) from = Start;
        var firstS = (int)Math.Floor(from.SecondsSince(Start) - WarmUpS);
        var sky = new Sky(scenario.Targets, scenario.Seed, firstS);
        var arrivals = new Arrivals(Start);
        var senders = Senders(arrivals, firstS);
        var end = End;
        for (var complete = Start.AddSeconds(firstS); complete < end;)
        {
            sky.Step();
            foreach (var sender in senders) sender.Send(sky);
            // A radar tells of a rotation once it is over, so what is still to come was sent at most one rotation ago.
            complete = Start.AddSeconds(sky.NowS - longestPeriodS - 1);
            var limit = complete < end ? complete : end;
            while (arrivals.TryTakeBefore(limit, out var octets))
                if (octets.At >= from) yield return octets;
        }
    }

    /// <summary>The truth every <paramref name="intervalS"/> whole seconds from a moment on: all targets in the air at each.</summary>
    public IEnumerable<(Instant At, IReadOnlyList<TruthSample> Targets)> Truth(Instant from, int intervalS)
    {
        var firstS = (int)Math.Ceiling(Instant.Max(from, Start).SecondsSince(Start));
        var sky = new Sky(scenario.Targets, scenario.Seed, firstS);
        for (; sky.NowS <= scenario.DurationS; sky.Step())
        {
            if ((sky.NowS - firstS) % intervalS != 0) continue;
            var at = Start.AddSeconds(sky.NowS);
            yield return (at, [.. sky.Flights.Where(f => f.Covers(sky.NowS)).Select(f => new TruthSample(at, f.Target, f.Newest))]);
        }
    }

    private List<ISender> Senders(Arrivals arrivals, int firstS)
    {
        var senders = new List<ISender>();
        for (var i = 0; i < Feeds.Count; i++)
        {
            var feed = Feeds[i];
            var line = new FeedLine(feed.Name, i, scenario.Seed, scenario.Faults, arrivals);
            if (feed.Format == FeedFormat.Asterix) senders.Add(new RadarSender(scenario, StationOf(feed.Name), line, firstS));
            if (feed.Format == FeedFormat.OpenPlots) senders.Add(new AcousticSender(scenario, line));
        }

        if (scenario.Stations.Any(s => s.Sensor.Kind == SensorKind.Adsb))
        {
            senders.Add(new BeastSender(
                scenario,
                [.. Feeds.Select((f, i) => (f, i)).Where(f => f.f.Format == FeedFormat.Beast)
                    .Select(f => new FeedLine(f.f.Name, f.i, scenario.Seed, scenario.Faults, arrivals))]));
        }

        return senders;
    }

    private int StationOf(string name)
    {
        for (var i = 0; i < scenario.Stations.Count; i++)
            if (scenario.Stations[i].Sensor.Name == name) return i;
        throw new InvalidOperationException($"no station is named {name}");
    }

    private static IEnumerable<SimulatedFeed> FeedsOf(Scenario scenario)
    {
        foreach (var station in scenario.Stations)
        {
            var name = station.Sensor.Name;
            switch (station.Sensor.Kind)
            {
                case SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar:
                    yield return new(name, FeedFormat.Asterix, null);
                    break;
                case SensorKind.Adsb:
                    yield return new(name, FeedFormat.Beast, name);
                    break;
                case SensorKind.Acoustic:
                    break;
                default:
                    throw new InvalidOperationException($"{station.Sensor.Kind} cannot be simulated");
            }
        }

        if (scenario.Stations.Any(s => s.Sensor.Kind == SensorKind.Acoustic))
            yield return new(AcousticFeedName, FeedFormat.OpenPlots, null);
    }
}
