using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Warnings;

/// <summary>A point of a local plane, metres (or any other common unit).</summary>
internal readonly record struct PlanePoint(double X, double Y);

/// <summary>Convex polygons in a plane, counter-clockwise, not closed.</summary>
internal static class ConvexArea
{
    /// <summary>The convex hull (Andrew's monotone chain, 1979). Fewer than three points that are not in a line give what there is.</summary>
    public static List<PlanePoint> Hull(List<PlanePoint> points)
    {
        points.Sort(static (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<PlanePoint>(points.Count);
        Chain(points, hull, 0, points.Count, 1);
        Chain(points, hull, points.Count - 1, -1, -1);
        return hull;
    }

    public static double Size(IReadOnlyList<PlanePoint> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return Math.Abs(twice) / 2;
    }

    /// <summary>The common part of two convex polygons (Sutherland and Hodgman, 1974); empty where there is none.</summary>
    public static List<PlanePoint> Common(IReadOnlyList<PlanePoint> a, IReadOnlyList<PlanePoint> b)
    {
        var left = new List<PlanePoint>(a);
        for (var i = 0; i < b.Count && left.Count > 0; i++) left = Clip(left, b[i], b[(i + 1) % b.Count]);
        return left;
    }

    /// <summary>Size of the common part over size of the union of two rings on the earth: 1 equal, 0 apart.</summary>
    public static double Overlap(IReadOnlyList<Geodetic> a, IReadOnlyList<Geodetic> b)
    {
        if (a.Count < 3 || b.Count < 3) return 0;
        var scale = Math.Cos(a[0].LatitudeRad);
        var (pa, pb) = (Hull(Plane(a, scale)), Hull(Plane(b, scale)));
        var common = Size(Common(pa, pb));
        var union = Size(pa) + Size(pb) - common;
        return union > 0 ? common / union : 0;
    }

    private static List<PlanePoint> Plane(IReadOnlyList<Geodetic> ring, double scale)
    {
        var points = new List<PlanePoint>(ring.Count);
        foreach (var vertex in ring) points.Add(new(vertex.LongitudeRad * scale, vertex.LatitudeRad));
        return points;
    }

    private static void Chain(List<PlanePoint> points, List<PlanePoint> hull, int from, int to, int step)
    {
        var start = hull.Count;
        for (var i = from; i != to; i += step)
        {
            while (hull.Count >= start + 2 && Turn(hull[^2], hull[^1], points[i]) <= 0) hull.RemoveAt(hull.Count - 1);
            hull.Add(points[i]);
        }

        hull.RemoveAt(hull.Count - 1);
    }

    private static List<PlanePoint> Clip(List<PlanePoint> ring, PlanePoint from, PlanePoint to)
    {
        var kept = new List<PlanePoint>(ring.Count + 1);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var (sideA, sideB) = (Turn(from, to, a), Turn(from, to, b));
            if (sideA >= 0) kept.Add(a);
            if ((sideA < 0 && sideB > 0) || (sideA > 0 && sideB < 0))
            {
                var share = sideA / (sideA - sideB);
                kept.Add(new(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y))));
            }
        }

        return kept;
    }

    /// <summary>Positive where a, b, c turn left.</summary>
    private static double Turn(PlanePoint a, PlanePoint b, PlanePoint c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
