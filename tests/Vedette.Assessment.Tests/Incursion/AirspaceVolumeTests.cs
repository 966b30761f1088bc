using CsCheck;
using NetTopologySuite.Geometries;
using Vedette.Air;
using Vedette.Assessment.Incursion;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Incursion;

/// <summary>Held against NetTopologySuite as an independent judge of plane geometry.</summary>
public class AirspaceVolumeTests
{
    /// <summary>A star with a hole around (50.5 N, 23.5 E): every ray from the middle meets each ring once, so it never crosses itself.</summary>
    private static readonly Gen<Airspace> Stars =
        Gen.Select(Gen.Double[0.3, 1.0].Array[5, 60], Gen.Double[0.1, 0.25].Array[3, 20]).Select((outer, hole) => new Airspace
        {
            Id = "star",
            Name = "star",
            Polygons = [[Ring(outer), Ring(hole)]],
        });

    private static List<Geodetic> Ring(double[] radiiDeg) =>
        [.. radiiDeg.Select((r, i) => Geodetic.FromDegrees(
            50.5 + (r * Math.Cos(2 * Math.PI * i / radiiDeg.Length)),
            23.5 + (1.5 * r * Math.Sin(2 * Math.PI * i / radiiDeg.Length))))];

    private static Polygon Oracle(Airspace airspace)
    {
        var rings = airspace.Polygons[0].Select(ring => new LinearRing(
            [.. ring.Append(ring[0]).Select(v => new Coordinate(v.LongitudeDeg, v.LatitudeDeg))])).ToArray();
        return new Polygon(rings[0], [.. rings.Skip(1)]);
    }

    private static double Signed(AirspaceVolume volume, Geodetic place)
    {
        var (x, y) = volume.ToPlane(place);
        return volume.SignedDistanceM(place, x, y);
    }

    [Fact]
    public void Inside_is_where_an_independent_judge_says_it_is() =>
        Gen.Select(Stars, Gen.Select(Gen.Double[49.3, 51.7], Gen.Double[21.7, 25.3]).Array[40]).Sample((airspace, places) =>
        {
            var volume = new AirspaceVolume(airspace);
            var oracle = Oracle(airspace);
            foreach (var (lat, lon) in places)
            {
                var point = new Point(lon, lat);
                // Within about ten metres of the line, rounding and the plane's curvature may decide.
                if (oracle.Boundary.Distance(point) < 1e-4) continue;
                var (x, y) = volume.ToPlane(Geodetic.FromDegrees(lat, lon));
                Assert.Equal(oracle.Contains(point), volume.Contains(x, y));
                Assert.Equal(oracle.Contains(point), Signed(volume, Geodetic.FromDegrees(lat, lon)) < 0);
            }
        }, iter: 60);

    [Fact]
    public void The_nearest_edge_is_never_farther_than_any_point_of_the_boundary() =>
        Gen.Select(Stars, Gen.Double[47, 54], Gen.Double[19, 28]).Sample((airspace, lat, lon) =>
        {
            var volume = new AirspaceVolume(airspace);
            var place = Geodetic.FromDegrees(lat, lon);
            var distanceM = Math.Abs(Signed(volume, place));
            var sampled = double.PositiveInfinity;
            foreach (var ring in airspace.Polygons[0])
            {
                for (var i = 0; i < ring.Count; i++)
                {
                    var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                    for (var f = 0.0; f < 1; f += 0.02)
                    {
                        var on = new Geodetic(a.LatitudeRad + (f * (b.LatitudeRad - a.LatitudeRad)), a.LongitudeRad + (f * (b.LongitudeRad - a.LongitudeRad)), 0);
                        sampled = Math.Min(sampled, Geodesic.Inverse(place, on).DistanceM);
                    }
                }
            }

            var (x, y) = volume.ToPlane(place);
            Assert.InRange(volume.ClearM(x, y), 0, sampled + 1);

            // The plane is 0.1 % short at 300 km, so the nearest edge in it may be a little farther over the ellipsoid.
            Assert.InRange(distanceM, (sampled * 0.97) - 3000, (sampled * 1.004) + 1);
        }, iter: 40);

    [Fact]
    public void A_ray_crosses_where_inside_changes_and_nowhere_else() =>
        Gen.Select(Stars, Gen.Double[-200e3, 200e3], Gen.Double[-200e3, 200e3], Gen.Double[0, 2 * Math.PI]).Sample((airspace, x, y, heading) =>
        {
            var volume = new AirspaceVolume(airspace);
            var (dy, dx) = Math.SinCos(heading);
            var inside = volume.Contains(x, y);
            var from = 0.0;
            for (var guard = 0; guard < 1000; guard++)
            {
                var (atM, edge) = volume.NextCrossing(x, y, dx, dy, from, 500e3);
                var until = Math.Min(atM, 500e3);
                for (var f = 0.05; f < 1; f += 0.1)
                {
                    var s = from + (f * (until - from));
                    if (until - from > 1) Assert.Equal(inside, volume.Contains(x + (dx * s), y + (dy * s)));
                }

                if (edge < 0) return;
                inside = !inside;
                from = atM;
            }

            Assert.Fail("the ray never ends");
        }, iter: 60);

    [Fact]
    public void Distance_is_the_geodesic_one_and_negative_inside()
    {
        var volume = new AirspaceVolume(World.Square());
        Assert.Equal(14e3, Signed(volume, World.At(14e3, 0)), 20.0);
        Assert.Equal(-14e3, Signed(volume, World.At(-14e3, 0)), 20.0);
    }

    [Fact]
    public void A_long_edge_follows_its_parallel_as_GeoJson_says()
    {
        var wide = new Airspace
        {
            Id = "wide",
            Name = "wide",
            Polygons = [[[Geodetic.FromDegrees(50, 18), Geodetic.FromDegrees(50, 24), Geodetic.FromDegrees(51, 24), Geodetic.FromDegrees(51, 18)]]],
        };
        var volume = new AirspaceVolume(wide);
        Assert.True(Signed(volume, Geodetic.FromDegrees(50.001, 21)) < 0);
        Assert.True(Signed(volume, Geodetic.FromDegrees(49.999, 21)) > 0);
        Assert.Equal(111.2, Signed(volume, Geodetic.FromDegrees(49.999, 21)), 1.0);
    }

    [Fact]
    public void A_ring_across_the_180th_meridian_holds_what_is_in_it()
    {
        var dateLine = new Airspace
        {
            Id = "date line",
            Name = "date line",
            Polygons = [[[Geodetic.FromDegrees(-1, 179), Geodetic.FromDegrees(-1, -179), Geodetic.FromDegrees(1, -179), Geodetic.FromDegrees(1, 179)]]],
        };
        var volume = new AirspaceVolume(dateLine);
        Assert.True(Signed(volume, Geodetic.FromDegrees(0, 179.9)) < 0);
        Assert.True(Signed(volume, Geodetic.FromDegrees(0, -179.9)) < 0);
        Assert.True(Signed(volume, Geodetic.FromDegrees(0, 178)) > 0);
    }
}
