using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Crossing;

/// <summary>Flies pilots of one behaviour east of a border and gives their true motion.</summary>
internal static class World
{
    public const double StepS = 5;

    private const int Objects = 60;
    private const double LengthS = 2400;
    private const double TurnRadps = 4 * Angle.RadiansPerDegree;
    private const double GustRad = 1 * Angle.RadiansPerDegree;

    private static readonly EnuFrame Plane = new(Geodetic.FromDegrees(50.3, BenchmarkAirspaces.BorderLongitudeDeg));

    public static List<Flight> Make(Func<SeededRandom, Pilot> pilot, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(1, Objects).Select(id => Fly(id, pilot(random), random))];
    }

    private static Flight Fly(int id, Pilot pilot, SeededRandom random)
    {
        var fast = id % 6 == 0;
        var speed = fast ? random.NextDouble(150, 240) : random.NextDouble(35, 60);
        var at = new Spot(random.NextDouble(20e3, fast ? 200e3 : 100e3), random.NextDouble(-80e3, 80e3));
        var heightM = random.NextDouble(100, 2500);
        var headingRad = (-Math.PI / 2) + (0.9 * random.NextGaussian());
        var startS = StepS * random.Next(120);
        var places = new List<(double, Geodetic)>();
        for (var t = 0.0; t <= LengthS && !pilot.Landed; t += StepS)
        {
            places.Add((startS + t, Plane.ToGeodetic(new(at.X, at.Y, 0)) with { HeightM = heightM }));
            var turn = Angle.WrapSigned(pilot.Heading(at, headingRad, t, random) - headingRad);
            headingRad += Math.Clamp(turn, -TurnRadps * StepS, TurnRadps * StepS);
            var (sin, cos) = Math.SinCos(headingRad + (GustRad * random.NextGaussian()));
            at = new(at.X + (speed * StepS * sin), at.Y + (speed * StepS * cos));
        }

        // One that landed is on the ground for the rest of the world: what has not come by then does not come.
        return Flight.Through(id, ObjectClass.Unknown, heightKnown: true, places) with { EndS = startS + LengthS };
    }
}
