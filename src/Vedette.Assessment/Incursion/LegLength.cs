namespace Vedette.Assessment.Incursion;

/// <summary>
/// How long a leg lasts: gamma distributed with shape <see cref="Stages"/>, so that legs are neither all alike nor without memory, and
/// a leg just begun is likely to last. Lengths here are in mean legs.
/// </summary>
internal static class LegLength
{
    public const int Stages = 3;

    /// <summary>Probability that a leg that has lasted <paramref name="flown"/> lasts <paramref name="more"/>.</summary>
    public static double Survival(double flown, double more) => Math.Exp(Hazard(Stages * flown) - Hazard(Stages * (flown + more)));

    /// <summary>Density of a leg's length against that of legs <paramref name="scale"/> times as long on average, as a logarithm of how much the longer kind is likelier.</summary>
    public static double LongerLogRatio(double length, double scale) => (Stages * length * (1 - (1 / scale))) - (Stages * Math.Log(scale));

    /// <summary>
    /// What is left of a leg that has lasted <paramref name="flown"/> and ends within <paramref name="most"/>, at the quantile
    /// <paramref name="u"/> of (0, 1).
    /// </summary>
    public static double Rest(double flown, double most, double u) => Rest(flown, most, Survival(flown, most), u);

    /// <inheritdoc cref="Rest(double, double, double)"/>
    /// <param name="lasts">The probability that it lasts <paramref name="most"/>, where that is known already.</param>
    public static double Rest(double flown, double most, double lasts, double u)
    {
        var wanted = Hazard(Stages * flown) - Math.Log(1 - (u * (1 - lasts)));
        // The cumulative hazard is convex and rising: Newton's steps from above come down to the root and never pass it.
        var y = Stages * (flown + most);
        for (var i = 0; i < 20; i++)
        {
            var step = (Hazard(y) - wanted) * (1 + y + (y * y / 2)) / (y * y / 2);
            y -= step;
            // What is left after a step is of the order of its square.
            if (step < 1e-2) break;
        }

        return Math.Clamp((y / Stages) - flown, 0, most);
    }

    /// <summary>Cumulative hazard of the gamma distribution of shape 3: y - ln(1 + y + y²/2).</summary>
    private static double Hazard(double y) => y - Math.Log(1 + y + (y * y / 2));
}
