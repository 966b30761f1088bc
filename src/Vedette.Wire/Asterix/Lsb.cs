using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>Values of least significant bits that several categories share, in SI units.</summary>
internal static class Lsb
{
    /// <summary>1/128 s is a whole number of ticks, so times of day are exact.</summary>
    public const long TimeTicks = TimeSpan.TicksPerSecond / 128;

    public const double Angle8Rad = 2 * Math.PI / 256;
    public const double Angle16Rad = 2 * Math.PI / 65536;

    /// <summary>180°/2²³.</summary>
    public const double Wgs84Coarse24Rad = Math.PI / (1 << 23);

    /// <summary>180°/2²⁵.</summary>
    public const double Wgs84Medium32Rad = Math.PI / (1 << 25);

    /// <summary>180°/2³⁰.</summary>
    public const double Wgs84Fine32Rad = Math.PI / (1 << 30);

    /// <summary>1/4 flight level = 25 ft.</summary>
    public const double QuarterLevelM = 25 * Length.MetresPerFoot;

    /// <summary>6.25 ft.</summary>
    public const double QuarterOf25FeetM = 6.25 * Length.MetresPerFoot;

    /// <summary>6.25 ft/min.</summary>
    public const double RateMps = 6.25 * Speed.MetresPerSecondPerFootPerMinute;

    /// <summary>2⁻¹⁴ NM/s, about 0.22 kt.</summary>
    public const double GroundSpeedMps = Length.MetresPerNauticalMile / 16384;

    public static TimeSpan Time(int raw) => new(raw * TimeTicks);
}
