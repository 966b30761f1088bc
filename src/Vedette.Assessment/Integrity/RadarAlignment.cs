using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// How one radar sees those who claim their place, as a rule: mean and spread of its range and azimuth against the claims, learned from many
/// aircraft. A radar's bias is the same for all of them, so that one who is lied about stands out long before a fixed allowance for any
/// radar's bias would notice. Until enough aircraft were met it says nothing.
/// </summary>
internal sealed class RadarAlignment
{
    private const int Looks = 60;
    private const int Aircraft = 4;

    /// <summary>Older looks fade: a mean over about this many.</summary>
    private const double Memory = 400;

    /// <summary>How many looks are "of late".</summary>
    private const double Recent = 60;

    /// <summary>A single look moves mean and spread no further than this many spreads would.</summary>
    private const double MostSpreads = 3;

    private const double LeastRangeSigmaM = 30;
    private const double LeastAzimuthSigmaRad = 0.05 * Angle.RadiansPerDegree;
    private const double FirstRangeSigmaM = 300;
    private const double FirstAzimuthSigmaRad = 0.5 * Angle.RadiansPerDegree;

    private readonly HashSet<int> met = [];
    private int looks;
    private double disagreeing;
    private double rangeM, rangeVariance = FirstRangeSigmaM * FirstRangeSigmaM;
    private double azimuthRad, azimuthVariance = FirstAzimuthSigmaRad * FirstAzimuthSigmaRad;

    public bool IsKnown => looks >= Looks && met.Count >= Aircraft;

    /// <summary>Counts whether a look agreed.</summary>
    /// <returns>True where most looks of late did not.</returns>
    public bool Count(bool agrees)
    {
        disagreeing += ((agrees ? 0 : 1) - disagreeing) / Recent;
        return disagreeing > 0.5;
    }

    /// <summary>A look at an aircraft whose claims nobody doubts.</summary>
    /// <param name="rangeOffM">Seen less claimed, m.</param>
    /// <param name="azimuthOffRad">Seen less claimed, rad.</param>
    public void Learn(int address, double rangeOffM, double azimuthOffRad)
    {
        if (met.Count < Aircraft) met.Add(address);
        looks++;
        var gain = 1 / Math.Min(looks, Memory);
        Move(ref rangeM, ref rangeVariance, rangeOffM, gain);
        Move(ref azimuthRad, ref azimuthVariance, azimuthOffRad, gain);
    }

    /// <summary>How far a look is off what this radar shows of others, in spreads of it, beyond a further error of the claim.</summary>
    /// <param name="distanceM">To the aircraft, m.</param>
    /// <param name="claimSigmaM">Spread of the place expected, m: the claim's own and that of the seconds since.</param>
    public double Off(double rangeOffM, double azimuthOffRad, double distanceM, double claimSigmaM)
    {
        var square = claimSigmaM * claimSigmaM;
        var range = Math.Max(rangeVariance, LeastRangeSigmaM * LeastRangeSigmaM) + square;
        var azimuth = Math.Max(azimuthVariance, LeastAzimuthSigmaRad * LeastAzimuthSigmaRad) + (square / Math.Max(distanceM * distanceM, 1));
        var (r, a) = (rangeOffM - rangeM, azimuthOffRad - azimuthRad);
        return Math.Sqrt((r * r / range) + (a * a / azimuth));
    }

    private static void Move(ref double mean, ref double variance, double value, double gain)
    {
        var off = value - mean;
        var most = MostSpreads * Math.Sqrt(variance);
        off = Math.Clamp(off, -most, most);
        mean += gain * off;
        variance += gain * ((off * off) - variance);
    }
}
