using Vedette.Air;
using Vedette.Assessment;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Crossing;

/// <summary>
/// Shows true flights, with the error of a good tracker, to the assessor and holds every forecast for an object outside against what came.
/// What is apart from the tracker: the forecast itself. An object out of the forecaster's reach counts only where it came after all.
/// </summary>
internal sealed class CrossingTrial
{
    private const double SigmaM = 60;
    private const double SigmaMps = 1.5;

    private readonly SeededRandom random = new(1);
    private readonly Assessor assessor = new();
    private readonly IReadOnlyList<Airspace> airspaces;
    private readonly CrossingScore score;
    private readonly List<Watched> flights;

    private CrossingTrial(IReadOnlyList<Flight> flights, IReadOnlyList<Airspace> airspaces, CrossingScore score)
    {
        (this.airspaces, this.score) = (airspaces, score);
        assessor.Watch(airspaces);
        this.flights = [.. flights.Where(f => f.Points.Count > 1).Select(f => new Watched(f, airspaces))];
    }

    public static CrossingScore Run(IReadOnlyList<Flight> flights, IReadOnlyList<Airspace> airspaces)
    {
        var trial = new CrossingTrial(flights, airspaces, new CrossingScore());
        trial.Run();
        return trial.score;
    }

    private void Run()
    {
        var times = flights.SelectMany(f => f.Flight.Points.Select(p => p.TimeS)).Distinct().Order();
        var present = new List<(Watched Of, int Index)>();
        foreach (var timeS in times)
        {
            present.Clear();
            foreach (var flight in flights)
                if (flight.At(timeS) is { } index) present.Add((flight, index));
            var assessments = assessor.Assess([.. present.Select(p => Track(p.Of.Flight, p.Index))], Instant.UnixEpoch.AddSeconds(timeS));
            for (var i = 0; i < present.Count; i++) Judge(present[i].Of, present[i].Index, assessments[i]);
        }

        foreach (var flight in flights)
            for (var a = 0; a < airspaces.Count; a++) score.AddAlerts(flight.Said[a], flight.Entries[a], flight.Flight.EndS);
    }

    private void Judge(Watched of, int index, TrackAssessment assessment)
    {
        var timeS = of.Flight.Points[index].TimeS;
        for (var a = 0; a < airspaces.Count; a++)
        {
            var crossing = assessment.Crossings.FirstOrDefault(c => c.AirspaceId == airspaces[a].Id);
            of.Said[a].Add((timeS, crossing?.Within10Min ?? 0));
            if (!of.Inside[a][index]) score.AddForecast(crossing, of.Entries[a].FirstOrDefault(t => t > timeS, double.PositiveInfinity) - timeS, of.Flight.EndS - timeS);
        }
    }

    private Track Track(Flight flight, int index)
    {
        var point = flight.Points[index];
        var covariance = default(Covariance6);
        for (var k = 0; k < 6; k++) covariance.Set(k, k, k < 3 ? SigmaM * SigmaM : SigmaMps * SigmaMps);
        var classes = default(ClassProbabilities);
        classes[(int)flight.Class] = 1;
        var time = Instant.UnixEpoch.AddSeconds(point.TimeS);
        return new()
        {
            Number = new(flight.Id),
            Status = TrackStatus.Confirmed,
            Existence = 1,
            Time = time,
            FirstSeen = Instant.UnixEpoch.AddSeconds(flight.Points[0].TimeS),
            LastSeen = time,
            Plots = index + 1,
            Position = new EnuFrame(point.Position).ToGeodetic(new(SigmaM * random.NextGaussian(), SigmaM * random.NextGaussian(), 0)),
            HeightKnown = flight.HeightKnown,
            Velocity = new(point.Velocity.East + (SigmaMps * random.NextGaussian()), point.Velocity.North + (SigmaMps * random.NextGaussian()), point.Velocity.Up),
            Covariance = covariance,
            Classes = classes,
        };
    }

    /// <summary>A flight, when it entered what, and what was said of it.</summary>
    private sealed class Watched
    {
        private int next;

        public Watched(Flight flight, IReadOnlyList<Airspace> airspaces)
        {
            Flight = flight;
            Inside = [.. airspaces.Select(a => TrueEntries.Inside(flight, a))];
            Entries = [.. Inside.Select(inside => TrueEntries.Times(flight, inside))];
            Said = [.. airspaces.Select(_ => new List<(double, double)>())];
        }

        public Flight Flight { get; }

        public bool[][] Inside { get; }

        public List<double>[] Entries { get; }

        public List<(double TimeS, double Probability)>[] Said { get; }

        /// <summary>The point of this time, null where there is none. Times are asked for in order.</summary>
        public int? At(double timeS)
        {
            while (next < Flight.Points.Count && Flight.Points[next].TimeS < timeS) next++;
            return next < Flight.Points.Count && Flight.Points[next].TimeS == timeS ? next : null;
        }
    }
}
