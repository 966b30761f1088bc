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

    private Draws(SeededRandom random)
    {
        for (var i = 0; i < State.Length; i++) State[i] = NormalColumn(random);
        SpeedChange = NormalColumn(random);
        Wander = [.. NormalColumn(random).Select(z => Math.SinCos(WanderRad * z))];
        Class = UniformColumn(random);
        Rest = UniformColumn(random);
        TurnOn = UniformColumn(random);
        Line = UniformColumn(random);
        Purpose = UniformColumn(random);
        for (var leg = 0; leg < Legs; leg++)
        {
            Leg[leg] = Column(random, u => LegLength.Rest(0, 20, u));
            AnyHeading[leg] = [.. UniformColumn(random).Select(u => Math.SinCos(2 * Math.PI * u))];
            TurnNormal[leg] = NormalColumn(random);
        }

        Route = UniformColumn(random);
    }

    /// <summary>Standard normal: east, north, vEast, vNorth, up, vUp.</summary>
    public double[][] State { get; } = new double[6][];

    /// <summary>Standard normal: how far the speed of the coming minutes differs from now.</summary>
    public double[] SpeedChange { get; }

    /// <summary>Sine and cosine of how far the heading of the leg differs from the heading of the moment.</summary>
    public (double Sin, double Cos)[] Wander { get; }

    /// <summary>Uniform: which class this particle supposes.</summary>
    public double[] Class { get; }

    /// <summary>Uniform: what is left of the present leg.</summary>
    public double[] Rest { get; }

    /// <summary>Uniform: how far a turn that is under way goes on.</summary>
    public double[] TurnOn { get; }

    /// <summary>Uniform: whether it runs along the line.</summary>
    public double[] Line { get; }

    /// <summary>Uniform: whether it is bound for somewhere.</summary>
    public double[] Purpose { get; }

    /// <summary>Uniform: whether it is on a route.</summary>
    public double[] Route { get; }

    /// <summary>Lengths of the legs after the present one, in mean legs.</summary>
    public double[][] Leg { get; } = new double[Legs][];

    /// <summary>Sine and cosine of a heading change that may be anything.</summary>
    public (double Sin, double Cos)[][] AnyHeading { get; } = new (double, double)[Legs][];

    /// <summary>Standard normal heading change, for objects that keep to routes.</summary>
    public double[][] TurnNormal { get; } = new double[Legs][];

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
