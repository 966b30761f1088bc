using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>The ICAO standard atmosphere (Doc 7488) up to 20 km, as far as air data need it.</summary>
internal static class StandardAtmosphere
{
    public const double SeaLevelHpa = 1013.25;
    private const double SeaLevelSoundMps = 340.294;
    private const double TropopauseM = 11_000;

    /// <summary>Static pressure over that at sea level.</summary>
    public static double PressureRatio(PressureAltitude altitude) => altitude.Metres < TropopauseM
        ? Math.Pow(1 - (2.25577e-5 * altitude.Metres), 5.25588)
        : 0.223361 * Math.Exp(-(altitude.Metres - TropopauseM) / 6341.62);

    public static double TemperatureC(PressureAltitude altitude) => Math.Max(15 - (0.0065 * altitude.Metres), -56.5);

    /// <summary>The Mach number at which a perfect airspeed indicator shows this: impact pressure of subsonic flow, once at sea level and once at altitude.</summary>
    public static double Mach(double calibratedMps, PressureAltitude altitude)
    {
        var impact = Math.Pow(1 + (0.2 * Math.Pow(calibratedMps / SeaLevelSoundMps, 2)), 3.5) - 1;
        return Math.Sqrt(5 * (Math.Pow((impact / PressureRatio(altitude)) + 1, 2.0 / 7) - 1));
    }
}
