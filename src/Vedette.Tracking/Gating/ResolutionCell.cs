using Vedette.Air;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Gating;

/// <summary>
/// What a radar cannot tell apart: two echoes of one look closer than its resolution in range and in azimuth come out as one plot, at
/// their mean. How probable that is for two tracks follows from where they are expected and how well that is known.
/// </summary>
public static class ResolutionCell
{
    /// <summary>Couples less probable than this to share a cell count as apart.</summary>
    public const double Negligible = 0.03;

    /// <summary>What rounding may do to the quick test, m.</summary>
    private const double NearRounding = 1e-3;

    /// <summary>A plot that comes so late is not asked whether it holds several tracks.</summary>
    private const double OutOfSequenceS = 3;

    /// <summary>How far a plot lies from where a track is expected, and how well that is known.</summary>
    /// <param name="RangeM">Measured minus expected range.</param>
    /// <param name="AzimuthRad">Measured minus expected azimuth.</param>
    /// <param name="RangeVariance">Variance of the expected range, m².</param>
    /// <param name="AzimuthVariance">Variance of the expected azimuth, rad².</param>
    public readonly record struct Offset(double RangeM, double AzimuthRad, double RangeVariance, double AzimuthVariance);

    /// <summary>The offset of a plot from a track; its rows must begin with range and azimuth, as those of radar plots do.</summary>
    public static Offset Of(in Measurement z, SensorSite site, in Bernoulli track)
    {
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        MeasurementModel.Rows(z, site, track, rows);
        ref readonly var p = ref track.Motion.Covariance;
        return new(rows[0].Residual, rows[1].Residual, p.Quadratic(rows[0].Gradient), p.Quadratic(rows[1].Gradient));
    }

    /// <summary>A track that may be one of several behind a plot: real enough, and no further from it than a cell reaches.</summary>
    public static bool MayHold(in Measurement z, SensorSite site, in Bernoulli track) =>
        z.IsBareEcho && z.TimeS > track.TimeS - OutOfSequenceS && track is { VelocityKnown: true, Existence: > 0.3 }
        && IsNear(z, site, track) && Reaches(site.Performance, Of(z, site, track));

    /// <summary>A quick test that keeps nobody out whom <see cref="Reaches"/> admits: no direction is less certain than all three together.</summary>
    private static bool IsNear(in Measurement z, SensorSite site, in Bernoulli track)
    {
        ref readonly var p = ref track.Motion.Covariance;
        var lead = z.TimeS - track.TimeS;
        var spread = 3 * Math.Sqrt(p[0] + p[6] + p[11] + (lead * ((2 * (p[3] + p[9] + p[14])) + (lead * (p[15] + p[18] + p[20])))));
        var sight = site.Frame.ToLocal(track.EcefAfter(lead));
        if (Math.Abs(z.RangeM - sight.Norm) > site.Performance.ResolutionRangeM + spread + NearRounding) return false;
        var across = Math.Abs((z.SinAzimuth * sight.North) - (z.CosAzimuth * sight.East));
        return across <= (site.Performance.ResolutionAzimuthRad * sight.HorizontalNorm) + spread + NearRounding;
    }

    private static bool Reaches(SensorPerformance sensor, in Offset offset) =>
        Math.Abs(offset.RangeM) < sensor.ResolutionRangeM + (3 * Math.Sqrt(offset.RangeVariance))
        && Math.Abs(offset.AzimuthRad) < sensor.ResolutionAzimuthRad + (3 * Math.Sqrt(offset.AzimuthVariance));

    /// <summary>Probability that two tracks, given their offsets from one plot, cannot be told apart.</summary>
    public static double Unresolved(SensorPerformance sensor, in Offset a, in Offset b) =>
        Within(a.RangeM - b.RangeM, a.RangeVariance + b.RangeVariance, sensor.ResolutionRangeM)
        * Within(a.AzimuthRad - b.AzimuthRad, a.AzimuthVariance + b.AzimuthVariance, sensor.ResolutionAzimuthRad);

    /// <summary>Probability that a normal variable lies within ± limit; the logistic curve is within 0.01 of the normal one.</summary>
    private static double Within(double mean, double variance, double limit)
    {
        var scale = 1.702 / Math.Sqrt(variance + 1e-12);
        return Step((limit - mean) * scale) - Step((-limit - mean) * scale);
    }

    private static double Step(double x) => 1 / (1 + Math.Exp(-x));
}
