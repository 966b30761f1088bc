using System.Numerics;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Registration;

/// <summary>
/// Aligns radars that no aircraft helps to align, by the targets that they see in common: where two radars disagree, one target makes two
/// tracks, each of one radar, that fly alike side by side; where they agree well enough, or the target has an address, one track gets plots
/// of both. Each couple of tracks or of plots tells the difference of the two radars' biases; many of them, in different directions, tell
/// the biases themselves. Nothing is taken off anybody's plots before a bias is far more probable than none.
/// </summary>
public sealed class CommonTargets(TrackTable table, IReadOnlyList<SensorSite?> sites)
{
    /// <summary>A couple is asked again after this time, s: errors of a track last.</summary>
    private const double AgainS = 12;

    private const double SolveEachS = 5;

    /// <summary>Velocities that differ by less than so many standard deviations, and by less than this, may be one target's.</summary>
    private const double AlikeSigmas = 3, AlikeMps = 25;

    /// <summary>ln of the odds for a bias, from so many couples, at which it is taken off.</summary>
    private const double EnoughEvidence = 3;

    private const long FewestCouples = 24;

    /// <summary>Two plots of one track this close in time are compared, s.</summary>
    private const double CoupleWithinS = 8;

    /// <summary>A track's height must be known as well as this, m².</summary>
    private const double HeightVariance = 600 * 600;

    /// <summary>What a track's own filter does not know of its error, m²: it follows turns late.</summary>
    private const double TrackErrorVariance = 150 * 150;

    private readonly AlignmentNetwork network = new();
    private readonly List<int> near = [];

    // The row of each sensor in the network, -1 for what is no radar: acoustic posts come in hundreds, and the normal equations grow with the cube.
    private readonly List<int> rows = [];
    private int radars;
    private bool asked;
    private double solvedS = double.NegativeInfinity;
    private long solvedCount;

    public void Run(double nowS)
    {
        asked = false;
        while (rows.Count < sites.Count) rows.Add(-1);
        for (var id = 0; id < sites.Count; id++)
        {
            if (sites[id] is not { IsRadar: true } site) continue;
            if (rows[id] < 0) rows[id] = radars++;
            asked |= !site.HasReference;
        }

        if (!asked) return;
        network.Reserve(radars);
        foreach (var index in table.Live)
            if (RadarOf(table[index]) is { } site && nowS - table[index].ComparedS > AgainS) Compare(index, site, nowS);
        if (nowS - solvedS < SolveEachS || network.Count < FewestCouples || network.Count == solvedCount) return;
        (solvedS, solvedCount) = (nowS, network.Count);
        Apply();
    }

    /// <summary>A radar has one since the last run that knew it.</summary>
    private bool HasRow(SensorSite site) => site.Id < rows.Count && rows[site.Id] >= 0;

    /// <summary>The one radar, not aligned by aircraft, that makes a track; null where there are several, or the track is young.</summary>
    private SensorSite? RadarOf(in Bernoulli track)
    {
        if (!track.Confirmed || !track.VelocityKnown) return null;
        var mask = track.RecentSensors | track.EarlierSensors;
        if (BitOperations.PopCount(mask) != 1 || mask >> 62 != 0) return null;
        return sites[BitOperations.TrailingZeroCount(mask)] is { IsRadar: true } site ? site : null;
    }

    private void Compare(int index, SensorSite site, double nowS)
    {
        ref var track = ref table[index];
        table.Near(track.RoughPlace(), 3500, near);
        foreach (var other in near)
        {
            if (other <= index || RadarOf(table[other]) is not { } otherSite || otherSite == site) continue;
            if ((site.HasReference && otherSite.HasReference) || !FlyAlike(track, table[other])) continue;
            track.ComparedS = table[other].ComparedS = nowS;
            Take(track, site, table[other], otherSite);
            return;
        }
    }

    private static bool FlyAlike(in Bernoulli a, in Bernoulli b)
    {
        double east = a.Motion.Mean[3] - b.Motion.Mean[3], north = a.Motion.Mean[4] - b.Motion.Mean[4];
        var apart = (east * east) + (north * north);
        var variance = a.Motion.Covariance[15] + a.Motion.Covariance[18] + b.Motion.Covariance[15] + b.Motion.Covariance[18];
        return apart < AlikeMps * AlikeMps && apart < AlikeSigmas * AlikeSigmas * variance && Math.Abs(a.TimeS - b.TimeS) < 15;
    }

    /// <summary>The offset of two tracks at one time, east and north, is what their radars get wrong there.</summary>
    private void Take(in Bernoulli a, SensorSite siteA, in Bernoulli b, SensorSite siteB)
    {
        var lead = a.TimeS - b.TimeS;
        ref readonly var x = ref a.Motion.Mean;
        ref readonly var y = ref b.Motion.Mean;
        var there = a.Frame.ToLocal(b.EcefAt(y[0] + (lead * y[3]), y[1] + (lead * y[4]), y[2]));
        ref readonly var p = ref a.Motion.Covariance;
        ref readonly var q = ref b.Motion.Covariance;
        Take(a, siteA, siteB, x[0] - there.East, x[1] - there.North,
            p[0] + q[0] + (lead * lead * q[15]) + TrackErrorVariance, p[6] + q[6] + (lead * lead * q[18]) + TrackErrorVariance);
    }

    /// <summary>A plot that is certainly the track's: held against the track's last plot by another radar.</summary>
    public void Observe(in Measurement z, SensorSite site, ref Bernoulli track)
    {
        if (!asked || !track.VelocityKnown || track.Motion.Covariance[11] > HeightVariance || double.IsNaN(z.RangeM)) return;
        var echo = track.LastEcho;
        var place = site.Frame.ToEcef(site.Frame.AtHeight(z.RangeM, z.AzimuthRad, track.Motion.Mean[2]));
        track.LastEcho = new() { SitePlusOne = site.Id + 1, TimeS = z.TimeS, Place = place };
        if (echo.SitePlusOne == 0 || echo.SitePlusOne == site.Id + 1 || sites[echo.SitePlusOne - 1] is not { } other || !HasRow(site) || !HasRow(other)) return;
        var span = z.TimeS - echo.TimeS;
        if (Math.Abs(span) > CoupleWithinS || (site.HasReference && other.HasReference)) return;
        Enu now = track.Frame.ToLocal(place), then = track.Frame.ToLocal(echo.Place);
        ref readonly var x = ref track.Motion.Mean;
        ref readonly var p = ref track.Motion.Covariance;
        var flown = (span * span * (p[15] + p[18])) + (3 * Math.Abs(span * span * span)) + Spread(track, site) + Spread(track, other);
        Take(track, site, other, now.East - then.East - (span * x[3]), now.North - then.North - (span * x[4]), flown, flown);
    }

    /// <summary>Variance of a radar's plot about a track, and of what its height makes of a slant range.</summary>
    private static double Spread(in Bernoulli track, SensorSite site)
    {
        var lever = new BiasLever(track, site);
        return lever.PlotVariance + (lever.Slope * lever.Slope * track.Motion.Covariance[11]);
    }

    /// <summary>Both axes of an offset of A's place from B's, which has been corrected by what is taken off their plots now.</summary>
    private void Take(in Bernoulli at, SensorSite siteA, SensorSite siteB, double east, double north, double eastVariance, double northVariance)
    {
        Span<double> gradientA = stackalloc double[AlignmentNetwork.States], gradientB = stackalloc double[AlignmentNetwork.States];
        BiasLever leverA = new(at, siteA), leverB = new(at, siteB);
        for (var axis = 0; axis < 2; axis++)
        {
            leverA.Fill(axis, gradientA);
            leverB.Fill(axis, gradientB);
            foreach (ref var part in gradientB) part = -part;
            var offset = (axis == 0 ? east : north) + Applied(siteA, gradientA) + Applied(siteB, gradientB);
            var variance = axis == 0 ? eastVariance : northVariance;
            // What no bias explains is another target.
            if (offset * offset > 16 * (variance + (1200 * 1200))) return;
            network.Take(rows[siteA.Id], gradientA, rows[siteB.Id], gradientB, offset, variance);
        }
    }

    /// <summary>What was taken off; a radar aligned by aircraft is right, and nothing is to be learned of it here.</summary>
    private static double Applied(SensorSite site, Span<double> gradient)
    {
        if (!site.HasReference) return (gradient[0] * site.Bias.RangeM) + (gradient[1] * site.Bias.AzimuthRad) + (gradient[2] * site.Bias.TimeS);
        gradient.Clear();
        return 0;
    }

    /// <summary>Gives a radar its bias once it is far more probable that it has one than that it has none.</summary>
    private void Apply()
    {
        if (!network.Solve()) return;
        Span<double> known = stackalloc double[AlignmentNetwork.States * AlignmentNetwork.States];
        for (var id = 0; id < sites.Count; id++)
        {
            if (sites[id] is not { IsRadar: true, HasReference: false } site) continue;
            var found = network.Biases(rows[id]);
            network.Covariance(rows[id], known);
            if (site.Bias.Samples > 0 || AlignmentNetwork.Evidence(found, known) > EnoughEvidence) site.AlignByOthers(found, known);
        }
    }
}
