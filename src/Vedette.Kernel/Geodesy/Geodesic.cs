namespace Vedette.Kernel.Geodesy;

/// <summary>Distances and bearings over the ellipsoid.</summary>
public static class Geodesic
{
    /// <summary>
    /// Distance (m) and initial bearing (rad, clockwise from true north) from one place to another
    /// (Vincenty, Survey Review 23/176, 1975). Nearly antipodal points, where the series fails, fall back to the sphere.
    /// </summary>
    public static (double DistanceM, double BearingRad) Inverse(Geodetic from, Geodetic to)
    {
        const double a = Wgs84.SemiMajorAxisM, b = Wgs84.SemiMinorAxisM, f = Wgs84.Flattening;
        var l = to.LongitudeRad - from.LongitudeRad;
        var (sinU1, cosU1) = Reduced(from.LatitudeRad);
        var (sinU2, cosU2) = Reduced(to.LatitudeRad);
        var lambda = l;
        for (var i = 0; i < 100; i++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var x = cosU2 * sinLambda;
            var y = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            var sinSigma = Math.Sqrt((x * x) + (y * y));
            if (sinSigma == 0) return (0, 0);
            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cos2Alpha = 1 - (sinAlpha * sinAlpha);
            var cos2SigmaM = cos2Alpha == 0 ? 0 : cosSigma - (2 * sinU1 * sinU2 / cos2Alpha);
            var c = f / 16 * cos2Alpha * (4 + (f * (4 - (3 * cos2Alpha))));
            var previous = lambda;
            lambda = l + ((1 - c) * f * sinAlpha
                * (sigma + (c * sinSigma * (cos2SigmaM + (c * cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))))));
            if (Math.Abs(lambda - previous) > 1e-12) continue;
            var u2 = cos2Alpha * ((a * a) - (b * b)) / (b * b);
            var bigA = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
            var bigB = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
            var deltaSigma = bigB * sinSigma * (cos2SigmaM + (bigB / 4 * (
                (cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))
                - (bigB / 6 * cos2SigmaM * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cos2SigmaM * cos2SigmaM))))));
            return (b * bigA * (sigma - deltaSigma), Angle.Wrap(Math.Atan2(x, y)));
        }

        return OnSphere(from, to);
    }

    /// <summary>The place at a distance (m) along an initial bearing (rad), at the height of the start. Vincenty's direct form.</summary>
    public static Geodetic Direct(Geodetic from, double bearingRad, double distanceM)
    {
        const double a = Wgs84.SemiMajorAxisM, b = Wgs84.SemiMinorAxisM, f = Wgs84.Flattening;
        var (sinU1, cosU1) = Reduced(from.LatitudeRad);
        var (sinAz, cosAz) = Math.SinCos(bearingRad);
        var sigma1 = Math.Atan2(sinU1 / cosU1, cosAz);
        var sinAlpha = cosU1 * sinAz;
        var cos2Alpha = 1 - (sinAlpha * sinAlpha);
        var u2 = cos2Alpha * ((a * a) - (b * b)) / (b * b);
        var bigA = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
        var bigB = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
        var sigma = distanceM / (b * bigA);
        double sinSigma, cosSigma, cos2SigmaM;
        for (var i = 0; ; i++)
        {
            (sinSigma, cosSigma) = Math.SinCos(sigma);
            cos2SigmaM = Math.Cos((2 * sigma1) + sigma);
            var deltaSigma = bigB * sinSigma * (cos2SigmaM + (bigB / 4 * (
                (cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))
                - (bigB / 6 * cos2SigmaM * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cos2SigmaM * cos2SigmaM))))));
            var previous = sigma;
            sigma = (distanceM / (b * bigA)) + deltaSigma;
            if (Math.Abs(sigma - previous) < 1e-12 || i == 100) break;
        }

        (sinSigma, cosSigma) = Math.SinCos(sigma);
        var t = (sinU1 * sinSigma) - (cosU1 * cosSigma * cosAz);
        var latitude = Math.Atan2(
            (sinU1 * cosSigma) + (cosU1 * sinSigma * cosAz),
            (1 - f) * Math.Sqrt((sinAlpha * sinAlpha) + (t * t)));
        var lambda = Math.Atan2(sinSigma * sinAz, (cosU1 * cosSigma) - (sinU1 * sinSigma * cosAz));
        var c = f / 16 * cos2Alpha * (4 + (f * (4 - (3 * cos2Alpha))));
        var l = lambda - ((1 - c) * f * sinAlpha
            * (sigma + (c * sinSigma * (cos2SigmaM + (c * cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))))));
        return new(latitude, Angle.WrapSigned(from.LongitudeRad + l), from.HeightM);
    }

    private static (double Sin, double Cos) Reduced(double latitudeRad) =>
        Math.SinCos(Math.Atan((1 - Wgs84.Flattening) * Math.Tan(latitudeRad)));

    private static (double DistanceM, double BearingRad) OnSphere(Geodetic from, Geodetic to)
    {
        const double meanRadiusM = 6371008.8;
        var l = to.LongitudeRad - from.LongitudeRad;
        var (s1, c1) = Math.SinCos(from.LatitudeRad);
        var (s2, c2) = Math.SinCos(to.LatitudeRad);
        var y = Math.Sin(l) * c2;
        var x = (c1 * s2) - (s1 * c2 * Math.Cos(l));
        var distance = meanRadiusM * Math.Atan2(Math.Sqrt((x * x) + (y * y)), (s1 * s2) + (c1 * c2 * Math.Cos(l)));
        return (distance, Angle.Wrap(Math.Atan2(y, x)));
    }
}
