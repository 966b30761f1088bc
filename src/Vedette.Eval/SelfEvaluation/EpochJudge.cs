using System.Numerics;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>Holds what was shown at one epoch against the references of that epoch, area by area.</summary>
internal sealed class EpochJudge(AreaList areas)
{
    private readonly List<TruthPoint> objects = [];
    private readonly List<WatchedTrack> objectTracks = [];
    private readonly List<TrackPoint> shown = [];
    private readonly List<WatchedTrack> shownTracks = [];

    /// <param name="place">Of the epoch in the batch.</param>
    /// <returns>The counts of each area.</returns>
    public QualitySums[] Judge(List<WatchedTrack> watched, int epoch, int place, List<NumberChange> changes)
    {
        Gather(watched, epoch, place);
        var sums = new QualitySums[areas.Count];
        var near = Gate.Within(objects, shown, Gospa.UsualCutoffM);
        CountPairs(sums, epoch, place, Gospa.Assign(near, objects.Count, shown.Count, Gospa.UsualCutoffM));
        CountNearest(sums, epoch, near);
        foreach (var change in changes)
            if (change.Epoch == epoch || (place == 0 && change.Epoch < epoch)) Each(change.Areas, sums, static (ref sum) => sum.NumberChanges++);
        for (var a = 0; a < sums.Length; a++) sums[a].Close();
        return sums;
    }

    private delegate void Count(ref QualitySums sum);

    private void Gather(List<WatchedTrack> watched, int epoch, int place)
    {
        objects.Clear();
        objectTracks.Clear();
        shown.Clear();
        shownTracks.Clear();
        foreach (var track in watched)
        {
            if (track.KindOf(place) is var kind && kind != ReferenceKind.None)
            {
                objects.Add(new(track.Number, track.Reference(place).Place, kind == ReferenceKind.Proven));
                objectTracks.Add(track);
            }

            if (!track.IsIn(epoch) || !track.Published(epoch).Shown) continue;
            shown.Add(new(track.Number, track.Published(epoch).State.Place));
            shownTracks.Add(track);
        }
    }

    /// <summary>One track for each object at most, as GOSPA wants it.</summary>
    private void CountPairs(QualitySums[] sums, int epoch, int place, int[] trackOf)
    {
        var used = new bool[shown.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            if (trackOf[i] >= 0) used[trackOf[i]] = true;
            if (!objects[i].Trackable) continue;
            var within = AreasOf(objectTracks[i], epoch);
            Each(within, sums, static (ref sum) => sum.Objects++);
            if (trackOf[i] < 0) continue;
            ref readonly var track = ref shownTracks[trackOf[i]].Published(epoch).State;
            ref readonly var reference = ref objectTracks[i].Reference(place);
            var (north, east) = Gate.Offset(reference.Place, track.Place);
            var (vNorth, vEast) = (track.NorthMps - reference.NorthMps, track.EastMps - reference.EastMps);
            for (var left = within; left != 0; left &= left - 1)
                sums[BitOperations.TrailingZeroCount(left)].Match((north * north) + (east * east), (vNorth * vNorth) + (vEast * vEast), reference);
        }

        for (var j = 0; j < used.Length; j++)
            if (!used[j]) Each(AreasOf(shownTracks[j], epoch), sums, static (ref sum) => sum.False++);
    }

    /// <summary>Every track on its nearest object, as SIAP wants it.</summary>
    private void CountNearest(QualitySums[] sums, int epoch, List<Neighbours> near)
    {
        var served = new bool[objects.Count];
        var nearest = Gate.NearestTruth(near, shown.Count);
        for (var j = 0; j < nearest.Length; j++)
        {
            Each(AreasOf(shownTracks[j], epoch), sums, static (ref sum) => sum.Shown++);
            if (nearest[j] is not { } pair)
            {
                Each(AreasOf(shownTracks[j], epoch), sums, static (ref sum) => sum.Spurious++);
                continue;
            }

            if (!objects[pair.Truth].Trackable) continue;
            var within = AreasOf(objectTracks[pair.Truth], epoch);
            Each(within, sums, static (ref sum) => sum.OnObject++);
            if (!served[pair.Truth]) Each(within, sums, static (ref sum) => sum.Served++);
            served[pair.Truth] = true;
        }
    }

    /// <summary>Where it was published; before that, where it was published first.</summary>
    private static ulong AreasOf(WatchedTrack track, int epoch) => track.Published(Math.Clamp(epoch, track.FirstEpoch, track.LastEpoch)).Areas;

    private static void Each(ulong within, QualitySums[] sums, Count count)
    {
        for (var left = within; left != 0; left &= left - 1) count(ref sums[BitOperations.TrailingZeroCount(left)]);
    }
}
