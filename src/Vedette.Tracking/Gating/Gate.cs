using Vedette.Tracking.Estimation;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Gating;

/// <summary>The cheap gate over the ground, before a pair is evaluated in full.</summary>
public static class Gate
{
    /// <summary>Within the ellipse of both uncertainties, or within reach of an object whose velocity is not known yet.</summary>
    public static bool Admits(in Measurement z, in Bernoulli track, TrackerSettings settings)
    {
        ref readonly var x = ref track.Motion.Mean;
        ref readonly var p = ref track.Motion.Covariance;
        var lead = z.TimeS - track.TimeS;
        var there = track.Frame.ToLocal(z.PlaceEcef);
        var east = there.East - x[0] - (lead * x[3]);
        var north = there.North - x[1] - (lead * x[4]);
        var distance2 = (east * east) + (north * north);
        var drift = settings.Models[MotionMixture.Modes - 1].HorizontalPsd * Math.Abs(lead * lead * lead) / 3;
        var ee = p[0] + (lead * ((2 * p[3]) + (lead * p[15]))) + drift + z.EastVariance;
        var nn = p[6] + (lead * ((2 * p[9]) + (lead * p[18]))) + drift + z.NorthVariance;
        if (!track.VelocityKnown)
        {
            var reach = (settings.FastestMps * Math.Abs(lead)) + (4 * Math.Sqrt(ee + nn));
            return distance2 < reach * reach;
        }

        var en = p[1] + (lead * (p[4] + p[8] + (lead * p[16]))) + z.EastNorthCovariance;
        var determinant = Math.Max((ee * nn) - (en * en), 1);
        var chiSquare = ((nn * east * east) - (2 * en * east * north) + (ee * north * north)) / determinant;
        return chiSquare < 1.5 * settings.Gate;
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
        var (sin, cos) = Math.SinCos(z.AzimuthRad);
        // Behind the post's back there is no likelihood worth computing, unless the track could be anywhere around it.
        return (sight.East * sin) + (sight.North * cos) > -spread - 1500;
    }
}
