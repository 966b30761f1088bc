using Vedette.Air;
using Vedette.Eval;
using Vedette.Sim.Truth;

namespace Vedette.Benchmarks.NightWatch;

/// <summary>Which object stands behind each track: the one it was on most often.</summary>
internal sealed class TrackCauses
{
    private const int Nobody = -1;

    /// <summary>A track may be some seconds behind what is fast.</summary>
    private const double LagS = 6;

    private const double FastestReachM = 9000;

    private readonly Dictionary<int, Dictionary<int, int>> votes = [];
    private readonly Dictionary<int, Target> targets = [];

    public void Vote(IReadOnlyList<TruthSample> truth, ReadOnlySpan<Track> tracks)
    {
        TruthPoint[] there = [.. truth.Select(t => new TruthPoint(t.Target.Number, t.State.Place))];
        var points = new TrackPoint[tracks.Length];
        for (var i = 0; i < tracks.Length; i++) points[i] = new(tracks[i].Number.Value, tracks[i].Position);
        foreach (var one in truth) targets[one.Target.Number] = one.Target;
        var nearest = new int[tracks.Length];
        Array.Fill(nearest, Nobody);
        foreach (var group in Gate.Within(there, points, FastestReachM).Where(n => n.DistanceM <= ReachM(truth[n.Truth])).GroupBy(n => n.Track))
            nearest[group.Key] = there[group.MinBy(n => n.DistanceM).Truth].Target;
        for (var i = 0; i < tracks.Length; i++)
        {
            var counts = votes.TryGetValue(tracks[i].Number.Value, out var known) ? known : votes[tracks[i].Number.Value] = [];
            counts[nearest[i]] = counts.GetValueOrDefault(nearest[i]) + 1;
        }
    }

    private static double ReachM(in TruthSample one) => Math.Max(Gospa.UsualCutoffM, LagS * one.State.Velocity.HorizontalNorm);

    /// <summary>Null for a ghost.</summary>
    public Target? Of(TrackNumber track) =>
        votes.TryGetValue(track.Value, out var counts) && counts.MaxBy(c => c.Value).Key is var most and not Nobody ? targets[most] : null;
}
