using Vedette.Kernel.Geodesy;

namespace Vedette.Air.Sensing;

/// <summary>
/// How probably a sensor sees an object in one look, for the tracker and for the coverage alike: Swerling 1 from the radar equation (Swerling 1960) for each radar cross section,
/// the radio horizon over a 4/3 earth, the elevation fan and the Doppler notch.
/// </summary>
public static class DetectionModel
{
    /// <summary>No look is surer than this.</summary>
    public const double MostCertain = 0.995;

    private const double LeastHopeful = 1e-4;

    /// <summary>ln of a false-alarm probability of 1e-5, at which reference ranges are stated.</summary>
    private const double LogFalseAlarm = -11.512925464970229;

    /// <summary>Signal-to-noise ratio that gives 0.8 in a Swerling 1 fluctuation at that false-alarm probability.</summary>
    private const double ReferenceSnr = 50.59;

    /// <summary>How softly the horizon hides a target whose height is known, m.</summary>
    private const double DiffractionM = 5;

    /// <summary>What is left beyond the greatest range.</summary>
    private const double BeyondRange = 0.01;

    /// <summary>So far below the upper edge of the fan, beside six standard deviations, a target is not cut off by it, rad.</summary>
    private const double WellBelowEdgeRad = 0.05;

    /// <summary>Spread of the lower edge of the fan, rad.</summary>
    private const double LowerEdgeRad = 3e-4;

    /// <summary>Fills <paramref name="detection"/> with one probability for each of the cross sections, m².</summary>
    /// <param name="screenM">Height below which ground hides a target there, m above the ellipsoid; where no terrain is known the smooth earth alone does.</param>
    public static void Radar(
        SensorPerformance performance, double sensorHeightM, double rangeM, double heightM, double heightSigmaM, double radialSpeedMps,
        ReadOnlySpan<double> crossSectionsM2, Span<double> detection, double screenM = double.NegativeInfinity)
    {
        var seen = performance.DetectionProbability
            * Visible(performance, sensorHeightM, rangeM, heightM, heightSigmaM, screenM) * Moving(performance, radialSpeedMps);
        Echo(performance, rangeM, crossSectionsM2, seen, detection);
        Scale(detection, 1);
    }

    /// <summary>The same without what hides a target: <paramref name="detection"/> of one in plain sight.</summary>
    public static void InPlainSight(SensorPerformance performance, double rangeM, double radialSpeedMps, ReadOnlySpan<double> crossSectionsM2, Span<double> detection)
    {
        Echo(performance, rangeM, crossSectionsM2, performance.DetectionProbability * Moving(performance, radialSpeedMps), detection);
    }

    /// <summary>Multiplies each; no look is hopeless, and none is certain.</summary>
    public static void Scale(Span<double> detection, double by)
    {
        foreach (ref var one in detection) one = Math.Clamp(one * by, LeastHopeful, MostCertain);
    }

    /// <summary>How probable it is that horizon, ground and fan leave a target in sight, for each of the heights that it may have.</summary>
    /// <param name="spread">Standard deviation of a height as a share of it.</param>
    public static void InSight(
        SensorPerformance performance, double sensorHeightM, double rangeM, ReadOnlySpan<double> heightsM, double spread, Span<double> visible, double screenM = double.NegativeInfinity)
    {
        if (rangeM > performance.MaxRangeM)
        {
            visible.Fill(BeyondRange);
            return;
        }

        var needed = NeededM(sensorHeightM, rangeM, screenM);
        for (var h = 0; h < heightsM.Length; h++)
        {
            double heightM = heightsM[h], sigmaM = spread * heightM;
            visible[h] = Step((heightM - needed) / Math.Max(sigmaM, 30));
            // Far below the upper edge of the fan its exact elevation does not matter.
            var apart = performance.MaxElevationRad - ((heightM - sensorHeightM) / rangeM);
            if (apart < WellBelowEdgeRad + (6 * sigmaM / rangeM))
                visible[h] *= BelowUpperEdge(performance, rangeM, RadioHorizon.ApparentElevationRad(sensorHeightM, heightM, rangeM), sigmaM);
        }
    }

    /// <summary>A post hears at short range and not beyond; the fourth power is the fall of loudness against the wind's noise.</summary>
    public static double Acoustic(SensorPerformance performance, double rangeM)
    {
        var share = rangeM / (1.1 * performance.MaxRangeM);
        return performance.DetectionProbability * Math.Clamp(1 - (share * share * share * share), 0.001, 1);
    }

    private static double Visible(SensorPerformance performance, double sensorHeightM, double rangeM, double heightM, double heightSigmaM, double screenM)
    {
        if (rangeM > performance.MaxRangeM) return BeyondRange;
        var above = Step((heightM - NeededM(sensorHeightM, rangeM, screenM)) / (heightSigmaM > 0 ? Math.Max(heightSigmaM, 30) : DiffractionM));
        var elevation = RadioHorizon.ApparentElevationRad(sensorHeightM, heightM, rangeM);
        // An unknown height is far less certain than the lower edge of the fan.
        if (heightSigmaM <= 0) above *= Step((elevation - performance.MinElevationRad) / LowerEdgeRad);
        return above * BelowUpperEdge(performance, rangeM, elevation, heightSigmaM);
    }

    /// <summary>The height at which a target would stand on the horizon, or on what the ground hides, m.</summary>
    private static double NeededM(double sensorHeightM, double rangeM, double screenM) =>
        Math.Max(RadioHorizon.DropM(Math.Max(rangeM - RadioHorizon.DistanceM(sensorHeightM, 0), 0)), screenM);

    private static double BelowUpperEdge(SensorPerformance performance, double rangeM, double elevationRad, double heightSigmaM) =>
        Step((performance.MaxElevationRad - elevationRad) / Math.Max(heightSigmaM / Math.Max(rangeM, 1000), 0.002));

    /// <summary>Swerling 1 for each cross section, times <paramref name="seen"/>.</summary>
    private static void Echo(SensorPerformance performance, double rangeM, ReadOnlySpan<double> crossSectionsM2, double seen, Span<double> detection)
    {
        var ratio = performance.ReferenceRangeM / Math.Max(rangeM, 500);
        var snr = ReferenceSnr * ratio * ratio * ratio * ratio;
        for (var i = 0; i < crossSectionsM2.Length; i++) detection[i] = seen * Math.Exp(LogFalseAlarm / (1 + (snr * crossSectionsM2[i])));
    }

    private static double Moving(SensorPerformance performance, double radialSpeedMps) =>
        performance.MinRangeRateMps > 0
            ? 0.1 + (0.9 * Step((Math.Abs(radialSpeedMps) - performance.MinRangeRateMps) / 2.5))
            : 1;

    /// <summary>A smooth step close to the normal distribution function.</summary>
    private static double Step(double sigmas) => 1 / (1 + Math.Exp(-1.7 * sigmas));
}
