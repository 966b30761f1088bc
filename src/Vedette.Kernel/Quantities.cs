namespace Vedette.Kernel;

/// <summary>A length in metres.</summary>
public readonly record struct Length(double Metres)
{
    public const double MetresPerNauticalMile = 1852.0;
    public const double MetresPerFoot = 0.3048;

    public static Length FromNauticalMiles(double nauticalMiles) => new(nauticalMiles * MetresPerNauticalMile);

    public static Length FromFeet(double feet) => new(feet * MetresPerFoot);

    public double NauticalMiles => Metres / MetresPerNauticalMile;
}

/// <summary>An angle in radians.</summary>
public readonly record struct Angle(double Radians)
{
    public const double RadiansPerDegree = Math.PI / 180.0;

    public static Angle FromDegrees(double degrees) => new(degrees * RadiansPerDegree);

    public double Degrees => Radians / RadiansPerDegree;

    /// <summary>The same direction in [0, 2π).</summary>
    public static double Wrap(double radians)
    {
        var wrapped = radians - (2 * Math.PI * Math.Floor(radians / (2 * Math.PI)));
        return wrapped >= 2 * Math.PI ? 0 : wrapped;
    }

    /// <summary>The same turn in [-π, π].</summary>
    public static double WrapSigned(double radians) => radians - (2 * Math.PI * Math.Round(radians / (2 * Math.PI)));
}

/// <summary>Conversion factors to SI for speeds met on the wire.</summary>
public static class Speed
{
    public const double MetresPerSecondPerKnot = 1852.0 / 3600.0;
    public const double MetresPerSecondPerFootPerMinute = 0.3048 / 60.0;
}

/// <summary>Height above the 1013.25 hPa surface, metres, as an altimeter or Mode C tells it. Not a true height.</summary>
public readonly record struct PressureAltitude(double Metres)
{
    public static PressureAltitude FromFlightLevel(double flightLevel) => new(flightLevel * 100 * Length.MetresPerFoot);

    public static PressureAltitude FromFeet(double feet) => new(feet * Length.MetresPerFoot);

    public double Feet => Metres / Length.MetresPerFoot;
}

/// <summary>Height above the WGS-84 ellipsoid, metres.</summary>
public readonly record struct EllipsoidalHeight(double Metres);

/// <summary>Height above mean sea level (the geoid), metres.</summary>
public readonly record struct HeightAboveSeaLevel(double Metres);
