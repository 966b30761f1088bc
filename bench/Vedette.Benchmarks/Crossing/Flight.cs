using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Crossing;

/// <summary>Where an object truly was and how it moved (m/s, local east-north-up).</summary>
internal readonly record struct FlightPoint(double TimeS, Geodetic Position, Enu Velocity);

/// <summary>The true motion of one object, by rising time.</summary>
internal sealed record Flight(int Id, ObjectClass Class, bool HeightKnown, IReadOnlyList<FlightPoint> Points)
{
    /// <summary>Until when it is known what became of it, s.</summary>
    public double EndS { get; init; } = Points.Count > 0 ? Points[^1].TimeS : double.NaN;

    /// <summary>What it called itself; empty where that is not known.</summary>
    public string Callsign { get; init; } = "";

    /// <summary>A flight through places, its velocities those from each place to the next.</summary>
    public static Flight Through(int id, ObjectClass kind, bool heightKnown, IReadOnlyList<(double TimeS, Geodetic Place)> places)
    {
        var points = new List<FlightPoint>();
        for (var i = 0; i + 1 < places.Count; i++)
        {
            var (here, next) = (places[i], places[i + 1]);
            var step = new EnuFrame(here.Place).ToLocal(next.Place);
            var seconds = next.TimeS - here.TimeS;
            points.Add(new(here.TimeS, here.Place, new(step.East / seconds, step.North / seconds, (next.Place.HeightM - here.Place.HeightM) / seconds)));
        }

        return new(id, kind, heightKnown, points);
    }
}
