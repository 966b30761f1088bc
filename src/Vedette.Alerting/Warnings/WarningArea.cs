using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Warnings;

/// <summary>
/// The ground to warn for one object: the convex hull of where it can be, step by step, as far as that is in or near the airspace.
/// It moves with the threat, as NOAA's Threats-in-Motion proposes.
/// </summary>
internal static class WarningArea
{
    private const int Steps = 20;
    private const int Corners = 12;

    /// <summary>The least radius warned around any predicted place, m: debris falls, and engines glide.</summary>
    private const double FloorM = 2e3;

    /// <summary>Sideways growth per distance flown: about one standard deviation of 6° of heading, for what no filter knows of intent.</summary>
    private const double SwayShare = 0.1;

    /// <summary>Two standard deviations: nineteen of twenty.</summary>
    private const double Sigmas = 2;

    private const double MaxRadiusM = 40e3;

    /// <param name="alreadyS">Age of the track at the moment of drafting, s.</param>
    /// <returns>The ring (not closed, counter-clockwise), at least a circle around the expected entry or the object itself.</returns>
    public static IReadOnlyList<Geodetic> Ahead(in Track track, CrossingForecast? crossing, Airspace? airspace, double alreadyS, AlertPolicy policy)
    {
        var frame = new EnuFrame(track.Position);
        var points = new List<PlanePoint>((Steps + 2) * Corners);
        var speedMps = track.GroundSpeedMps;
        var aheadS = speedMps > 0 ? Math.Min(policy.WarnAheadS, policy.WarnReachM / speedMps) : policy.WarnAheadS;
        var begun = false;
        for (var step = 0; step <= Steps; step++)
        {
            var dtS = alreadyS + (aheadS * step / Steps);
            var centre = track.Velocity * dtS;
            var place = frame.ToGeodetic(new(centre.East, centre.North, 0));
            var here = airspace is null || AirspaceGround.IsNear(airspace, place, policy.WarnMarginM);

            // Only the first stretch: what lies beyond a gap is another warning, when it comes to that.
            if (begun && !here) break;
            if (!here) continue;
            begun = true;
            Circle(points, centre.East, centre.North, RadiusM(track, dtS));
        }

        if (crossing?.EntryPoint is { } entry && crossing.Inside < 0.5)
        {
            var there = frame.ToLocal(entry);
            var spreadM = double.IsNaN(crossing.EntrySpreadM) ? 0 : crossing.EntrySpreadM;
            Circle(points, there.East, there.North, Math.Min(FloorM + (Sigmas * spreadM), MaxRadiusM));
        }

        if (points.Count == 0) Circle(points, 0, 0, RadiusM(track, alreadyS));
        var hull = ConvexArea.Hull(points);
        var ring = new Geodetic[hull.Count];
        for (var i = 0; i < ring.Length; i++) ring[i] = frame.ToGeodetic(new(hull[i].X, hull[i].Y, 0)) with { HeightM = 0 };
        return ring;
    }

    private static double RadiusM(in Track track, double dtS)
    {
        var place = Math.Max(0, Math.Max(track.Covariance.At(0, 0), track.Covariance.At(1, 1)));
        var speed = Math.Max(0, Math.Max(track.Covariance.At(3, 3), track.Covariance.At(4, 4)));
        var sway = SwayShare * track.GroundSpeedMps * dtS;
        return Math.Min(FloorM + (Sigmas * Math.Sqrt(place + (speed * dtS * dtS) + (sway * sway))), MaxRadiusM);
    }

    private static void Circle(List<PlanePoint> points, double east, double north, double radiusM)
    {
        // The corners lie outside the circle, so that the polygon holds all of it.
        var outer = radiusM / Math.Cos(Math.PI / Corners);
        for (var i = 0; i < Corners; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Corners);
            points.Add(new(east + (outer * cos), north + (outer * sin)));
        }
    }
}
