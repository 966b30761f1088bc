using Vedette.Tracking.Estimation;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.SelfEvaluation;

/// <summary>
/// Holds plots of radars against where their tracks were, known some looks later by smoothing: what a sensor gets wrong now, told while
/// it works. The plot itself has a small part in its reference, so that the spread comes out a little too small.
/// </summary>
public sealed class HindsightReview(TrackTable table)
{
    /// <summary>Time that a plot waits: three rotations of a usual radar.</summary>
    private const double HindsightS = 18;

    /// <summary>A track must be known so well to be a reference, m² over both axes.</summary>
    private const double WellKnownVariance = 400.0 * 400;

    /// <summary>Judges the plots that have waited long enough.</summary>
    public void Run(IReadOnlyList<SensorSite?> sites, double nowS)
    {
        for (var id = 0; id < sites.Count; id++)
        {
            if (sites[id] is not { } site) continue;
            while (site.Review.TryRelease(nowS - HindsightS, out var waiting)) Judge(site, waiting);
        }
    }

    private void Judge(SensorSite site, in SiteReview.Waiting waiting)
    {
        ref readonly var track = ref table[waiting.Track];
        if (!track.Live || track.FirstSeenS != waiting.FirstSeenS) return;
        if (table.PastOf(waiting.Track)?.TryRetrodict(track, waiting.Plot.TimeS, out var then) != true) return;
        if (then.State.Covariance.At(0, 0) + then.State.Covariance.At(1, 1) > WellKnownVariance) return;
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        MeasurementModel.Rows(waiting.Plot, site, track.Frame, then.State.Mean, 0, rows);
        site.Review.Compare(rows[0].Residual, rows[1].Residual);
    }
}
