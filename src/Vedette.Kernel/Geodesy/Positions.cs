namespace Vedette.Kernel.Geodesy;

/// <summary>A place on or above WGS-84: geodetic latitude and longitude in radians, ellipsoidal height in metres.</summary>
public readonly record struct Geodetic(double LatitudeRad, double LongitudeRad, double HeightM)
{
    public static Geodetic FromDegrees(double latitudeDeg, double longitudeDeg, double heightM = 0) =>
        new(latitudeDeg * Angle.RadiansPerDegree, longitudeDeg * Angle.RadiansPerDegree, heightM);

    public double LatitudeDeg => LatitudeRad / Angle.RadiansPerDegree;

    public double LongitudeDeg => LongitudeRad / Angle.RadiansPerDegree;

    public Ecef ToEcef()
    {
        var (sinLat, cosLat) = Math.SinCos(LatitudeRad);
        var (sinLon, cosLon) = Math.SinCos(LongitudeRad);
        var n = Wgs84.SemiMajorAxisM / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sinLat * sinLat));
        return new(
            (n + HeightM) * cosLat * cosLon,
            (n + HeightM) * cosLat * sinLon,
            ((n * (1 - Wgs84.EccentricitySquared)) + HeightM) * sinLat);
    }
}

/// <summary>Earth-centred, earth-fixed Cartesian coordinates, metres.</summary>
public readonly record struct Ecef(double X, double Y, double Z)
{
    /// <summary>Bowring's closed form (Survey Review 23/181, 1976): better than a millimetre at the heights aircraft fly.</summary>
    public Geodetic ToGeodetic()
    {
        var (up, along) = LatitudeSides();
        return new(Math.Atan2(up, along), Math.Atan2(Y, X), HeightOver(up, along));
    }

    /// <summary>The height alone, m: no trigonometric function is needed for it.</summary>
    public double HeightM()
    {
        var (up, along) = LatitudeSides();
        return HeightOver(up, along);
    }

    /// <summary>Two sides of a right-angled triangle whose angle is the latitude.</summary>
    private (double Up, double Along) LatitudeSides()
    {
        const double a = Wgs84.SemiMajorAxisM, b = Wgs84.SemiMinorAxisM, e2 = Wgs84.EccentricitySquared;
        var r = AxisDistance;
        double z = Z * a, s = r * b;
        var hypotenuse = Math.Sqrt((z * z) + (s * s));
        double sinU = z / hypotenuse, cosU = s / hypotenuse;
        return (Z + (e2 / (1 - e2) * b * sinU * sinU * sinU), r - (e2 * a * cosU * cosU * cosU));
    }

    private double HeightOver(double up, double along)
    {
        var side = Math.Sqrt((up * up) + (along * along));
        double sinLat = up / side, cosLat = along / side;
        return (AxisDistance * cosLat) + (Z * sinLat) - (Wgs84.SemiMajorAxisM * Math.Sqrt(1 - (Wgs84.EccentricitySquared * sinLat * sinLat)));
    }

    private double AxisDistance => Math.Sqrt((X * X) + (Y * Y));

    public static Ecef operator +(Ecef a, Ecef b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Ecef operator -(Ecef a, Ecef b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
}

/// <summary>A vector or a point in a local frame: east, north and up, metres (or metres per second).</summary>
public readonly record struct Enu(double East, double North, double Up)
{
    public double HorizontalNorm => Math.Sqrt((East * East) + (North * North));

    public double Norm => Math.Sqrt((East * East) + (North * North) + (Up * Up));

    public static Enu operator +(Enu a, Enu b) => new(a.East + b.East, a.North + b.North, a.Up + b.Up);

    public static Enu operator -(Enu a, Enu b) => new(a.East - b.East, a.North - b.North, a.Up - b.Up);

    public static Enu operator *(Enu a, double k) => new(a.East * k, a.North * k, a.Up * k);
}

/// <summary>The polar measurement of a sensor: slant range (m), azimuth clockwise from true north (rad), geometric elevation (rad).</summary>
public readonly record struct Polar(double RangeM, double AzimuthRad, double ElevationRad);
