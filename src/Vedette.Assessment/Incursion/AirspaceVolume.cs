using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// An airspace made ready for questions: its edges in a plane that touches the ellipsoid amid them (orthographic: 0.1 % short at
/// 300 km, and only relative places matter here), under a grid.
/// </summary>
internal sealed class AirspaceVolume
{
    /// <summary>GeoJSON edges are straight in longitude and latitude; pieces of this length are straight in the plane to under a metre.</summary>
    private const double LongestEdgeM = 5e3;

    private readonly EnuFrame frame;
    private readonly BoundaryGrid grid;
    private readonly BoundaryCourse course;
    private readonly List<(Geodetic From, Geodetic To)> edges;

    public AirspaceVolume(Airspace airspace)
    {
        Airspace = airspace;
        (edges, var rings) = Split(airspace);
        frame = new EnuFrame(Middle(edges));
        var n = edges.Count;
        var (ax, ay, bx, by) = (new double[n], new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            (ax[i], ay[i]) = ToPlane(edges[i].From);
            (bx[i], by[i]) = ToPlane(edges[i].To);
        }

        grid = new BoundaryGrid(ax, ay, bx, by);
        course = new BoundaryCourse(ax, ay, rings);
    }

    public Airspace Airspace { get; }

    public bool HasHeightLimits => !double.IsNegativeInfinity(Airspace.FloorM) || !double.IsPositiveInfinity(Airspace.CeilingM);

    /// <summary>The place in this volume's plane, m. NaN for places on the other side of the earth.</summary>
    public (double X, double Y) ToPlane(Geodetic place)
    {
        var local = frame.ToLocal(place with { HeightM = 0 });
        return local.Up < -0.5 * Wgs84.SemiMajorAxisM ? (double.NaN, double.NaN) : (local.East, local.North);
    }

    /// <summary>How the plane shows a metre to the east and a metre to the north at a place.</summary>
    public (double EastX, double EastY, double NorthX, double NorthY) Axes(Geodetic place)
    {
        var there = new EnuFrame(place);
        var east = frame.RotateToLocal(there.RotateToEcef(new(1, 0, 0)));
        var north = frame.RotateToLocal(there.RotateToEcef(new(0, 1, 0)));
        return (east.East, east.North, north.East, north.North);
    }

    public bool Contains(double x, double y) => grid.Contains(x, y);

    /// <inheritdoc cref="BoundaryGrid.NextCrossing"/>
    public (double AtM, int Edge) NextCrossing(double x, double y, double dx, double dy, double fromM, double lengthM) =>
        grid.NextCrossing(x, y, dx, dy, fromM, lengthM);

    /// <inheritdoc cref="BoundaryGrid.ClearM"/>
    public double ClearM(double x, double y) => grid.ClearM(x, y);

    /// <inheritdoc cref="BoundaryGrid.IsClear"/>
    public bool IsClear(double x, double y, double withinM) => grid.IsClear(x, y, withinM);

    /// <summary>The course of the boundary at its point nearest to a point of the plane.</summary>
    public LineCourse Course(double x, double y) => Course(x, y, grid.Nearest(x, y));

    /// <summary>The same, found fast and less exactly far from the boundary.</summary>
    public LineCourse CourseNear(double x, double y) => Course(x, y, grid.Near(x, y));

    private LineCourse Course(double x, double y, (double DistanceM, int Edge, double Along) nearest)
    {
        var (alongX, alongY) = course.Along(nearest.Edge);
        var (nearX, nearY) = grid.Point(nearest.Edge, nearest.Along);
        var side = ((y - nearY) * alongX) - ((x - nearX) * alongY) >= 0 ? 1 : -1;
        return new(alongX, alongY, -alongY * side, alongX * side, nearest.DistanceM);
    }

    /// <summary>
    /// Ground distance over the ellipsoid from a place, at (x, y) in the plane, to the nearest point of the boundary, m; negative inside
    /// (heights not considered).
    /// </summary>
    public double SignedDistanceM(Geodetic place, double x, double y)
    {
        var distanceM = Geodesic.Inverse(place, OnBoundary(x, y)).DistanceM;
        return grid.Contains(x, y) ? -distanceM : distanceM;
    }

    /// <summary>The place on the boundary nearest to a point of the plane.</summary>
    public Geodetic OnBoundary(double x, double y)
    {
        var (_, edge, along) = grid.Nearest(x, y);
        return Between(edges[edge].From, edges[edge].To, along);
    }

    private static Geodetic Between(Geodetic from, Geodetic to, double along) => new(
        from.LatitudeRad + (along * (to.LatitudeRad - from.LatitudeRad)),
        from.LongitudeRad + (along * LongitudeStep(from, to)),
        0);

    /// <summary>The short way round, so that a ring may cross the 180th meridian.</summary>
    private static double LongitudeStep(Geodetic from, Geodetic to) => Math.IEEERemainder(to.LongitudeRad - from.LongitudeRad, 2 * Math.PI);

    /// <summary>The edges in pieces, and for each ring how many of them come before its own.</summary>
    private static (List<(Geodetic From, Geodetic To)> Edges, List<int> Rings) Split(Airspace airspace)
    {
        var pieces = new List<(Geodetic, Geodetic)>();
        var rings = new List<int>();
        foreach (var ring in airspace.Polygons.SelectMany(polygon => polygon))
        {
            rings.Add(pieces.Count);
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[i] with { HeightM = 0 }, ring[(i + 1) % ring.Count] with { HeightM = 0 });
                var (east, north) = (LongitudeStep(from, to) * Math.Cos(from.LatitudeRad), to.LatitudeRad - from.LatitudeRad);
                var lengthM = Wgs84.SemiMajorAxisM * Math.Sqrt((east * east) + (north * north));
                if (lengthM == 0) continue;
                var count = (int)Math.Ceiling(lengthM / LongestEdgeM);
                var previous = from;
                for (var k = 1; k <= count; k++)
                {
                    var next = k == count ? to : Between(from, to, (double)k / count);
                    pieces.Add((previous, next));
                    previous = next;
                }
            }
        }

        Kernel.Invariant.Holds(pieces.Count >= 3, "an airspace has at least three edges");
        return (pieces, rings);
    }

    private static Geodetic Middle(List<(Geodetic From, Geodetic To)> edges)
    {
        var sum = edges.Aggregate(new Ecef(0, 0, 0), (s, e) => s + e.From.ToEcef());
        return sum.ToGeodetic() with { HeightM = 0 };
    }
}
