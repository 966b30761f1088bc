using Vedette.Air;
using Vedette.Kernel;
using Vedette.Tracking.Existence;

namespace Vedette.Tracking.Gating;

/// <summary>
/// Where the plots of a rotating radar are cut into sectors: behind the beam, so that what has not arrived yet is missed by nobody, and
/// through empty sky, so that a formation's plots compete with each other in one piece. A cut through a formation counts each of its
/// tracks as missed by the half that holds only its neighbours' plots.
/// </summary>
public static class SectorCut
{
    /// <summary>No plot waits longer than this for its neighbours, s after its arrival. Sensors whose plots come later than that out of order wait for nothing.</summary>
    private const double MostWaitS = 0.6;

    /// <summary>A gap so wide is empty sky: more than a beam and the errors of two azimuths, rad.</summary>
    private const double EmptyRad = 4 * Angle.RadiansPerDegree;

    /// <summary>How many of a radar's plots are due.</summary>
    /// <param name="plots">All pending plots.</param>
    /// <param name="ordered">Those of this radar, oldest first.</param>
    /// <param name="clock">The radar's.</param>
    /// <param name="now">Arrival time by now.</param>
    /// <param name="origin">Start of the tracker's clock.</param>
    public static int Due(ReadOnlySpan<Plot> plots, ReadOnlySpan<int> ordered, ScanClock clock, Instant now, Instant origin)
    {
        if (!clock.Locked || clock.DisorderS > MostWaitS) return ordered.Length;
        var behindS = clock.FrontS - clock.DisorderS;
        int overdue = 0, complete = 0;
        for (var k = 0; k < ordered.Length; k++)
        {
            ref readonly var plot = ref plots[ordered[k]];
            if (now.SecondsSince(plot.ReceivedAt) >= MostWaitS) overdue = k + 1;
            if (plot.TimeOfApplicability.SecondsSince(origin) <= behindS) complete = k + 1;
        }

        return complete <= overdue ? overdue : Cut(plots, ordered, Math.Max(overdue, 1), complete, EmptyRad / (2 * Math.PI) * clock.PeriodS);
    }

    /// <summary>The last cut through empty sky, or through the emptiest there is, with at least <paramref name="least"/> plots before it.</summary>
    private static int Cut(ReadOnlySpan<Plot> plots, ReadOnlySpan<int> ordered, int least, int most, double emptyS)
    {
        var widest = 0.0;
        var at = most;
        for (var k = most; k >= least; k--)
        {
            var gapS = k == ordered.Length ? double.PositiveInfinity
                : plots[ordered[k]].TimeOfApplicability.SecondsSince(plots[ordered[k - 1]].TimeOfApplicability);
            if (gapS >= emptyS) return k;
            if (gapS <= widest) continue;
            (widest, at) = (gapS, k);
        }

        return at;
    }
}
