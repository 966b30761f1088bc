using System.Runtime.CompilerServices;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// What speaks for a flock or a shower that no clutter map knows yet, against a target, as the cause of the plots that a track not
/// confirmed yet rests on: a flock scatters its echoes about its middle, look after look; a target is where it flies to.
/// </summary>
public struct FlockDoubt
{
    private Kinds logOdds;
    private Ecef sum;
    private double plots;

    /// <summary>Birds and showers.</summary>
    [InlineArray(Count)]
    private struct Kinds
    {
        public const int Count = 2;

        private double first;
    }

    /// <summary>Spread of the echoes of birds and of a shower, m per axis.</summary>
    private static ReadOnlySpan<double> SpreadM => [600, 3000];

    /// <summary>Echoes that one look brings of them.</summary>
    private static ReadOnlySpan<double> Echoes => [0.8, 3];

    /// <summary>ln of the odds of a flock against a target; minus infinity where a flock is out of the question.</summary>
    public readonly double LogOdds => plots == 0 ? double.NegativeInfinity
        : Math.Max(logOdds[0], logOdds[1]) + Math.Log(1 + Math.Exp(-Math.Abs(logOdds[0] - logOdds[1])));

    /// <summary>The first plot.</summary>
    /// <param name="odds">How much denser flocks not met yet are than new objects; above 0.</param>
    public static FlockDoubt From(in Ecef place, double odds)
    {
        FlockDoubt doubt = default;
        for (var k = 0; k < Kinds.Count; k++) doubt.logOdds[k] = Math.Log(odds * Echoes[k] / Kinds.Count);
        (doubt.sum, doubt.plots) = (place, 1);
        return doubt;
    }

    /// <summary>A look that brought the track a plot.</summary>
    /// <param name="share">Probability that the plot is the track's.</param>
    /// <param name="logDensity">ln of how densely the target's own plots would lie there, per m².</param>
    /// <param name="detection">Probability that the look sees the target, below 1.</param>
    public void Hit(in Ecef place, double share, double logDensity, double detection)
    {
        if (plots == 0) return;
        for (var k = 0; k < Kinds.Count; k++)
            logOdds[k] += share * (LogDensity(k, place) + Math.Log(Echoes[k]) - Echoes[k] - logDensity - Math.Log(detection));
        sum = new(sum.X + (share * place.X), sum.Y + (share * place.Y), sum.Z + (share * place.Z));
        plots += share;
    }

    /// <summary>A look that brought none.</summary>
    /// <param name="detection">Probability that the look sees the target, below 1; a flock there is about as visible.</param>
    public void Miss(double detection)
    {
        if (plots == 0) return;
        for (var k = 0; k < Kinds.Count; k++) logOdds[k] -= (Echoes[k] * detection) + Math.Log(1 - detection);
    }

    /// <summary>A plot that the track does not explain: a stray one, or the flock's.</summary>
    /// <param name="unexplained">Probability that it is neither the track's nor a confirmed target's.</param>
    /// <param name="logStray">ln of the density of stray plots there, per m².</param>
    public void Beside(in Ecef place, double unexplained, double logStray)
    {
        const double mostOdds = 1e9;
        if (plots == 0) return;
        for (var k = 0; k < Kinds.Count; k++)
            logOdds[k] += unexplained * Math.Log(1 + Math.Min(Echoes[k] * Math.Exp(LogDensity(k, place) - logStray), mostOdds));
    }

    /// <summary>ln of how densely its echoes lie there, per m²: about the mean of those known, which is uncertain itself.</summary>
    private readonly double LogDensity(int kind, in Ecef place)
    {
        double dx = place.X - (sum.X / plots), dy = place.Y - (sum.Y / plots), dz = place.Z - (sum.Z / plots);
        var variance = SpreadM[kind] * SpreadM[kind] * (1 + (1 / plots));
        return -Math.Log(2 * Math.PI * variance) - (0.5 * ((dx * dx) + (dy * dy) + (dz * dz)) / variance);
    }
}
