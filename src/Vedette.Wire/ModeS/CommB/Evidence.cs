namespace Vedette.Wire.ModeS.CommB;

/// <summary>Probabilities of fields as base-2 logarithms: a field of n arbitrary bits has -n.</summary>
internal static class Evidence
{
    /// <summary>Of what cannot be.</summary>
    public const double None = -1e9;

    /// <summary>Of what no aircraft does, but a faulty one may send.</summary>
    public const double Freak = -20;

    private const double RootTwoPi = 2.5066282746310002;

    public static double Of(double probability) => Math.Log2(Math.Max(probability, 1e-12));

    /// <summary>A status bit that is set with probability <paramref name="set"/>.</summary>
    public static double Status(bool isSet, double set) => Math.Log2(isSet ? set : 1 - set);

    public static double Normal(double error, double sigma) => Math.Exp(-error * error / (2 * sigma * sigma)) / (sigma * RootTwoPi);

    public static double Laplace(double error, double scale) => Math.Exp(-Math.Abs(error) / scale) / (2 * scale);

    /// <summary>For quantities that are seldom large.</summary>
    public static double Decaying(double value, double scale) => Math.Exp(-value / scale) / scale;
}
