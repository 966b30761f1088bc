using System.Numerics;
using Vedette.Kernel.Matrices;

namespace Vedette.Tracking.Registration;

/// <summary>
/// What the alignment of its radars leaves in doubt of a track's place. An offset is the same in every plot, so that no number of plots
/// averages it out, as the filter does with what its rows call noise. The part that a Schmidt-Kalman filter would carry (Schmidt, Advances
/// in Control Systems 3, 1966) is added to what is told of the track, and to nothing else.
/// </summary>
public static class AlignmentDoubt
{
    /// <summary>Scatter of what aircraft report themselves, m: beside them a radar weighs little.</summary>
    private const double ReportedM = 30;

    /// <summary>A covariance over the ground, m², and the weights of the radars behind it.</summary>
    private struct Sum
    {
        public double East, EastNorth, North, Weights;
    }

    /// <summary>Adds to the variances of east and north those of the mean offset of the radars that lately saw the track; each errs for itself.</summary>
    public static void AddTo(ref Symmetric6 covariance, in Bernoulli track, IReadOnlyList<SensorSite?> sites)
    {
        Sum sum = default;
        for (var mask = track.RecentSensors | track.EarlierSensors; mask != 0; mask &= mask - 1)
        {
            var id = BitOperations.TrailingZeroCount(mask);
            if (id >= sites.Count || sites[id] is not { } site) continue;
            if (site.IsRadar) Add(track, site, ref sum);
            else if (site.IsPositional) sum.Weights += 1 / (ReportedM * ReportedM);
        }

        if (sum.Weights == 0) return;
        var share = 1 / (sum.Weights * sum.Weights);
        covariance[0] += share * sum.East;
        covariance[1] += share * sum.EastNorth;
        covariance[6] += share * sum.North;
    }

    /// <summary>A radar counts by what one plot of its is worth.</summary>
    private static void Add(in Bernoulli track, SensorSite site, ref Sum sum)
    {
        var lever = new BiasLever(track, site);
        var weight = 1 / lever.PlotVariance;
        Span<double> byEast = stackalloc double[BiasEstimate.Size], byNorth = stackalloc double[BiasEstimate.Size];
        lever.FillWithGain(0, byEast);
        lever.FillWithGain(1, byNorth);
        sum.East += weight * weight * site.Bias.CovarianceOf(byEast, byEast);
        sum.EastNorth += weight * weight * site.Bias.CovarianceOf(byEast, byNorth);
        sum.North += weight * weight * site.Bias.CovarianceOf(byNorth, byNorth);
        sum.Weights += weight;
    }
}
