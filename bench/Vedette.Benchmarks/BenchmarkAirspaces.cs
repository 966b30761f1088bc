using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks;

/// <summary>Airspaces for benchmarks.</summary>
internal static class BenchmarkAirspaces
{
    /// <summary>The border of <see cref="Country"/> meanders about this longitude.</summary>
    public const double BorderLongitudeDeg = 23.5;

    /// <summary>A country whose eastern border, 530 km of it, winds from north to south.</summary>
    public static Airspace Country(SeededRandom random)
    {
        var ring = new List<Geodetic> { Geodetic.FromDegrees(49.09, 20), Geodetic.FromDegrees(51.55, 20) };
        for (var i = 0; i <= 384; i++)
        {
            var lat = 51.55 - (2.46 * i / 384);
            ring.Add(Geodetic.FromDegrees(lat, BorderLongitudeDeg + (0.3 * Math.Sin(lat * 3)) + (0.02 * random.NextGaussian())));
        }

        return new() { Id = "country", Name = "country", Polygons = [[ring]] };
    }

    /// <summary>A circle of 48 corners, nearly.</summary>
    public static Airspace Circle(string id, double latitudeDeg, double longitudeDeg, double radiusM, double floorM = double.NegativeInfinity, double ceilingM = double.PositiveInfinity)
    {
        var middle = new EnuFrame(Geodetic.FromDegrees(latitudeDeg, longitudeDeg));
        var ring = Enumerable.Range(0, 48).Select(i => Math.SinCos(2 * Math.PI * i / 48))
            .Select(c => middle.ToGeodetic(new(radiusM * c.Sin, radiusM * c.Cos, 0)) with { HeightM = 0 }).ToList();
        return new() { Id = id, Name = id, Polygons = [[ring]], FloorM = floorM, CeilingM = ceilingM };
    }
}
