using Vedette.Tracking.Estimation;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Gating;

/// <summary>The cheap gate over the ground, before a pair is evaluated in full.</summary>
public static class Gate
{
    /// <summary>Within the ellipse of both uncertainties, or within reach of an object whose velocity is not known yet.</summary>
    public static bool Admits(in Measurement z, SensorSite site, in Bernoulli track, TrackerSettings settings)
    {
        var lead = z.TimeS - track.TimeS;
        ref readonly var p = ref track.Motion.Covariance;
        var drift = settings.ModelsOf(track)[MotionMixture.Hard].HorizontalPsd * Math.Abs(lead * lead * lead) / 3;
        var ee = p[0] + (lead * ((2 * p[3]) + (lead * p[15]))) + drift;
        var nn = p[6] + (lead * ((2 * p[9]) + (lead * p[18]))) + drift;
        var en = p[1] + (lead * (p[4] + p[8] + (lead * p[16])));
        return z.IsReportedPosition
            ? AdmitsPosition(z, track, settings, lead, ee, en, nn)
            : AdmitsPolar(z, site, track, settings, lead, ee, en, nn);
    }

    private static bool AdmitsPosition(
        in Measurement z, in Bernoulli track, TrackerSettings settings, double lead, double ee, double en, double nn)
    {
        ref readonly var x = ref track.Motion.Mean;
        var there = track.Frame.ToLocal(z.PlaceEcef);
        var east = there.East - x[0] - (lead * x[3]);
        var north = there.North - x[1] - (lead * x[4]);
        return Inside(east, north, ee + z.PositionVariance, en, nn + z.PositionVariance, lead, track.VelocityKnown, settings);
    }

    /// <summary>
    /// Along and across the line of sight, at the height that the track has: a plot without height says where the target is only once
    /// its height is known.
    /// </summary>
    private static bool AdmitsPolar(
        in Measurement z, SensorSite site, in Bernoulli track, TrackerSettings settings, double lead, double ee, double en, double nn)
    {
        ref readonly var x = ref track.Motion.Mean;
        var sight = site.Frame.ToLocal(track.EcefAfter(lead));
        var ground = Math.Max(sight.HorizontalNorm, 100);
        double sin = sight.East / ground, cos = sight.North / ground, slope = Math.Min(Math.Abs(sight.Up) / ground, 2);
        double sinAz = z.SinAzimuth, cosAz = z.CosAzimuth;
        // Turned by the difference of azimuths, so that the far side of the sensor is far.
        var across = ground * ((sinAz * cos) - (cosAz * sin));
        var along = (z.RangeM - sight.Norm) * Math.Sqrt(1 + (slope * slope)) - (ground * (1 - ((sinAz * sin) + (cosAz * cos))));
        var alongVariance = (sin * sin * ee) + (2 * sin * cos * en) + (cos * cos * nn)
            + ((z.RangeVariance + (slope * slope * track.Motion.Covariance[11])) * (1 + (slope * slope)))
            + ((3600 + (x[3] * x[3]) + (x[4] * x[4])) * z.TimeVariance);
        var acrossVariance = (cos * cos * ee) - (2 * sin * cos * en) + (sin * sin * nn) + (ground * ground * z.AzimuthVariance)
            + ((3600 + (x[3] * x[3]) + (x[4] * x[4])) * z.TimeVariance);
        var mixed = (sin * cos * (ee - nn)) + (((cos * cos) - (sin * sin)) * en);
        return Inside(along, across, alongVariance, mixed, acrossVariance, lead, track.VelocityKnown, settings);
    }

    private static bool Inside(
        double a, double b, double aa, double ab, double bb, double lead, bool velocityKnown, TrackerSettings settings)
    {
        if (!velocityKnown)
        {
            var reach = (settings.FastestMps * Math.Abs(lead)) + (4 * Math.Sqrt(aa + bb));
            return (a * a) + (b * b) < reach * reach;
        }

        var determinant = Math.Max((aa * bb) - (ab * ab), 1);
        return ((bb * a * a) - (2 * ab * a * b) + (aa * b * b)) / determinant < 1.5 * settings.Gate;
    }

    /// <summary>Near enough to be the same aircraft when the address says so, however the sensor may be misaligned.</summary>
    public static bool AdmitsByAddress(in Measurement z, in Bernoulli track)
    {
        const double nearM = 6000;
        ref readonly var x = ref track.Motion.Mean;
        var lead = z.TimeS - track.TimeS;
        var there = track.Frame.ToLocal(z.PlaceEcef);
        var east = there.East - x[0] - (lead * x[3]);
        var north = there.North - x[1] - (lead * x[4]);
        var reach = nearM + (50 * Math.Abs(lead));
        return (east * east) + (north * north) < reach * reach;
    }

    /// <summary>A bearing admits tracks that sound could have come from: near enough, in that direction.</summary>
    public static bool AdmitsBearing(in Measurement z, SensorSite site, in Bernoulli track)
    {
        ref readonly var x = ref track.Motion.Mean;
        var lead = z.TimeS - track.TimeS;
        var sight = site.Frame.ToLocal(track.EcefAt(x[0] + (lead * x[3]), x[1] + (lead * x[4]), x[2]));
        var spread = 4 * Math.Sqrt(track.Motion.Covariance[0] + track.Motion.Covariance[6]);
        if (sight.Norm > (1.6 * site.Performance.MaxRangeM) + spread) return false;
        // Behind the post's back there is no likelihood worth computing, unless the track could be anywhere around it.
        return (sight.East * z.SinAzimuth) + (sight.North * z.CosAzimuth) > -spread - 1500;
    }
}
