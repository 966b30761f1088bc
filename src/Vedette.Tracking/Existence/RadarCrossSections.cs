using System.Runtime.CompilerServices;

namespace Vedette.Tracking.Existence;

/// <summary>How probable each of four mean radar cross sections is: learned from the looks that saw the track and those that did not.</summary>
[InlineArray(Count)]
public struct RadarCrossSections
{
    public const int Count = 4;

    private double first;

    /// <summary>Small drone, missile, light aircraft, airliner: m².</summary>
    public static ReadOnlySpan<double> SquareMetres => [0.1, 0.5, 4, 30];

    public static RadarCrossSections Prior()
    {
        RadarCrossSections prior = default;
        (prior[0], prior[1], prior[2], prior[3]) = (0.4, 0.2, 0.15, 0.25);
        return prior;
    }
}
