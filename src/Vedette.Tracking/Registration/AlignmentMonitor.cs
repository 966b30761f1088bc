using Vedette.Air;

namespace Vedette.Tracking.Registration;

/// <summary>
/// Notices that a radar suddenly measures otherwise than before: most of its newest residuals do not fit its bias, they agree with each
/// other, and they are of several targets. One aircraft that lies about its place agrees with nobody.
/// </summary>
public sealed class AlignmentMonitor
{
    private const int Kept = 16;
    private const int FewestAgreeing = 12;
    private const int FewestTargets = 3;

    /// <summary>Misfits older than this say nothing of now, s.</summary>
    private const double FreshS = 60;

    /// <summary>Share of misfits among the newest residuals at which the question is put, and how quickly the share follows.</summary>
    private const double Suspicious = 0.6, Pace = 0.08;

    private readonly Misfit[] misfits = new Misfit[Kept];
    private int count;
    private double share;

    /// <summary>What the bias would have to be for one residual to fit.</summary>
    private readonly record struct Misfit(double RangeM, double AzimuthRad, int Target, double TimeS);

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
        misfits[count++ % Kept] = new(askedRangeM, askedAzimuthRad, target, timeS);
        if (share < Suspicious || count < Kept || timeS - misfits[count % Kept].TimeS > FreshS) return false;
        (rangeM, azimuthRad) = Medians();
        if (!Agree(rangeM, azimuthRad, can)) return false;
        (count, share) = (0, 0);
        return true;
    }

    private (double RangeM, double AzimuthRad) Medians()
    {
        Span<double> ranges = stackalloc double[Kept], azimuths = stackalloc double[Kept];
        for (var i = 0; i < Kept; i++) (ranges[i], azimuths[i]) = (misfits[i].RangeM, misfits[i].AzimuthRad);
        ranges.Sort();
        azimuths.Sort();
        return (0.5 * (ranges[(Kept / 2) - 1] + ranges[Kept / 2]), 0.5 * (azimuths[(Kept / 2) - 1] + azimuths[Kept / 2]));
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
