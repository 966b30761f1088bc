using Vedette.Kernel;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// The fixed numbers that stand for what we do not know of an object's future: the same for every track and every second (common
/// random numbers), so that forecasts are repeatable and move smoothly. Each column is stratified: a Latin hypercube
/// (McKay, Beckman and Conover, 1979) of <see cref="Count"/> particles.
/// </summary>
internal sealed class Draws
{
    public const int Count = 128;

    /// <summary>Legs beyond this many are flown straight.</summary>
    public const int Legs = 16;

    /// <summary>The heading of the moment differs from the heading of the leg by this much, one sigma, rad.</summary>
    private const double WanderRad = 2 * Angle.RadiansPerDegree;

    public static readonly Draws Fixed = new(SeededRandom.For(5, 1));

    private readonly ParticleDraw[] particles = new ParticleDraw[Count];
    private readonly LegDraw[] legs = new LegDraw[Legs * Count];

    private Draws(SeededRandom random)
    {
        var state = new double[6][];
        for (var i = 0; i < state.Length; i++) state[i] = NormalColumn(random);
        var (speed, wander) = (NormalColumn(random), NormalColumn(random));
        var (classes, rest, turnOn) = (UniformColumn(random), UniformColumn(random), UniformColumn(random));
        var (line, purpose) = (UniformColumn(random), UniformColumn(random));
        for (var leg = 0; leg < Legs; leg++)
        {
            var (lengths, headings, turns) = (Column(random, u => LegLength.Rest(0, 20, u)), UniformColumn(random), NormalColumn(random));
            for (var i = 0; i < Count; i++) legs[(leg * Count) + i] = new(lengths[i], Math.SinCos(2 * Math.PI * headings[i]), turns[i]);
        }

        var route = UniformColumn(random);
        for (var i = 0; i < Count; i++)
        {
            particles[i] = new(
                new(state[0][i], state[1][i], state[2][i], state[3][i], state[4][i], state[5][i]),
                speed[i],
                Math.SinCos(WanderRad * wander[i]),
                classes[i],
                rest[i],
                turnOn[i],
                line[i],
                purpose[i],
                route[i]);
        }
    }

    /// <summary>What particle <paramref name="i"/> supposes from the start.</summary>
    public ref readonly ParticleDraw Particle(int i) => ref particles[i];

    /// <summary>What particle <paramref name="i"/> does at the end of its leg <paramref name="leg"/>, the present one being the leg before nought.</summary>
    public ref readonly LegDraw Leg(int leg, int i) => ref legs[(leg * Count) + i];

    private static double[] UniformColumn(SeededRandom random) => Column(random, u => u);

    private static double[] NormalColumn(SeededRandom random) => Column(random, InverseNormal);

    /// <summary>One draw in each of <see cref="Count"/> equal slices, in random order.</summary>
    private static double[] Column(SeededRandom random, Func<double, double> quantile)
    {
        var order = Enumerable.Range(0, Count).ToArray();
        for (var i = Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return [.. order.Select(slice => quantile((slice + 0.5) / Count))];
    }

    /// <summary>
    /// Quantile of the standard normal by bisection of its distribution function, itself Abramowitz and Stegun 7.1.26
    /// (absolute error below 1e-7): made once, read for ever.
    /// </summary>
    private static double InverseNormal(double u)
    {
        var (low, high) = (-8.0, 8.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Normal(middle) < u) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private static double Normal(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var erfc = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
        return z < 0 ? erfc / 2 : 1 - (erfc / 2);
    }
}
