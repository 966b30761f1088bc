using System.Runtime.CompilerServices;

namespace Vedette.Tracking.Existence;

/// <summary>
/// How probable each of five heights is for an object that nothing has told the height of: learned from which radars see it and which do not.
/// Silence of distant radars together says that it flies low; taken one by one, as if each were news, it would say that it does not exist.
/// </summary>
[InlineArray(Count)]
public struct HeightBands
{
    public const int Count = 5;

    private double first;

    /// <summary>Middle of each band, m above the ellipsoid.</summary>
    public static ReadOnlySpan<double> Metres => [100, 300, 900, 2500, 9000];

    /// <summary>Spread within a band as a share of its height.</summary>
    public const double Spread = 0.3;

    public static HeightBands Prior()
    {
        HeightBands prior = default;
        (prior[0], prior[1], prior[2], prior[3], prior[4]) = (0.25, 0.2, 0.2, 0.2, 0.15);
        return prior;
    }
}
