using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks;

/// <summary>
/// Tracks of a bad night (half of them drones within reach of a winding 530-km border, three in ten airliners behind it, missiles, the rest far)
/// that fly on as they are headed, and the airspaces they may enter.
/// </summary>
internal sealed class BenchmarkCrowd
{
    private readonly Track[] tracks;

    /// <param name="airspaces">Two: the country and a field inside it. Otherwise the country and circles over it and beyond its border.</param>
    public BenchmarkCrowd(int count, int airspaces)
    {
        var random = new SeededRandom(3);
        Airspaces = [BenchmarkAirspaces.Country(random), .. airspaces == 2 ? [Field()] : Towns(airspaces - 1)];
        tracks = [.. Enumerable.Range(0, count).Select(i => Track(i, random))];
    }

    public IReadOnlyList<Airspace> Airspaces { get; }

    public Instant Now { get; private set; } = Instant.FromUtc(2026, 1, 17, 1);

    /// <summary>The tracks a second later; the array is used again.</summary>
    public Track[] Next()
    {
        Now = Now.AddSeconds(1);
        for (var i = 0; i < tracks.Length; i++)
        {
            ref readonly var track = ref tracks[i];
            var moved = new EnuFrame(track.Position).ToGeodetic(track.Velocity) with { HeightM = track.Position.HeightM };
            tracks[i] = track with { Time = Now, LastSeen = Now, Position = moved };
        }

        return tracks;
    }

    /// <summary>Circles of 6 to 12 km, over the country and beyond its border.</summary>
    private static IEnumerable<Airspace> Towns(int count) => Enumerable.Range(0, count).Select(i => BenchmarkAirspaces.Circle(
        $"town-{i}", 49.3 + (0.45 * (i % 5)), 20.6 + (1.1 * (i / 5)), 6e3 + (2e3 * (i % 4)), ceilingM: i % 2 == 0 ? double.PositiveInfinity : 3000));

    private static Airspace Field() => new()
    {
        Id = "field",
        Name = "field",
        CeilingM = 3000,
        Polygons = [[[Geodetic.FromDegrees(50.0, 22.0), Geodetic.FromDegrees(50.2, 22.0), Geodetic.FromDegrees(50.2, 22.3), Geodetic.FromDegrees(50.0, 22.3)]]],
    };

    private static Track Track(int i, SeededRandom random)
    {
        var (kind, lonFrom, lonTo, speed) = (i % 20) switch
        {
            < 10 => (ObjectClass.OneWayDrone, 23.5, 25.5, 50.0),
            < 16 => (ObjectClass.Airliner, 20.2, 23, 220),
            16 => (ObjectClass.CruiseMissile, 24, 28, 230),
            _ => (ObjectClass.Unknown, 27.0, 30, 50),
        };
        var heading = random.NextDouble(0, 2 * Math.PI);
        var covariance = default(Covariance6);
        for (var k = 0; k < 6; k++) covariance.Set(k, k, k < 3 ? 100 * 100 : 2 * 2);
        var classes = default(ClassProbabilities);
        classes[(int)kind] = 1;
        return new()
        {
            Number = new(i + 1),
            Status = TrackStatus.Confirmed,
            Existence = 1,
            Time = default,
            FirstSeen = Instant.FromUtc(2026, 1, 17),
            Plots = 100,
            Position = Geodetic.FromDegrees(random.NextDouble(49.2, 51.4), random.NextDouble(lonFrom, lonTo), kind == ObjectClass.Airliner ? 10e3 : 500),
            HeightKnown = true,
            SensedIndependently = true,
            Velocity = new(speed * Math.Sin(heading), speed * Math.Cos(heading), 0),
            Covariance = covariance,
            Classes = classes,
            Address = kind == ObjectClass.Airliner ? new TransponderAddress(0x480000 + i) : null,
        };
    }
}
