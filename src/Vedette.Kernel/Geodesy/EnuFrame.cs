namespace Vedette.Kernel.Geodesy;

/// <summary>A local east-north-up frame at a place. Its axes are orthonormal, so going there and back loses nothing.</summary>
public readonly struct EnuFrame
{
    private readonly double sinLat, cosLat, sinLon, cosLon;

    public EnuFrame(Geodetic origin)
    {
        Origin = origin;
        OriginEcef = origin.ToEcef();
        (sinLat, cosLat) = Math.SinCos(origin.LatitudeRad);
        (sinLon, cosLon) = Math.SinCos(origin.LongitudeRad);
    }

    public Geodetic Origin { get; }

    public Ecef OriginEcef { get; }

    /// <summary>Cosine of the origin's latitude.</summary>
    public double CosLatitude => cosLat;

    public Enu ToLocal(Ecef point) => RotateToLocal(point - OriginEcef);

    public Enu ToLocal(Geodetic point) => ToLocal(point.ToEcef());

    public Ecef ToEcef(Enu point) => OriginEcef + RotateToEcef(point);

    public Geodetic ToGeodetic(Enu point) => ToEcef(point).ToGeodetic();

    /// <summary>Turns a difference or a velocity from ECEF into this frame's axes.</summary>
    public Enu RotateToLocal(Ecef d) => new(
        (-sinLon * d.X) + (cosLon * d.Y),
        (-sinLat * cosLon * d.X) - (sinLat * sinLon * d.Y) + (cosLat * d.Z),
        (cosLat * cosLon * d.X) + (cosLat * sinLon * d.Y) + (sinLat * d.Z));

    /// <summary>Turns a difference or a velocity from this frame's axes into ECEF.</summary>
    public Ecef RotateToEcef(Enu v) => new(
        (-sinLon * v.East) - (sinLat * cosLon * v.North) + (cosLat * cosLon * v.Up),
        (cosLon * v.East) - (sinLat * sinLon * v.North) + (cosLat * sinLon * v.Up),
        (cosLat * v.North) + (sinLat * v.Up));

    /// <summary>What a sensor at the origin measures of a point: slant range, azimuth, geometric elevation.</summary>
    public Polar Look(Ecef point) => ToPolar(ToLocal(point));

    public static Polar ToPolar(Enu d) => new(
        d.Norm,
        Angle.Wrap(Math.Atan2(d.East, d.North)),
        Math.Atan2(d.Up, d.HorizontalNorm));

    public static Enu FromPolar(Polar p)
    {
        var (sinAz, cosAz) = Math.SinCos(p.AzimuthRad);
        var (sinEl, cosEl) = Math.SinCos(p.ElevationRad);
        return new(p.RangeM * cosEl * sinAz, p.RangeM * cosEl * cosAz, p.RangeM * sinEl);
    }

    /// <summary>
    /// The point at slant range <paramref name="rangeM"/> and azimuth <paramref name="azimuthRad"/> whose ellipsoidal height is
    /// <paramref name="heightM"/>: the elevation a 2-D radar did not measure, found by two Newton steps on the height.
    /// A range shorter than the height difference gives the point straight above or below.
    /// </summary>
    public Enu AtHeight(double rangeM, double azimuthRad, double heightM)
    {
        var radius = Wgs84.PrimeVerticalRadiusM(Origin.LatitudeRad);
        var up = heightM - Origin.HeightM - (rangeM * rangeM / (2 * radius));
        var (sinAz, cosAz) = Math.SinCos(azimuthRad);
        for (var step = 0; step < 3; step++)
        {
            up = Math.Clamp(up, -rangeM, rangeM);
            var ground = Math.Sqrt((rangeM * rangeM) - (up * up));
            up += heightM - ToEcef(new Enu(ground * sinAz, ground * cosAz, up)).HeightM();
        }

        up = Math.Clamp(up, -rangeM, rangeM);
        var g = Math.Sqrt((rangeM * rangeM) - (up * up));
        return new(g * sinAz, g * cosAz, up);
    }
}
