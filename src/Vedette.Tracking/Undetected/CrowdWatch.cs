using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// Recognises flocks and showers before the clutter maps have learned them with hindsight: a plot that nothing explains, where something
/// else was seen a little earlier. A target leaves no such plots beside it, a formation only at its first look; a flock leaves them at
/// every look. Tracks not confirmed yet are told (<see cref="FlockDoubt"/>), and what one radar sees so, its neighbours will see too: all their maps are told at once.
/// </summary>
public sealed class CrowdWatch(TrackTable table, IReadOnlyList<SensorSite?> sites)
{
    private const double NearM = 1500;
    private const double EarlierS = 1.2;

    /// <summary>Plots that are less probably a flock's say nothing.</summary>
    private const double Worthwhile = 0.3;

    private readonly List<int> near = [];

    /// <summary>Takes a plot.</summary>
    /// <param name="unexplained">Probability that nothing known explains it.</param>
    /// <param name="owner">Index of the track that explains it best, -1 if none does.</param>
    /// <param name="ownerShare">Probability that it is that track's.</param>
    public void Notice(in Measurement z, double unexplained, int owner, double ownerShare)
    {
        if (!z.IsBareEcho) return;
        var tentative = owner >= 0 && !table[owner].Confirmed ? ownerShare : 0;
        if (unexplained + tentative < Worthwhile) return;
        var company = false;
        table.Near(z.Place, NearM, near);
        foreach (var index in near)
        {
            ref var track = ref table[index];
            if (track.Confirmed || z.TimeS - track.FirstSeenS <= EarlierS || !IsNear(track, z)) continue;
            company = true;
            var beside = index == owner ? unexplained : unexplained + tentative;
            if (beside >= Worthwhile) track.Flock.Beside(z.PlaceEcef, beside, z.LogDensity);
        }

        if (company && unexplained >= Worthwhile) Teach(z, unexplained);
    }

    /// <summary>Tells the maps of all radars that look there.</summary>
    private void Teach(in Measurement z, double unexplained)
    {
        foreach (var site in sites)
        {
            if (site is not { IsRadar: true, Position: not null }) continue;
            var there = site.Frame.ToLocal(z.PlaceEcef);
            if (there.Norm < site.Performance.MaxRangeM) site.Clutter.Learn(there.East, there.North, z.TimeS, unexplained);
        }
    }

    private static bool IsNear(in Bernoulli track, in Measurement z)
    {
        ref readonly var x = ref track.Motion.Mean;
        var there = track.Frame.ToLocal(z.PlaceEcef);
        return Math.Abs(there.East - x[0]) < NearM && Math.Abs(there.North - x[1]) < NearM;
    }
}
