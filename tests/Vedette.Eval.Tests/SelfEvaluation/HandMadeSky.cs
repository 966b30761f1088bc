using Vedette.Air;
using Vedette.Eval.SelfEvaluation;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Tests.SelfEvaluation;

/// <summary>
/// Pictures every ten seconds of tracks that fly straight north at 100 m/s and are known to a metre, so that distances play no part
/// in their GOSPA.
/// </summary>
internal sealed class HandMadeSky(ReviewSettings? settings = null)
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);
    private readonly List<Flight> flights = [];
    private int step;

    public PictureReview Review { get; } = new(settings ?? new() { Window = 0 });

    /// <param name="Lane">Kilometres east of the first lane, more or less.</param>
    /// <param name="Shown">First picture in which it is confirmed.</param>
    /// <param name="Seen">Last picture before which a plot came.</param>
    /// <param name="Ends">Picture that tells its end.</param>
    internal sealed record Flight(int Number, double Lane, int Begins = 0, int Shown = 0, int Seen = int.MaxValue, int Ends = int.MaxValue, ObjectClass Class = ObjectClass.Airliner);

    public HandMadeSky With(Flight flight)
    {
        flights.Add(flight);
        return this;
    }

    /// <summary>Tells a number of pictures.</summary>
    public PictureQuality? Fly(int pictures)
    {
        for (var end = step + pictures; step < end; step++)
            Review.Take(Start.AddSeconds(10 * step), flights.Where(f => f.Begins <= step && f.Ends >= step).Select(TrackOf).OrderBy(t => t.Number.Value).ToArray());
        return Review.Quality;
    }

    public static Geodetic Place(double lane, int step) => Geodetic.FromDegrees(50 + (step * 1000 / 111_230.0), 24 + (lane / 71.6));

    private Track TrackOf(Flight flight)
    {
        Covariance6 covariance = default;
        for (var i = 0; i < 6; i++) covariance.Set(i, i, i is 0 or 1 ? 0.5 : 0.01);
        ClassProbabilities classes = default;
        classes[(int)flight.Class] = 1;
        var seen = Math.Min(step, flight.Seen);
        return new()
        {
            Number = new(flight.Number),
            Status = flight.Ends == step ? TrackStatus.Ended : step < flight.Shown ? TrackStatus.Tentative : TrackStatus.Confirmed,
            Existence = 0.999,
            Time = Start.AddSeconds(10 * step),
            Position = Place(flight.Lane, step),
            Velocity = new Enu(0, 100, 0),
            Covariance = covariance,
            Classes = classes,
            FirstSeen = Start.AddSeconds((10 * flight.Begins) - 5),
            LastSeen = Start.AddSeconds((10 * seen) - 1),
            Plots = 2 * (1 + seen - flight.Begins),
        };
    }
}
