namespace Vedette.Assessment.Incursion;

/// <summary>
/// How long a leg lasts: gamma distributed with shape <see cref="Stages"/>, so that legs are neither all alike nor without memory, and
/// a leg just begun is likely to last. Lengths here are in mean legs.
/// </summary>
internal static class LegLength
{
    public const int Stages = 3;

    /// <summary>Probability that a leg that has lasted <paramref name="flown"/> lasts <paramref name="more"/>.</summary>
    public static double Survival(double flown, double more) => new LegAhead(flown, HazardAt(flown), more).Lasts;

    /// <summary>Density of a leg's length against that of legs <paramref name="scale"/> times as long on average, as a logarithm of how much the longer kind is likelier.</summary>
    public static double LongerLogRatio(double length, double scale) => (Stages * length * (1 - (1 / scale))) - (Stages * Math.Log(scale));

    /// <summary>
    /// What is left of a leg that has lasted <paramref name="flown"/> and ends within <paramref name="most"/>, at the quantile
    /// <paramref name="u"/> of (0, 1).
    /// </summary>
    public static double Rest(double flown, double most, double u) => new LegAhead(flown, HazardAt(flown), most).Rest(u);

    /// <summary>Cumulative hazard of a leg's end at a length.</summary>
    public static double HazardAt(double length) => Hazard(Stages * length);

    /// <summary>Cumulative hazard of the gamma distribution of shape 3 and scale 1: y - ln(1 + y + y²/2).</summary>
    public static double Hazard(double y) => y - Math.Log(Terms(y));

    /// <summary>1 + y + y²/2: with exp(-y) the probability that a leg lasts to y.</summary>
    public static double Terms(double y) => 1 + y + (y * y / 2);
}
