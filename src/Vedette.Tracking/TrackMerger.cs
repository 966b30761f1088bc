using Vedette.Tracking.Tuning;

namespace Vedette.Tracking;

/// <summary>
/// Finds components that describe the same object and keeps one. Two close objects that each get plots of their own are left alone; two
/// components that keep sharing the same plots are one.
/// </summary>
public sealed class TrackMerger(TrackTable table, PictureBuilder picture, TuningTable tuning)
{
    private const double SearchM = 3000;
    private const double SamePlace = 0.7;
    private const double SameVelocity = 2;

    /// <summary>Two confirmed tracks whose distance is known no better than this may be anything, m.</summary>
    private const double Vague = 400;

    private readonly List<int> near = [];
    private readonly List<int> candidates = [];

    public void Run()
    {
        candidates.Clear();
        foreach (var index in table.Live)
            if (table[index].VelocityKnown && (table[index].Confirmed || table[index].Existence > 0.3)) candidates.Add(index);
        foreach (var index in candidates)
            if (table[index].Live) MergeNeighbours(index);
    }

    private void MergeNeighbours(int index)
    {
        table.Near(table[index].PlaceAt(0), SearchM, near);
        FindNeighbour(index);
        foreach (var other in near)
        {
            if (other == index || !table[other].Live || !table[other].VelocityKnown) continue;
            if (!Precedes(table[index], table[other]) || table[index].Kin.KnownApart(other, table[other].FirstSeenS) || !AreOne(table[index], table[other])) continue;
            Absorb(ref table[index], table[other]);
            picture.Remove(other);
        }
    }

    /// <summary>Remembers the nearest other confirmed track: the two may share a resolution cell.</summary>
    private void FindNeighbour(int index)
    {
        ref var track = ref table[index];
        track.Neighbour = -1;
        track.Escorts = 0;
        track.Alike = 0;
        var nearest = SearchM * SearchM;
        foreach (var other in near)
        {
            if (other == index) continue;
            var alike = FlyAlike(track, table[other]);
            if (alike) track.Alike++;
            if (!table[other].Confirmed) continue;
            ref readonly var y = ref table[other].Motion.Mean;
            var there = track.Frame.ToLocal(table[other].EcefAt(y[0], y[1], y[2]));
            if (alike) track.Escorts++;
            double east = there.East - track.Motion.Mean[0], north = there.North - track.Motion.Mean[1];
            if ((east * east) + (north * north) >= nearest) continue;
            nearest = (east * east) + (north * north);
            (track.Neighbour, track.NeighbourFirstSeenS) = (other, table[other].FirstSeenS);
        }
    }

    /// <summary>Two that keep the same velocity, away from flocks and showers.</summary>
    private bool FlyAlike(in Bernoulli a, in Bernoulli b)
    {
        if (!IsFlight(a) || !IsFlight(b) || Math.Max(a.Company, b.Company) > 0.5) return false;
        ref readonly var x = ref a.Motion.Mean;
        ref readonly var y = ref b.Motion.Mean;
        ref readonly var p = ref a.Motion.Covariance;
        ref readonly var q = ref b.Motion.Covariance;
        var sigma = tuning.Of(a).FormationVelocitySigmaMps;
        var own = sigma * sigma;
        return Distance(y[3] - x[3], y[4] - x[4], p[15] + q[15] + own, p[16] + q[16], p[18] + q[18] + own) < 6
            && (x[3] * x[3]) + (x[4] * x[4]) > 4 * (p[15] + p[18]);
    }

    private static bool IsFlight(in Bernoulli track) => track.Confirmed || track is { VelocityKnown: true, Existence: > 0.5 };

    /// <summary>Which of two components survives: shown before not shown, then the one with more behind it, then the older number.</summary>
    private static bool Precedes(in Bernoulli a, in Bernoulli b)
    {
        if (a.Confirmed != b.Confirmed) return a.Confirmed;
        if (a.Hits != b.Hits) return a.Hits > b.Hits;
        return a.FirstSeenS <= b.FirstSeenS;
    }

    private static bool AreOne(in Bernoulli a, in Bernoulli b)
    {
        var named = a.Address >= 0 && a.Address == b.Address;
        if (a.Address >= 0 && b.Address >= 0 && !named) return false;
        if (!named && Math.Min(a.Exclusiveness, b.Exclusiveness) > 0.6) return false;
        var lead = b.TimeS - a.TimeS;
        ref readonly var x = ref a.Motion.Mean;
        ref readonly var y = ref b.Motion.Mean;
        var there = a.Frame.ToLocal(b.EcefAt(y[0], y[1], y[2]));
        ref readonly var p = ref a.Motion.Covariance;
        ref readonly var q = ref b.Motion.Covariance;
        if (b.Confirmed && p[0] + p[6] + q[0] + q[6] > Vague * Vague) return false;
        var place = Distance(
            there.East - x[0] - (lead * x[3]), there.North - x[1] - (lead * x[4]),
            p[0] + q[0] + (lead * lead * p[15]), p[1] + q[1], p[6] + q[6] + (lead * lead * p[18]));
        return place < SamePlace && Distance(y[3] - x[3], y[4] - x[4], p[15] + q[15], p[16] + q[16], p[18] + q[18]) < SameVelocity;
    }

    private static double Distance(double east, double north, double ee, double en, double nn) =>
        ((nn * east * east) - (2 * en * east * north) + (ee * north * north)) / Math.Max((ee * nn) - (en * en), 1e-6);

    private static void Absorb(ref Bernoulli survivor, in Bernoulli other)
    {
        survivor.Existence = Math.Min(1 - ((1 - survivor.Existence) * (1 - other.Existence)), 1 - 1e-6);
        survivor.FirstSeenS = Math.Min(survivor.FirstSeenS, other.FirstSeenS);
        survivor.Hits += 0.5 * other.Hits;
        if (survivor.Code < 0) survivor.Code = other.Code;
    }
}
