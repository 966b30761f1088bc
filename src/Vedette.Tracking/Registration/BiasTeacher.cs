using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Registration;

/// <summary>
/// Compares a radar's plots with targets whose place is known better from elsewhere (their own fresh reports) and tells the radar's
/// bias estimate what it sees: residual = range offset + gain x range - range rate x time bias, and the like for azimuth.
/// </summary>
public sealed class BiasTeacher(IReadOnlyList<SensorSite?> sites)
{
    private const double FreshS = 6;
    private const double WellKnownVariance = 80.0 * 80;
    private const double WellKnownHeightVariance = 150.0 * 150;

    /// <summary>Learns from a plot that is certainly the track's, if the track can be a reference.</summary>
    public void Learn(in Measurement z, SensorSite site, in Bernoulli track)
    {
        ref readonly var p = ref track.Motion.Covariance;
        if (z.TimeS - track.LastReportS > FreshS || p[0] + p[6] > WellKnownVariance || double.IsNaN(z.RangeM)) return;
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        MeasurementModel.Rows(z, site, track, rows);
        Span<double> gradient = stackalloc double[BiasEstimate.Size];
        var fits = Teach(z, site, track, rows[0], gradient, 0);
        gradient.Clear();
        fits &= Teach(z, site, track, rows[1], gradient, 1);
        if (fits)
        {
            TeachElevation(z, site, track, rows[2]);
            site.Fits();
        }
        else if (site.Monitor.Misfits(
            rows[0].Residual + z.AppliedRangeM, rows[1].Residual + z.AppliedAzimuthRad, track.Address, z.TimeS, site.Performance, out var rangeM, out var azimuthRad)
            && !OthersMisfit(site, z.TimeS))
            site.Realign(z.TimeS, rangeM, azimuthRad);
    }

    /// <summary>Radars do not jump together: where another one disagrees with what aircraft report as well, it is the reports that are false.</summary>
    private bool OthersMisfit(SensorSite site, double timeS)
    {
        for (var id = 0; id < sites.Count; id++)
            if (sites[id] is { IsRadar: true } other && other != site && other.Monitor.IsUneasy(timeS)) return true;
        return false;
    }

    /// <summary>Lets a plot vote for the bias of a radar that nothing is known of yet, or no longer.</summary>
    /// <returns>True where the plot may well be the track's, seen by a misaligned radar.</returns>
    public bool Search(in Measurement z, SensorSite site, in Bernoulli track)
    {
        ref readonly var p = ref track.Motion.Covariance;
        if (z.TimeS - track.LastReportS > FreshS || p[0] + p[6] > WellKnownVariance || double.IsNaN(z.RangeM)) return false;
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        MeasurementModel.Rows(z, site, track, rows);
        var plausible = site.Search.Vote(rows[0].Residual, rows[1].Residual);
        if (site.Search.TryFind(out var rangeM, out var azimuthRad)) site.Realign(z.TimeS, rangeM + z.AppliedRangeM, azimuthRad + z.AppliedAzimuthRad);
        return plausible && site.Search.Open;
    }

    /// <summary>An aircraft that reports its height tells what a radar gets wrong in elevation, if that measures any.</summary>
    /// <param name="row">The third: the elevation's, where one was measured.</param>
    private static void TeachElevation(in Measurement z, SensorSite site, in Bernoulli track, in MeasurementRow row)
    {
        if (double.IsNaN(z.ElevationRad) || !track.HeightKnown || track.Motion.Covariance[11] > WellKnownHeightVariance) return;
        site.Elevation.Learn(row.Residual + z.AppliedElevationRad, z.ElevationVariance - site.Elevation.Variance + track.Motion.Covariance.Quadratic(row.Gradient));
    }

    private static bool Teach(in Measurement z, SensorSite site, in Bernoulli track, in MeasurementRow row, Span<double> gradient, int own)
    {
        ref readonly var x = ref track.Motion.Mean;
        var rate = (row.Gradient[0] * x[3]) + (row.Gradient[1] * x[4]) + (row.Gradient[2] * x[5]);
        gradient[own] = 1;
        if (own == 0) gradient[3] = z.RangeM;
        gradient[2] = -rate;
        var applied = (own == 0 ? z.AppliedRangeM : z.AppliedAzimuthRad) - (rate * z.AppliedTimeS);
        var noise = own == 0 ? site.Performance.SigmaRangeM : site.Performance.SigmaAzimuthRad;
        return site.Bias.Learn(gradient, row.Residual + applied, (noise * noise) + track.Motion.Covariance.Quadratic(row.Gradient));
    }
}
