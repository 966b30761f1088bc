using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// Recognises flocks and showers before the clutter maps have learned them with hindsight: a plot that nothing explains, where something
/// else was seen a little earlier. A target leaves no such plots beside it, a formation only at its first look; a flock leaves them at
/// every look. What one radar sees so, its neighbours will see too: all their maps are told at once.
/// </summary>
public sealed class CrowdWatch(TrackTable table, IReadOnlyList<SensorSite?> sites)
{
    private const double NearM = 1500;
    private const double EarlierS = 1.2;

    private readonly List<int> near = [];

    /// <summary>Takes a primary plot that with this probability nothing known explains.</summary>
    public void Notice(in Measurement z, double unexplained)
    {
        if (unexplained < 0.3 || !z.IsBareEcho || !HasOlderCompany(z)) return;
        foreach (var site in sites)
        {
            if (site is not { IsRadar: true, Position: not null }) continue;
            var there = site.Frame.ToLocal(z.PlaceEcef);
            if (there.Norm < site.Performance.MaxRangeM) site.Clutter.Learn(there.East, there.North, z.TimeS, unexplained);
        }
    }

    private bool HasOlderCompany(in Measurement z)
    {
        table.Near(z.Place, NearM, near);
        foreach (var index in near)
        {
            ref readonly var track = ref table[index];
            if (!track.Confirmed && z.TimeS - track.FirstSeenS > EarlierS && IsNear(track, z)) return true;
        }

        return false;
    }

    private static bool IsNear(in Bernoulli track, in Measurement z)
    {
        ref readonly var x = ref track.Motion.Mean;
        var there = track.Frame.ToLocal(z.PlaceEcef);
        return Math.Abs(there.East - x[0]) < NearM && Math.Abs(there.North - x[1]) < NearM;
    }
}
