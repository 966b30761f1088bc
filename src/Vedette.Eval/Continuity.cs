namespace Vedette.Eval;

/// <summary>
/// Whether the picture stays with its targets through time: identity changes, gaps, duplicate and false tracks (SIAP System Engineering
/// Task Force, TR 2001-003). Each epoch's assignment is made with a price on leaving the track that a target had.
/// </summary>
public sealed class Continuity(double cutoffM = Gospa.UsualCutoffM)
{
    private readonly Dictionary<int, int> owner = [];
    private readonly Dictionary<int, int> held = [];
    private readonly Dictionary<int, bool> covered = [];
    private readonly Dictionary<int, Dictionary<int, int>> epochsByTrack = [];
    private readonly HashSet<int> everNear = [];
    private readonly HashSet<int> ever = [];
    private readonly Dictionary<int, double> firstTrackable = [];
    private readonly Dictionary<int, double> firstTracked = [];
    private long trackable, tracked, onTarget, served, trackEpochs, spurious;
    private long stolen;
    private double trajectoryM2;
    private double? firstS;
    private double lastS;

    /// <summary>How often a target's track became another track.</summary>
    public int IdentitySwitches { get; private set; }

    /// <summary>How often a target was taken up again after a gap.</summary>
    public int Fragments { get; private set; }

    /// <summary>Share of the trackable target-epochs that had a track.</summary>
    public double Completeness => tracked / (double)Math.Max(trackable, 1);

    /// <summary>Tracks per tracked target: 1 is right, more are duplicates.</summary>
    public double Ambiguity => onTarget / (double)Math.Max(served, 1);

    /// <summary>Share of the track-epochs that were on no target.</summary>
    public double Spuriousness => spurious / (double)Math.Max(trackEpochs, 1);

    /// <summary>Longest time with one track over the trackable time, summed over targets.</summary>
    public double LongestSegment => epochsByTrack.Values.Sum(t => t.Values.Max()) / (double)Math.Max(trackable, 1);

    /// <summary>Tracks that never were near any target.</summary>
    public int FalseTracks => ever.Count - everNear.Count;

    public double FalseTracksPerHour => FalseTracks / Math.Max(lastS - (firstS ?? lastS), 1) * 3600;

    /// <summary>
    /// Upper bound of trajectory GOSPA (García-Fernández, Rahmathullah, Svensson, IEEE TSP 68, 2020) with γ = c/2, over the number of
    /// trackable target-epochs, m: the assignment is carried forward greedily, a feasible point of the exact minimisation.
    /// </summary>
    public double TrajectoryPerTargetM => Math.Sqrt((trajectoryM2 + (cutoffM * cutoffM / 4 * (IdentitySwitches + stolen))) / Math.Max(trackable, 1));

    /// <summary>Targets that were trackable at some time.</summary>
    public int Targets => firstTrackable.Count;

    /// <summary>Targets that were trackable and never had a track.</summary>
    public int NeverTracked => firstTrackable.Keys.Count(k => !firstTracked.ContainsKey(k));

    /// <summary>From the first trackable epoch to the first with a track, of every target that got one, s.</summary>
    public Delays Initiation
    {
        get
        {
            var delays = new Delays();
            foreach (var (target, since) in firstTrackable.OrderBy(f => f.Key))
                if (firstTracked.TryGetValue(target, out var got)) delays.Add(Math.Max(got - since, 0));
            return delays;
        }
    }

    /// <param name="timeS">Of the epoch; rising.</param>
    /// <returns>For each truth, the index of the track that it keeps, or -1.</returns>
    public int[] Add(double timeS, IReadOnlyList<TruthPoint> truths, IReadOnlyList<TrackPoint> tracks)
    {
        firstS ??= timeS;
        lastS = timeS;
        var near = Gate.Within(truths, tracks, cutoffM);
        CountNearest(near, truths, tracks);
        return Follow(timeS, near, truths, tracks);
    }

    /// <summary>Every track belongs to its nearest truth inside the gate, or to none.</summary>
    private void CountNearest(List<Neighbours> near, IReadOnlyList<TruthPoint> truths, IReadOnlyList<TrackPoint> tracks)
    {
        var nearest = Gate.NearestTruth(near, tracks.Count);
        var targets = new HashSet<int>();
        for (var j = 0; j < tracks.Count; j++)
        {
            ever.Add(tracks[j].Track);
            if (nearest[j] is not { } pair)
            {
                spurious++;
                continue;
            }

            everNear.Add(tracks[j].Track);
            if (!truths[pair.Truth].Trackable) continue;
            onTarget++;
            targets.Add(truths[pair.Truth].Target);
        }

        served += targets.Count;
        trackEpochs += tracks.Count;
    }

    private int[] Follow(double timeS, List<Neighbours> near, IReadOnlyList<TruthPoint> truths, IReadOnlyList<TrackPoint> tracks)
    {
        var switchCost = cutoffM * cutoffM / 4;
        var edges = near.ConvertAll(n => new Edge(n.Truth, n.Track, (n.DistanceM * n.DistanceM) - (cutoffM * cutoffM)
            + (owner.TryGetValue(truths[n.Truth].Target, out var had) && had != tracks[n.Track].Track ? switchCost : 0)));
        var trackOf = GatedAssignment.Solve(edges, truths.Count, tracks.Count);
        for (var i = 0; i < truths.Count; i++)
        {
            var target = truths[i].Target;
            if (truths[i].Trackable)
            {
                trackable++;
                firstTrackable.TryAdd(target, timeS);
                if (trackOf[i] < 0 && covered.ContainsKey(target)) covered[target] = false;
            }

            if (trackOf[i] >= 0) Assign(timeS, truths[i], tracks[trackOf[i]].Track);
        }

        CountTrajectories(near, truths, tracks, trackOf);
        return trackOf;
    }

    private void CountTrajectories(List<Neighbours> near, IReadOnlyList<TruthPoint> truths, IReadOnlyList<TrackPoint> tracks, int[] trackOf)
    {
        var kept = 0;
        foreach (var pair in near)
        {
            if (trackOf[pair.Truth] != pair.Track || !truths[pair.Truth].Trackable) continue;
            kept++;
            trajectoryM2 += pair.DistanceM * pair.DistanceM;
        }

        var missed = truths.Count(t => t.Trackable) - kept;
        var unused = tracks.Count - trackOf.Count(t => t >= 0);
        trajectoryM2 += cutoffM * cutoffM / 2 * (missed + unused);
    }

    private void Assign(double timeS, TruthPoint truth, int track)
    {
        var target = truth.Target;
        if (owner.TryGetValue(target, out var had))
        {
            if (had != track) IdentitySwitches++;
        }
        else if (held.TryGetValue(track, out var before) && before != target)
        {
            stolen++;
        }

        held[track] = target;
        if (covered.TryGetValue(target, out var was) && !was) Fragments++;
        owner[target] = track;
        covered[target] = true;
        firstTracked.TryAdd(target, timeS);
        if (!truth.Trackable) return;
        tracked++;
        if (!epochsByTrack.TryGetValue(target, out var byTrack)) epochsByTrack[target] = byTrack = [];
        byTrack[track] = byTrack.GetValueOrDefault(track) + 1;
    }
}
