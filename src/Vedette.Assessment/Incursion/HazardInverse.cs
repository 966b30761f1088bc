namespace Vedette.Assessment.Incursion;

/// <summary>
/// The length at which the cumulative hazard of a leg's end (<see cref="LegLength.Hazard"/>) comes to a value: between points that are looked up, 32 to an
/// octave, along straight lines, which is right to three parts in a hundred thousand. Particles ask a million times a second.
/// </summary>
internal static class HazardInverse
{
    private const int LeastExponent = -24;
    private const int MostExponent = 6;
    private const int BitsOfSegments = 5;
    private const int BitsOfMantissa = 52;

    /// <summary>Bits of the mantissa that tell the way through a segment.</summary>
    private const int BitsThrough = BitsOfMantissa - BitsOfSegments;

    private static readonly double Least = Math.ScaleB(1, LeastExponent);
    private static readonly ulong LeastBits = BitConverter.DoubleToUInt64Bits(Least);
    private static readonly double Most = Math.ScaleB(1, MostExponent);
    private static readonly double[] Lengths = [.. Enumerable.Range(0, ((MostExponent - LeastExponent) << BitsOfSegments) + 1).Select(i => Solved(HazardOf(i)))];

    /// <param name="hazard">Not below zero.</param>
    /// <returns>In mean legs times <see cref="LegLength.Stages"/>.</returns>
    public static double At(double hazard)
    {
        if (!(hazard > Least)) return hazard > 0 ? Near(Math.Cbrt(6 * hazard)) : 0;
        if (hazard >= Most) return Far(hazard);
        // The exponent and the first bits of the mantissa count the segments; what is left of the mantissa is the way through.
        var bits = BitConverter.DoubleToUInt64Bits(hazard) - LeastBits;
        var segment = (int)(bits >> BitsThrough);
        var through = (bits & ((1UL << BitsThrough) - 1)) * (1.0 / (1UL << BitsThrough));
        return Lengths[segment] + ((Lengths[segment + 1] - Lengths[segment]) * through);
    }

    private static double HazardOf(int point) => BitConverter.UInt64BitsToDouble(LeastBits + ((ulong)point << BitsThrough));

    /// <summary>Near zero the hazard is y³/6 - y⁴/8.</summary>
    private static double Near(double root) => root + (root * root / 4);

    /// <summary>Far out the hazard is the length but for a logarithm: putting it in again and again comes closer by a factor of twenty and more each time.</summary>
    private static double Far(double hazard)
    {
        var y = hazard;
        for (var i = 0; i < 5; i++) y = hazard + Math.Log(LegLength.Terms(y));
        return y;
    }

    /// <summary>Newton's steps on a convex rising function come down to the root from above.</summary>
    private static double Solved(double hazard)
    {
        var y = Math.Cbrt(6 * hazard) + (2 * hazard) + 4;
        for (var i = 0; i < 60; i++) y -= (LegLength.Hazard(y) - hazard) * LegLength.Terms(y) / (y * y / 2);
        return y;
    }
}
