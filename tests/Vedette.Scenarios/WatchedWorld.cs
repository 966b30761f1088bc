using Vedette.Air;
using Vedette.Core;
using Vedette.Eval;
using Vedette.Eval.SelfEvaluation;
using Vedette.Kernel;
using Vedette.Sim;
using Vedette.Sim.Truth;

namespace Vedette.Scenarios;

/// <summary>
/// A simulated world watched from end to end: its octets become journal entries, the core judges them, and what it says is kept here and
/// scored against the truth.
/// </summary>
internal sealed class WatchedWorld : IEffectSink
{
    private readonly SimulatedWorld world;
    private readonly Dictionary<Instant, IReadOnlyList<TruthSample>> truth = [];

    private WatchedWorld(SimulatedWorld world) => this.world = world;

    public List<PictureEffect> Pictures { get; } = [];

    public List<Alert> Alerts { get; } = [];

    public List<CoverageEffect> Coverages { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public HealthEffect? Health { get; private set; }

    public List<IntegrityEffect> Integrity { get; } = [];

    public string Digest { get; private set; } = "";

    public long Entries { get; private set; }

    /// <summary>Runs the whole scenario.</summary>
    public static WatchedWorld Run(Scenario scenario)
    {
        var watched = new WatchedWorld(new SimulatedWorld(scenario));
        watched.Watch();
        return watched;
    }

    private void Watch()
    {
        foreach (var (at, targets) in world.Truth(world.Start, 1)) truth[at] = targets;
        using var core = new VedetteCore(StandardRooms.Create());
        core.Apply(new(++Entries, world.Start, EntryKind.Configuration, "", Configuration()), this);
        foreach (var octets in world.Octets(world.Start))
            core.Apply(new(++Entries, octets.At, EntryKind.Octets, octets.Feed, octets.Octets), this);
        core.Apply(new(++Entries, world.End, EntryKind.Tick, "", default), this);
        Digest = core.Digest;
    }

    public void Emit(EffectKey key, Effect effect)
    {
        switch (effect)
        {
            case PictureEffect picture: Pictures.Add(picture); break;
            case AlertEffect alert: Alerts.Add(alert.Alert); break;
            case RefusalEffect refusal: Refusals.Add(refusal.Refusal); break;
            case CoverageEffect coverage: Coverages.Add(coverage); break;
            case HealthEffect health: Health = health; break;
            case IntegrityEffect integrity: Integrity.Add(integrity); break;
            default: break;
        }
    }

    /// <summary>Scores the confirmed tracks of every picture between two numbers of seconds after the start.</summary>
    public (GospaSeries Gospa, Continuity Continuity) Score(double fromS, double toS = double.PositiveInfinity)
    {
        var gospa = new GospaSeries();
        var continuity = new Continuity();
        foreach (var picture in Pictures)
        {
            var timeS = picture.At.SecondsSince(world.Start);
            if (timeS < fromS || timeS > toS || !truth.TryGetValue(picture.At, out var targets)) continue;
            TruthPoint[] truths = [.. targets.Select(t => new TruthPoint(t.Target.Number, t.State.Place))];
            TrackPoint[] tracks = [.. picture.Tracks.Where(IsShown).Select(t => new TrackPoint(t.Number.Value, t.Position))];
            gospa.Add(Gospa.Measure(truths, tracks));
            continuity.Add(timeS, truths, tracks);
        }

        return (gospa, continuity);
    }

    /// <summary>What the pictures say of themselves, from a number of seconds after the start on.</summary>
    public PictureQuality Review(double fromS)
    {
        var review = new PictureReview(new() { Window = 0 });
        foreach (var picture in Pictures)
            if (SecondsOf(picture.At) >= fromS) review.Take(picture.At, picture.Tracks);
        return review.Quality!;
    }

    public double SecondsOf(Instant at) => at.SecondsSince(world.Start);

    /// <summary>The doubts about claims, as they were told last.</summary>
    public IReadOnlyList<IntegrityFinding> Findings() => Integrity.Count == 0 ? [] : Integrity[^1].Integrity.Findings;

    /// <summary>Address and true place of every target with a transponder at the time of a picture.</summary>
    public IEnumerable<(int Address, Kernel.Geodesy.Geodetic Place)> Transponders(Instant at) =>
        truth.TryGetValue(at, out var targets)
            ? targets.Where(t => t.Target.Transponder is not null).Select(t => (t.Target.Transponder!.Address, t.State.Place))
            : [];

    /// <summary>The target that a track of a picture is on: the nearest within the usual cut-off, -1 if none.</summary>
    public int TargetOf(TrackNumber track, Instant at)
    {
        var picture = Pictures.Last(p => p.At <= at);
        var found = Array.Find(picture.Tracks, t => t.Number == track);
        if (found.Number != track) return -1;
        var near = Gate.Within(
            [.. truth[picture.At].Select(t => new TruthPoint(t.Target.Number, t.State.Place))], [new(track.Value, found.Position)], Gospa.UsualCutoffM);
        return near.Count == 0 ? -1 : truth[picture.At][near.MinBy(n => n.DistanceM).Truth].Target.Number;
    }

    private static bool IsShown(Track track) => track.Status is TrackStatus.Confirmed or TrackStatus.Coasting;

    private byte[] Configuration() => CoreJson.Write(new CoreConfiguration
    {
        Name = world.Scenario.Name,
        Exercise = true,
        Feeds = [.. world.Feeds.Select(f => new FeedConfiguration(f.Name, f.Format, f.Sensor))],
        Sensors = world.Sensors,
        Airspaces = world.Airspaces,
        KnownTraffic = world.KnownTraffic,
    });
}
