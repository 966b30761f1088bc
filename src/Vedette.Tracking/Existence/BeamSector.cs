using System.Numerics;
using System.Runtime.Intrinsics;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Existence;

/// <summary>
/// The part of the sky that a rotating beam passes between two times: within reach and between two half planes through the sensor. A
/// quick test before a look is dated exactly; it keeps nobody out whom the beam passed.
/// </summary>
public readonly struct BeamSector
{
    /// <summary>Wider sectors than this are not told apart by two half planes, rad.</summary>
    private const double WidestRad = 3;

    /// <summary>Added at either side, so that rounding keeps nobody out, rad.</summary>
    private const double MarginRad = 1e-5;

    private readonly Ecef centre;

    /// <summary>Point into the sector from its first and from its last direction; nought where there is no such side.</summary>
    private readonly Ecef first, last;

    private readonly double reachSquared;

    public BeamSector(SensorSite site, double fromS, double toS)
    {
        centre = site.Frame.OriginEcef;
        reachSquared = site.Performance.MaxRangeM * site.Performance.MaxRangeM;
        double from = site.Clock.AzimuthAt(fromS) - MarginRad, to = site.Clock.AzimuthAt(toS) + MarginRad;
        if (to - from > WidestRad) return;
        var (sin, cos) = Math.SinCos(from);
        first = site.Frame.RotateToEcef(new(cos, -sin, 0));
        (sin, cos) = Math.SinCos(to);
        last = site.Frame.RotateToEcef(new(-cos, sin, 0));
    }

    /// <summary>Lists the places that may lie in it, four at a time.</summary>
    /// <param name="x">Earth-centred coordinates, m; the arrays reach at least to the next multiple of four.</param>
    /// <param name="count">Number of places.</param>
    /// <param name="found">Gets their indices, ascending; as long as the places are many.</param>
    /// <returns>How many were found.</returns>
    public int Find(double[] x, double[] y, double[] z, int count, int[] found)
    {
        var hits = 0;
        var reach = Vector256.Create(reachSquared);
        for (var k = 0; k < count; k += Vector256<double>.Count)
        {
            var dx = Vector256.LoadUnsafe(ref x[0], (nuint)k) - Vector256.Create(centre.X);
            var dy = Vector256.LoadUnsafe(ref y[0], (nuint)k) - Vector256.Create(centre.Y);
            var dz = Vector256.LoadUnsafe(ref z[0], (nuint)k) - Vector256.Create(centre.Z);
            var inside = Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), reach)
                & Vector256.GreaterThanOrEqual(Along(first, dx, dy, dz), Vector256<double>.Zero)
                & Vector256.GreaterThanOrEqual(Along(last, dx, dy, dz), Vector256<double>.Zero);
            for (var bits = inside.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                var index = k + BitOperations.TrailingZeroCount(bits);
                if (index < count) found[hits++] = index;
            }
        }

        return hits;
    }

    private static Vector256<double> Along(in Ecef side, Vector256<double> dx, Vector256<double> dy, Vector256<double> dz) =>
        (dx * Vector256.Create(side.X)) + (dy * Vector256.Create(side.Y)) + (dz * Vector256.Create(side.Z));
}
