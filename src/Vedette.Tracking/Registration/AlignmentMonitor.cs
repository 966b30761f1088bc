using Vedette.Air;

namespace Vedette.Tracking.Registration;

/// <summary>
/// Notices that a radar suddenly measures otherwise than before: most of its newest residuals do not fit its bias, they agree with each
/// other over some time, and they are of several targets. One aircraft that lies about its place agrees with nobody; several that are led
/// away together by false satellite navigation agree with each other, but not with what they said half a minute before.
/// </summary>
public sealed class AlignmentMonitor
{
    private const int Kept = 16;
    private const int FewestAgreeing = 12;
    private const int FewestTargets = 3;

    /// <summary>Misfits older than this say nothing of now, s.</summary>
    private const double FreshS = 60;

    /// <summary>Least time between two that are kept, s: together they span long enough for a drift to show.</summary>
    private const double SpacingS = 2.5;

    /// <summary>Greatest difference of the older half's median and the newer half's, standard deviations of one measurement: 2.4 of the difference.</summary>
    private const double MostDrift = 1.5;

    /// <summary>Share of misfits from which a radar cannot be a witness.</summary>
    private const double Uneasy = 0.3;

    /// <summary>Share of misfits among the newest residuals at which the question is put, and how quickly the share follows.</summary>
    private const double Suspicious = 0.6, Pace = 0.08;

    private readonly Misfit[] misfits = new Misfit[Kept];
    private int count;
    private double share;
    private double newestS = double.NegativeInfinity;

    /// <summary>What the bias would have to be for one residual to fit.</summary>
    private readonly record struct Misfit(double RangeM, double AzimuthRad, int Target, double TimeS);

    /// <summary>Much of what aircraft report does not fit this radar now.</summary>
    public bool IsUneasy(double timeS) => share > Uneasy && timeS - newestS < FreshS;

    /// <summary>A residual fitted.</summary>
    public void Fits() => share -= Pace * share;

    /// <summary>A residual did not fit; the bias that it asks for.</summary>
    /// <param name="target">Tells the targets apart.</param>
    /// <param name="rangeM">The new range bias, m, where the answer is true.</param>
    /// <param name="azimuthRad">The new azimuth bias, rad.</param>
    /// <returns>True where the radar's bias has changed at once.</returns>
    public bool Misfits(double askedRangeM, double askedAzimuthRad, int target, double timeS, SensorPerformance can, out double rangeM, out double azimuthRad)
    {
        (rangeM, azimuthRad) = (0, 0);
        share += Pace * (1 - share);
        if (timeS - newestS < SpacingS) return false;
        newestS = timeS;
        misfits[count++ % Kept] = new(askedRangeM, askedAzimuthRad, target, timeS);
        if (share < Suspicious || count < Kept || timeS - misfits[count % Kept].TimeS > FreshS) return false;
        (rangeM, azimuthRad) = Medians(0, Kept);
        return !Drifts(can) && Agree(rangeM, azimuthRad, can);
    }

    /// <summary>The bias is another now: what did not fit the old one says nothing of it.</summary>
    public void Clear() => (count, share) = (0, 0);

    /// <summary>Of some of the kept misfits, oldest first.</summary>
    private (double RangeM, double AzimuthRad) Medians(int from, int number)
    {
        Span<double> ranges = stackalloc double[number], azimuths = stackalloc double[number];
        for (var i = 0; i < number; i++)
        {
            ref readonly var misfit = ref misfits[(count + from + i) % Kept];
            (ranges[i], azimuths[i]) = (misfit.RangeM, misfit.AzimuthRad);
        }

        ranges.Sort();
        azimuths.Sort();
        return (0.5 * (ranges[(number / 2) - 1] + ranges[number / 2]), 0.5 * (azimuths[(number / 2) - 1] + azimuths[number / 2]));
    }

    private bool Drifts(SensorPerformance can)
    {
        var (older, newer) = (Medians(0, Kept / 2), Medians(Kept / 2, Kept / 2));
        return Math.Abs(newer.RangeM - older.RangeM) > MostDrift * can.SigmaRangeM || Math.Abs(newer.AzimuthRad - older.AzimuthRad) > MostDrift * can.SigmaAzimuthRad;
    }

    private bool Agree(double rangeM, double azimuthRad, SensorPerformance can)
    {
        Span<int> targets = stackalloc int[Kept];
        int agreeing = 0, different = 0;
        foreach (ref readonly var misfit in misfits.AsSpan())
        {
            if (Math.Abs(misfit.RangeM - rangeM) > 4 * can.SigmaRangeM || Math.Abs(misfit.AzimuthRad - azimuthRad) > 4 * can.SigmaAzimuthRad) continue;
            agreeing++;
            if (targets[..different].Contains(misfit.Target)) continue;
            targets[different++] = misfit.Target;
        }

        return agreeing >= FewestAgreeing && different >= FewestTargets;
    }
}
