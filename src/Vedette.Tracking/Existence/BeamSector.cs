using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Existence;

/// <summary>The directions that a rotating beam passes between two times: a quick test before a look is dated exactly.</summary>
public readonly struct BeamSector
{
    /// <summary>Wider sectors than this are not told apart by two half planes, rad.</summary>
    private const double WidestRad = 3;

    /// <summary>Added at either side, so that rounding keeps nobody out, rad.</summary>
    private const double MarginRad = 1e-5;

    private readonly double sinFirst, cosFirst, sinLast, cosLast;
    private readonly bool all;

    public BeamSector(ScanClock clock, double fromS, double toS)
    {
        double first = clock.AzimuthAt(fromS) - MarginRad, last = clock.AzimuthAt(toS) + MarginRad;
        all = last - first > WidestRad;
        (sinFirst, cosFirst) = Math.SinCos(first);
        (sinLast, cosLast) = Math.SinCos(last);
    }

    /// <summary>False where the beam certainly did not pass a target seen in this direction.</summary>
    public bool MayHold(in Enu sight) =>
        all || ((sight.East * cosFirst) - (sight.North * sinFirst) >= 0 && (sight.North * sinLast) - (sight.East * cosLast) >= 0);
}
