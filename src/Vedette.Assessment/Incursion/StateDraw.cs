using Vedette.Air;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// Draws states of one track from its covariance: the lower Cholesky factor of (east, north, vEast, vNorth), and of (up, vUp) apart.
/// Directions in which the covariance is not positive (none given, or rounding) are taken as certain.
/// </summary>
internal struct StateDraw
{
    private double l00, l10, l11, l20, l21, l22, l30, l31, l32, l33;
    private double u00, u10, u11;

    public static StateDraw From(in Covariance6 p)
    {
        var d = default(StateDraw);
        d.l00 = Root(p.At(0, 0));
        (d.l10, d.l20, d.l30) = (Over(p.At(1, 0), d.l00), Over(p.At(3, 0), d.l00), Over(p.At(4, 0), d.l00));
        d.l11 = Root(p.At(1, 1) - (d.l10 * d.l10));
        (d.l21, d.l31) = (Over(p.At(3, 1) - (d.l20 * d.l10), d.l11), Over(p.At(4, 1) - (d.l30 * d.l10), d.l11));
        d.l22 = Root(p.At(3, 3) - (d.l20 * d.l20) - (d.l21 * d.l21));
        d.l32 = Over(p.At(4, 3) - (d.l30 * d.l20) - (d.l31 * d.l21), d.l22);
        d.l33 = Root(p.At(4, 4) - (d.l30 * d.l30) - (d.l31 * d.l31) - (d.l32 * d.l32));
        d.u00 = Root(p.At(2, 2));
        d.u10 = Over(p.At(5, 2), d.u00);
        d.u11 = Root(p.At(5, 5) - (d.u10 * d.u10));
        return d;
    }

    /// <summary>Deviation from the track's mean, horizontally.</summary>
    public readonly (double East, double North, double VEast, double VNorth) Horizontal(in StateNormals n) => (
        l00 * n.East,
        (l10 * n.East) + (l11 * n.North),
        (l20 * n.East) + (l21 * n.North) + (l22 * n.VEast),
        (l30 * n.East) + (l31 * n.North) + (l32 * n.VEast) + (l33 * n.VNorth));

    /// <summary>Deviation from the track's mean, vertically.</summary>
    public readonly (double Up, double VUp) Vertical(in StateNormals n) => (u00 * n.Up, (u10 * n.Up) + (u11 * n.VUp));

    private static double Root(double variance) => variance > 0 ? Math.Sqrt(variance) : 0;

    private static double Over(double value, double root) => root > 0 ? value / root : 0;
}
