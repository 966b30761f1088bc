namespace Vedette.Sim.Sensors;

/// <summary>Who detects what.</summary>
public static class Detection
{
    /// <summary>False alarm probability of one resolution cell: a common design figure (Skolnik, Introduction to Radar Systems).</summary>
    public const double FalseAlarmProbability = 1e-5;

    /// <summary>Detection probability of a secondary reply in line of sight, as good Mode S sites keep to (ED-142 asks 97 % updates).</summary>
    public const double SecondaryProbability = 0.97;

    /// <summary>Signal-to-noise ratio that a 1-m² target has at the reference range, where its detection probability is 0.8.</summary>
    private static readonly double ReferenceSnr = (Math.Log(FalseAlarmProbability) / Math.Log(0.8)) - 1;

    /// <summary>Mean signal-to-noise ratio (power) of a target: radar equation, fourth power of range.</summary>
    /// <param name="crossSectionM2">Mean radar cross-section, m².</param>
    public static double Snr(double crossSectionM2, double referenceRangeM, double rangeM)
    {
        var ratio = referenceRangeM / Math.Max(rangeM, 500);
        return ReferenceSnr * crossSectionM2 * ratio * ratio * ratio * ratio;
    }

    /// <summary>Swerling 1: Pd = Pfa^(1/(1+SNR)), times what the set achieves at best (Swerling, IRE Trans. IT-6, 1960).</summary>
    public static double Swerling1(double bestProbability, double snr) =>
        bestProbability * Math.Pow(FalseAlarmProbability, 1 / (1 + snr));

    /// <summary>
    /// A post hears with its best probability near by, falling to none at its reach: a smooth stand-in for the microphone arrays of
    /// which only spacing and price are public.
    /// </summary>
    public static double Heard(double bestProbability, double rangeM, double reachM)
    {
        var share = rangeM / reachM;
        return share >= 1 ? 0 : bestProbability * (1 - (share * share * share * share));
    }
}
