using Vedette.Air;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// The Poisson part of the picture where a plot falls: how densely false plots and objects nobody has seen yet cause plots like it. It
/// decides what a plot is worth to a track, and how probably a plot that no track explains is something new.
/// </summary>
public sealed class BackgroundModel(TuningTable tuning, UndetectedField field)
{
    /// <summary>False replies and false position reports per m² and look: very rare, never impossible.</summary>
    private const double FalseReplyDensity = 1e-13;

    private static readonly double LogPerElevation = Math.Log(1 / 0.2);
    private static readonly double LogPerHeight = Math.Log(1 / 8000.0);
    private static readonly double LogPerRangeRate = Math.Log(1 / 200.0);
    private static readonly double LogPerVelocity = Math.Log(1 / (400.0 * 400));

    public void Weigh(ref Measurement z, SensorSite site, PlotKind kind)
    {
        if (z.IsBearing)
        {
            WeighBearing(ref z, site);
            return;
        }

        Expect(ref z, site);
        var density = FalseDensity(z, site, kind) + z.BirthDensity;
        z.BirthShare = z.BirthDensity / density;
        z.LogDensity = z.LogBackground = Math.Log(density);
        // The area element of polar coordinates is r dr dθ.
        if (!double.IsNaN(z.RangeM)) z.LogBackground += Math.Log(Math.Max(z.RangeM, 500));
        if (!double.IsNaN(z.ElevationRad)) z.LogBackground += LogPerElevation;
        if (!double.IsNaN(z.HeightM)) z.LogBackground += LogPerHeight;
        if (!double.IsNaN(z.RangeRateMps)) z.LogBackground += LogPerRangeRate;
        if (!double.IsNaN(z.VelocityEastMps)) z.LogBackground += LogPerVelocity;
    }

    /// <summary>ln of how much more a track's founding plots look like clutter by now than when they were weighed; 0 where they do not.</summary>
    public static double Hindsight(in Bernoulli track, IReadOnlyList<SensorSite?> sites, double nowS)
    {
        var sum = 0.0;
        for (var i = 0; i < Founding.Count; i++)
        {
            var plot = track.Founding[i];
            if (plot.SitePlusOne == 0 || sites[plot.SitePlusOne - 1] is not { } site) continue;
            sum += plot.Share * Math.Max(Math.Log(site.Clutter.Density(plot.EastM, plot.NorthM, nowS) + plot.BirthDensity) - plot.LogDensity, 0);
        }

        return sum;
    }

    /// <summary>How densely objects not seen yet, and flocks not met yet, cause plots like it.</summary>
    private void Expect(ref Measurement z, SensorSite site)
    {
        var told = tuning.Everywhere.UndetectedField && z.IsBareEcho && site.IsRadar && field.TryExpect(site, z.Place, out z.BirthDensity, out z.FlockDensity);
        if (told) z.FlockDensity *= site.UniformClutter;
        else (z.BirthDensity, z.FlockDensity) = (tuning.At(z.Place).BirthDensity, 0);
    }

    private static double FalseDensity(in Measurement z, SensorSite site, PlotKind kind)
    {
        if (site.IsPositional || kind is PlotKind.Secondary or PlotKind.Combined) return FalseReplyDensity;
        if (!site.IsRadar) return site.UniformClutter;
        var (east, north) = ClutterMap.Offset(site.Frame, z.PlaceEcef);
        return site.Clutter.Density(east, north, z.TimeS);
    }

    private static void WeighBearing(ref Measurement z, SensorSite site)
    {
        const double newPerLook = 0.02;
        var perLook = site.Performance.ClutterPerScan + newPerLook;
        z.BirthShare = newPerLook / perLook;
        z.LogBackground = Math.Log(perLook / (2 * Math.PI));
    }
}
