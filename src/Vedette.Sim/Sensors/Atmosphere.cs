using Vedette.Kernel;

namespace Vedette.Sim.Sensors;

/// <summary>
/// What an altimeter says at an ellipsoidal height: the night lies under a high of about 1025 hPa, 12 hPa above standard at some 8 m
/// each, and the geoid of the region lies 38 m above the ellipsoid. So Mode C is not the height, and trackers must not take it for that.
/// </summary>
public static class Atmosphere
{
    /// <summary>Ellipsoidal height minus pressure altitude, m.</summary>
    public const double HeightAbovePressureM = 138;

    public static PressureAltitude At(double heightM) => new(heightM - HeightAbovePressureM);
}
