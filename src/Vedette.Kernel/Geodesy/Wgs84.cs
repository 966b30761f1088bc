namespace Vedette.Kernel.Geodesy;

/// <summary>The WGS-84 ellipsoid (NIMA TR8350.2).</summary>
public static class Wgs84
{
    /// <summary>Semi-major axis a, metres.</summary>
    public const double SemiMajorAxisM = 6378137.0;

    /// <summary>Flattening f.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>Semi-minor axis b, metres.</summary>
    public const double SemiMinorAxisM = SemiMajorAxisM * (1 - Flattening);

    /// <summary>First eccentricity squared e².</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>Radius of curvature in the meridian M(φ), metres.</summary>
    public static double MeridianRadiusM(double latitudeRad)
    {
        var s = Math.Sin(latitudeRad);
        var w = Math.Sqrt(1 - (EccentricitySquared * s * s));
        return SemiMajorAxisM * (1 - EccentricitySquared) / (w * w * w);
    }

    /// <summary>Radius of curvature in the prime vertical N(φ), metres.</summary>
    public static double PrimeVerticalRadiusM(double latitudeRad)
    {
        var s = Math.Sin(latitudeRad);
        return SemiMajorAxisM / Math.Sqrt(1 - (EccentricitySquared * s * s));
    }
}
