using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Warnings;

/// <summary>
/// The ground under an airspace, for areas of warnings: even-odd over the rings, in a plane of longitude and latitude around the place
/// asked for. Good to a few metres near the place, which is where it matters; airspaces across the antimeridian are not for it.
/// </summary>
internal static class AirspaceGround
{
    /// <summary>The place is over the airspace's ground or within <paramref name="marginM"/> of it.</summary>
    public static bool IsNear(Airspace airspace, Geodetic place, double marginM)
    {
        var metresPerRadLat = Wgs84.SemiMajorAxisM;
        var metresPerRadLon = Wgs84.SemiMajorAxisM * Math.Cos(place.LatitudeRad);
        foreach (var polygon in airspace.Polygons)
        {
            var inside = false;
            foreach (var ring in polygon)
            {
                var before = ring.Count == 0 ? default : ring[^1];
                foreach (var after in ring)
                {
                    var a = new PlanePoint((before.LongitudeRad - place.LongitudeRad) * metresPerRadLon, (before.LatitudeRad - place.LatitudeRad) * metresPerRadLat);
                    var b = new PlanePoint((after.LongitudeRad - place.LongitudeRad) * metresPerRadLon, (after.LatitudeRad - place.LatitudeRad) * metresPerRadLat);
                    if (DistanceFromOriginM(a, b) <= marginM) return true;
                    if (a.Y > 0 != b.Y > 0 && a.X + ((b.X - a.X) * -a.Y / (b.Y - a.Y)) > 0) inside = !inside;
                    before = after;
                }
            }

            if (inside) return true;
        }

        return false;
    }

    private static double DistanceFromOriginM(PlanePoint a, PlanePoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length2 = (dx * dx) + (dy * dy);
        var share = length2 > 0 ? Math.Clamp(-((a.X * dx) + (a.Y * dy)) / length2, 0, 1) : 0;
        var (x, y) = (a.X + (share * dx), a.Y + (share * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
