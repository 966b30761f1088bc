using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Estimation;

/// <summary>A track's coordinates: east and north over the ground from an origin, height above the ellipsoid.</summary>
public static class CurvedFrame
{
    /// <summary>Turns the height into the up axis at the origin: the ellipsoid falls away under a tangent plane.</summary>
    public static Ecef EcefAt(in EnuFrame frame, double eastM, double northM, double heightM) =>
        frame.ToEcef(new Enu(eastM, northM, heightM - frame.Origin.HeightM - (((eastM * eastM) + (northM * northM)) / (2 * 6.38e6))));
}
