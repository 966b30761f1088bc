using Vedette.Air;
using Vedette.Assessment;
using Vedette.Assessment.AllClear;
using Vedette.Assessment.Coverage;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim;
using Vedette.Sim.Faults;
using Vedette.Sim.Truth;

namespace Vedette.Benchmarks.Coverage;

/// <summary>One object that entered: what was foretold of it and what came.</summary>
/// <param name="World">Seed of the world it flew in: its objects share sensors and outages.</param>
/// <param name="Height">Index of the height.</param>
/// <param name="Predicted">Probability, by the live coverage along its way, that no track of it is confirmed when it enters.</param>
/// <param name="Missed">No track of it was.</param>
internal readonly record struct Entry(ulong World, ObjectClass Class, int Height, double Predicted, bool Missed);

/// <summary>
/// Runs a world through the whole core as a watch would: octets in, pictures out. Beside it the live coverage is asked, second by second, how each
/// object is looked at where it truly is; and the pictures are asked whether the tracker shows it.
/// </summary>
internal sealed class EntryTrial : IEffectSink
{
    /// <summary>A track is of the object that it is nearest to, if it is as near as this, m ...</summary>
    private const double NearM = 2000;

    private readonly Scenario scenario;
    private readonly CoverageWatch coverage = new();
    private readonly Sky sky;
    private readonly Dictionary<int, Followed> followed = [];
    private readonly List<Entry> entries = [];
    private readonly List<(string Sensor, double AtS)> silences = [];

    private EntryTrial(Scenario scenario)
    {
        this.scenario = scenario;
        sky = new(scenario.Targets, scenario.Seed, 0);
    }

    /// <param name="counted">Gets, for each failure of a sensor, the seconds until it was counted out.</param>
    public static List<Entry> Run(ulong seed, List<double> counted)
    {
        var trial = new EntryTrial(EntryWorld.Make(seed));
        trial.Run();
        foreach (var outage in trial.scenario.Faults.OfType<Outage>().Where(o => o.FromS > 60 && o.ToS - o.FromS > 10 && o.FromS < EntryWorld.DurationS - 30))
            counted.Add(trial.silences.Where(s => s.Sensor == outage.Feed).Select(s => s.AtS - outage.FromS).FirstOrDefault(s => s >= 0, double.PositiveInfinity));
        return trial.entries;
    }

    public void Emit(EffectKey key, Effect effect)
    {
        if (effect is PictureEffect picture) Look(picture);
        if (effect is not CoverageEffect told) return;
        foreach (var sensor in told.Coverage.Sensors)
            if (sensor.Work == SensorWork.Silent) silences.Add((scenario.Stations[sensor.Sensor.Value].Sensor.Name, told.At.SecondsSince(scenario.Start)));
    }

    private void Run()
    {
        var world = new SimulatedWorld(scenario);
        var rooms = StandardRooms.Create() with { Coverage = () => coverage, Assessor = () => new NoForecasts() };
        using var core = new VedetteCore(rooms);
        var configuration = new CoreConfiguration
        {
            Exercise = true, Sensors = world.Sensors, Airspaces = world.Airspaces, Feeds = [.. world.Feeds.Select(f => new FeedConfiguration(f.Name, f.Format, f.Sensor))],
        };
        long sequence = 0;
        var now = scenario.Start;
        void Apply(Instant at, EntryKind kind, string feed, ReadOnlyMemory<byte> octets) =>
            core.Apply(new JournalEntry(++sequence, now = at, kind, feed, octets), this);
        void TickUntil(Instant until)
        {
            for (var tick = now.AddSeconds(0.25); tick < until; tick = tick.AddSeconds(0.25)) Apply(tick, EntryKind.Tick, "", default);
        }

        Apply(now, EntryKind.Configuration, "", CoreJson.Write(configuration));
        foreach (var octets in world.Octets(scenario.Start))
        {
            TickUntil(octets.At);
            Apply(octets.At > now ? octets.At : now, EntryKind.Octets, octets.Feed, octets.Octets);
        }

        // Time passes when all sensors are out, too.
        TickUntil(scenario.Start.AddSeconds(EntryWorld.DurationS));
    }

    private void Look(PictureEffect picture)
    {
        while (sky.NowS < picture.At.SecondsSince(scenario.Start) && sky.NowS < EntryWorld.DurationS) Pass();
        foreach (ref readonly var track in picture.Tracks.AsSpan())
        {
            if (track.Status is TrackStatus.Confirmed or TrackStatus.Coasting && Of(track) is { } seen) seen.Shown = true;
        }
    }

    /// <summary>A second of truth: who has entered by then is judged as things stand.</summary>
    private void Pass()
    {
        sky.Step();
        foreach (var flight in sky.Flights)
        {
            var number = flight.Target.Number;
            if (!followed.TryGetValue(number, out var one)) followed[number] = one = new(flight);
            if (one.Judged) continue;
            if (flight.Newest.Place.LongitudeDeg <= EntryWorld.BorderLongitudeDeg)
            {
                one.Judged = true;
                entries.Add(new(scenario.Seed, flight.Target.Class, one.Height, one.Chain.Missed, !one.Shown));
                continue;
            }

            one.Chain.Stay(coverage.LooksAt(one.Profile, one.Height, flight.Newest.Place), 1);
        }
    }

    /// <summary>Whose track it is, null where it is nobody's: the nearest object, flying as the track says.</summary>
    private Followed? Of(in Track track)
    {
        var frame = new EnuFrame(track.Position);
        Followed? nearest = null;
        var bestM = NearM;
        foreach (var one in followed.Values)
        {
            if (one.Flight.Ended) continue;
            var awayM = (frame.ToLocal(one.Flight.Newest.Position)).HorizontalNorm;
            if (awayM < bestM) (nearest, bestM) = (one, awayM);
        }

        if (nearest is null) return null;
        var off = (nearest.Flight.Newest.Velocity - track.Velocity).HorizontalNorm;
        return off < Math.Max(20, 0.35 * nearest.Flight.Newest.Velocity.HorizontalNorm) ? nearest : null;
    }

    private sealed class Followed(Flight flight)
    {
        public Flight Flight { get; } = flight;

        public int Profile { get; } = ObjectProfile.Standard.ToList().FindIndex(p => p.Class == flight.Target.Class);

        public int Height { get; } = Array.IndexOf(EntryWorld.HeightsM, Math.Round(flight.Target.Plan.Waypoints[0].Place.HeightM));

        public Confirmation Chain { get; } = new();

        public bool Shown { get; set; }

        public bool Judged { get; set; }
    }

    /// <summary>Forecasts are not what is asked here, and cost most of the time.</summary>
    private sealed class NoForecasts : IAssessor
    {
        public void Watch(IReadOnlyList<Airspace> airspaces)
        {
        }

        public void Expect(IReadOnlyList<KnownTraffic> known)
        {
        }

        public IReadOnlyList<TrackAssessment> Assess(ReadOnlySpan<Track> tracks, Instant now) => [];

        public CommandResult Decide(SetIdentity command, Instant now, long entry) => new(false, "");
    }
}
