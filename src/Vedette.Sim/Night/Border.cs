using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Night;

/// <summary>
/// The border of the night: 530 km long from north to south near the border of Poland and Ukraine. Town-level anchors with generated
/// meanders between them, longitude as a function of latitude; not a survey of the real line. The protected side is west of it.
/// </summary>
public static class Border
{
    public const double LengthM = 530_000;

    public const string AirspaceId = "protected";

    private const int Segments = 512;
    private const ulong Shape = 530;

    private static readonly (double LatDeg, double LonDeg)[] Anchors =
    [
        (51.50, 23.62), (51.16, 23.80), (50.88, 24.10), (50.60, 24.08), (50.40, 23.98), (50.27, 23.58),
        (50.10, 23.40), (49.95, 23.12), (49.80, 22.94), (49.62, 22.78), (49.45, 22.68), (49.26, 22.72), (49.09, 22.57),
    ];

    /// <summary>The rest of the way around the protected airspace, from the southern end of the border west, north and back.</summary>
    private static readonly (double LatDeg, double LonDeg)[] Rear =
    [
        (49.25, 20.10), (49.55, 18.85), (50.35, 16.60), (51.00, 14.95), (52.80, 14.20), (53.95, 14.25), (54.60, 17.20),
        (54.40, 19.60), (54.30, 22.80), (53.70, 23.55), (52.65, 23.75), (52.10, 23.60),
    ];

    /// <summary>The line from north to south, equally spaced in latitude.</summary>
    public static IReadOnlyList<Geodetic> Line { get; } = Draw();

    /// <summary>The protected airspace: from the ground up, west of the border.</summary>
    public static Airspace Protected { get; } = new()
    {
        Id = AirspaceId,
        Name = "Eastern Sector",
        Role = AirspaceRole.Protected,
        Polygons = [[[.. Line, .. Rear.Select(p => Geodetic.FromDegrees(p.LatDeg, p.LonDeg))]]],
    };

    /// <summary>Where the objects of the night come from: the first 160 km east of the border.</summary>
    public static Airspace Origin { get; } = new()
    {
        Id = "origin",
        Name = "Beyond the border",
        Role = AirspaceRole.Origin,
        Polygons = [[[.. Line, East(Line[^1].LatitudeDeg, 160), East(Line[0].LatitudeDeg, 160)]]],
    };

    /// <summary>Longitude of the border at a latitude, rad; held at its ends.</summary>
    public static double LongitudeAt(double latitudeRad)
    {
        var place = (Line[0].LatitudeRad - latitudeRad) / (Line[0].LatitudeRad - Line[^1].LatitudeRad) * Segments;
        if (place <= 0) return Line[0].LongitudeRad;
        if (place >= Segments) return Line[^1].LongitudeRad;
        var i = (int)place;
        return Line[i].LongitudeRad + ((Line[i + 1].LongitudeRad - Line[i].LongitudeRad) * (place - i));
    }

    /// <summary>The place so many kilometres east of the border (negative: on the protected side) at a latitude.</summary>
    public static Geodetic East(double latitudeDeg, double eastKm, double heightM = 0)
    {
        var latitude = latitudeDeg * Angle.RadiansPerDegree;
        return new(latitude, LongitudeAt(latitude) + (eastKm * 1000 / MetresPerRadianEast(latitude)), heightM);
    }

    /// <summary>Kilometres east of the border, along the parallel; negative on the protected side.</summary>
    public static double EastOfKm(Geodetic place) =>
        (place.LongitudeRad - LongitudeAt(place.LatitudeRad)) * MetresPerRadianEast(place.LatitudeRad) / 1000;

    private static double MetresPerRadianEast(double latitudeRad) => Wgs84.PrimeVerticalRadiusM(latitudeRad) * Math.Cos(latitudeRad);

    private static Geodetic[] Draw()
    {
        var meander = Meander();
        double low = 0, high = 3;
        for (var step = 0; step < 50; step++)
        {
            var amplitude = (low + high) / 2;
            if (LengthOf(Drawn(meander, amplitude)) < LengthM) low = amplitude;
            else high = amplitude;
        }

        return Drawn(meander, low);
    }

    private static Geodetic[] Drawn(double[] meander, double amplitudeDeg)
    {
        var line = new Geodetic[Segments + 1];
        for (var i = 0; i <= Segments; i++)
        {
            var latitude = Anchors[0].LatDeg + ((Anchors[^1].LatDeg - Anchors[0].LatDeg) * i / Segments);
            line[i] = Geodetic.FromDegrees(latitude, AnchorLongitude(latitude) + (amplitudeDeg * meander[i]));
        }

        return line;
    }

    /// <summary>Midpoint displacement: each halving of the line moves its middle by a random amount that shrinks with the length.</summary>
    private static double[] Meander()
    {
        const double roughness = 0.8;
        var random = new SeededRandom(Shape);
        var y = new double[Segments + 1];
        for (var step = Segments / 16; step > 1; step /= 2)
        {
            for (var i = 0; i < Segments; i += step)
                y[i + (step / 2)] = ((y[i] + y[i + step]) / 2) + (random.NextGaussian() * Math.Pow((double)step / Segments, roughness));
        }

        return y;
    }

    private static double AnchorLongitude(double latitudeDeg)
    {
        var i = 0;
        while (i < Anchors.Length - 2 && Anchors[i + 1].LatDeg > latitudeDeg) i++;
        var (a, b) = (Anchors[i], Anchors[i + 1]);
        return a.LonDeg + ((b.LonDeg - a.LonDeg) * Math.Clamp((a.LatDeg - latitudeDeg) / (a.LatDeg - b.LatDeg), 0, 1));
    }

    private static double LengthOf(Geodetic[] line)
    {
        var sum = 0.0;
        for (var i = 1; i < line.Length; i++) sum += Geodesic.Inverse(line[i - 1], line[i]).DistanceM;
        return sum;
    }
}
