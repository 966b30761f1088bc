using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Configs;
using Vedette.Air;
using Vedette.Assessment;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks;

/// <summary>
/// One second of a bad night: tracks (half of them drones within reach of a winding 530-km border, 300 airliners behind it, missiles, the rest far)
/// against the country and a field inside it; and ten times the night against twenty airspaces.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(OneProcess))]
public class AssessmentBenchmarks
{
    private const int Count = 1000;
    private const int Many = 10000;

    private readonly Assessor assessor = new();
    private readonly Assessor wide = new();
    private readonly Track[] tracks = new Track[Count];
    private readonly Track[] crowd = new Track[Many];
    private Instant now = Instant.FromUtc(2026, 1, 17, 1);

    [GlobalSetup]
    public void Setup()
    {
        var random = new SeededRandom(3);
        assessor.Watch([BenchmarkAirspaces.Country(random), Field()]);
        for (var i = 0; i < Count; i++) tracks[i] = Track(i, random);
        wide.Watch([BenchmarkAirspaces.Country(random), .. Towns()]);
        for (var i = 0; i < Many; i++) crowd[i] = Track(i, random);
    }

    [Benchmark]
    public int One_second_of_1000_tracks_and_2_airspaces() => Second(assessor, tracks);

    [Benchmark]
    public int One_second_of_10000_tracks_and_20_airspaces() => Second(wide, crowd);

    private int Second(Assessor judge, Track[] all)
    {
        now = now.AddSeconds(1);
        for (var i = 0; i < all.Length; i++) all[i] = all[i] with { Time = now, LastSeen = now };
        return judge.Assess(all, now).Count;
    }

    /// <summary>Nineteen circles of 6 to 12 km, over the country and beyond its border.</summary>
    private static IEnumerable<Airspace> Towns() => Enumerable.Range(0, 19).Select(i => BenchmarkAirspaces.Circle(
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

    /// <summary>In this process: a benchmark of a shared machine is no place for a build of its own.</summary>
    private sealed class OneProcess : ManualConfig
    {
        public OneProcess() => AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(2), logOutput: false)));
    }
}
