using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// Teaches clutter maps, with hindsight: a plot waits some scans before it counts as false, and does not count if by then the track that
/// it began or fed has been confirmed. Thus a new target does not raise the very density that it must stand out from.
/// </summary>
public sealed class ClutterLearner(TrackTable table)
{
    /// <summary>How many rotations a plot waits.</summary>
    private const double PatienceLooks = 4.5;

    /// <param name="EastM">Place east of the sensor.</param>
    /// <param name="NorthM">Place north of the sensor.</param>
    /// <param name="TimeS">Time of the plot.</param>
    /// <param name="Track">The component that most probably explains it, -1 if none does.</param>
    /// <param name="FirstSeenS">Tells that component from a later one in the same place of the table.</param>
    /// <param name="Probability">That the plot is that component's.</param>
    public readonly record struct Waiting(double EastM, double NorthM, double TimeS, int Track, double FirstSeenS, double Probability);

    public void Take(SensorSite site, in Waiting plot) => site.WaitingClutter.Enqueue(plot);

    /// <summary>Judges the plots of a site that have waited long enough.</summary>
    public void Release(SensorSite site)
    {
        var due = site.Clock.FrontS - (PatienceLooks * site.Clock.PeriodS);
        while (site.WaitingClutter.TryPeek(out var plot) && plot.TimeS < due)
        {
            site.WaitingClutter.Dequeue();
            var share = 1 - (plot.Probability * Trust(plot));
            if (share > 0.05) site.Clutter.Learn(plot.EastM, plot.NorthM, plot.TimeS, share);
        }
    }

    /// <summary>
    /// How far a track's plots can be kept out of the map: those of a confirmed track that moves like an aircraft wholly, those of slow or
    /// erratic ones only in part, since flocks and showers make such tracks.
    /// </summary>
    private double Trust(in Waiting plot)
    {
        if (plot.Track < 0) return 0;
        ref readonly var track = ref table[plot.Track];
        if (!track.Live || track.FirstSeenS != plot.FirstSeenS) return 0;
        if (track.Address >= 0) return 1;
        if (!track.Confirmed) return 0.4 * track.Existence;
        ref readonly var x = ref track.Motion.Mean;
        ref readonly var p = ref track.Motion.Covariance;
        var fast = (x[3] * x[3]) + (x[4] * x[4]) > 25 * 25;
        var settled = track.Motion.Weights[0] > 0.3 || p[0] + p[6] < 300 * 300;
        return fast && settled ? 1 : 0.6;
    }
}
