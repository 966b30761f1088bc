using Vedette.Air;
using Vedette.Assessment.AllClear;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Search;

/// <summary>How an object is looked at: profile, height, place.</summary>
internal delegate LookRate LooksAt(int profile, int height, Geodetic place);

/// <summary>
/// One lost object: a few hundred ways it may have gone since, each thinned by what the sensors would have shown of it, and what has come
/// down on the way, which no sensor sees. Where it may be is all of it together.
/// </summary>
internal sealed class SearchCase
{
    private const int Ways = 400;
    private const double StepS = 5;

    /// <summary>A track that ends where it was well seen has often come down there: so much is put on that at once.</summary>
    private const double DownAtOnce = 0.3;

    /// <summary>However well sensors look, no model of them is surer than this of a way being ruled out.</summary>
    private const double LeastLeft = 0.02;

    /// <summary>It takes another heading about so often, s, by about so much, rad: drones fly legs.</summary>
    private const double LegS = 180, BendRad = 0.6;

    /// <summary>Spread of the speed it goes on with, as a share.</summary>
    private const double SpeedSpread = 0.15;

    private readonly SeededRandom random;
    private readonly EnuFrame frame;
    private readonly Way[] ways = new Way[Ways];
    private readonly SearchGrid down = new();
    private readonly SearchGrid all = new();
    private readonly double enduranceS;
    private Instant reached;

    public SearchCase(LostObject lost)
    {
        Lost = lost;
        frame = new(lost.Track.Position with { HeightM = 0 });
        random = SeededRandom.For((ulong)lost.Alert.Value, 0x5EA7_C400);
        reached = lost.Track.Time;
        Profile = SearchProfile.Of(lost.Track);
        enduranceS = SearchProfile.EnduranceS(ObjectProfile.Standard[Profile].Class);
        for (var i = 0; i < Ways; i++) ways[i] = Draw();
        foreach (ref readonly var way in ways.AsSpan()) down.Add(way.East, way.North, DownAtOnce / Ways);
    }

    public LostObject Lost { get; }

    /// <summary>As what it is supposed to be looked for.</summary>
    public int Profile { get; }

    /// <summary>Share of what could still fly that sensors have ruled out.</summary>
    public double RuledOut { get; private set; }

    public void Advance(Instant now, LooksAt looks)
    {
        while (now.SecondsSince(reached) >= StepS)
        {
            foreach (ref var way in ways.AsSpan()) Fly(ref way, looks);
            reached = reached.AddSeconds(StepS);
        }
    }

    /// <summary>The area of a share of what is possible, and the probabilities that it flies and that it is down.</summary>
    public (List<List<(double East, double North)>> Rings, double AreaM2, double ReachM, double Flying) Area(double share)
    {
        all.Copy(down);
        var (flying, unseen) = (0.0, 0.0);
        foreach (ref readonly var way in ways.AsSpan())
        {
            flying += way.Left * way.Flying;
            unseen += way.Left;
            all.Add(way.East, way.North, way.Left * way.Flying);
        }

        RuledOut = 1 - (unseen / Ways);
        var (rings, areaM2, reachM) = all.Region(share);
        return (rings, areaM2, reachM, flying / (flying + down.Total));
    }

    public Geodetic Place(double east, double north) => frame.ToGeodetic(new(east, north, 0)) with { HeightM = 0 };

    private Way Draw()
    {
        var track = Lost.Track;
        // The covariance of place, as two standard normals through its Cholesky factor.
        var a = Math.Sqrt(Math.Max(track.Covariance.At(0, 0), 1));
        var b = track.Covariance.At(0, 1) / a;
        var c = Math.Sqrt(Math.Max(track.Covariance.At(1, 1) - (b * b), 1));
        var (u, v) = (random.NextGaussian(), random.NextGaussian());
        var bend = random.NextGaussian() * 0.1;
        return new()
        {
            East = a * u,
            North = (b * u) + (c * v),
            HeadingRad = Math.Atan2(track.Velocity.East, track.Velocity.North) + bend,
            SpeedMps = Math.Max(track.GroundSpeedMps, 5) * Math.Exp(SpeedSpread * random.NextGaussian()),
            Height = SearchProfile.HeightOf(track, random),
            Left = 1,
            Flying = (1 - DownAtOnce) / Ways,
        };
    }

    private void Fly(ref Way way, LooksAt looks)
    {
        if (random.NextDouble() < StepS / LegS) way.HeadingRad += BendRad * random.NextGaussian();
        var (sin, cos) = Math.SinCos(way.HeadingRad);
        way.East += sin * way.SpeedMps * StepS;
        way.North += cos * way.SpeedMps * StepS;
        way.Left = Math.Max(way.Left * Math.Exp(-ConfirmationHazard.Of(looks(Profile, way.Height, Place(way.East, way.North))) * StepS), LeastLeft);
        var landed = way.Flying * (1 - Math.Exp(-StepS / enduranceS));
        way.Flying -= landed;
        // What has been ruled out in the air by then cannot have come down there unseen either.
        down.Add(way.East, way.North, landed * way.Left);
    }

    private struct Way
    {
        public double East, North, HeadingRad, SpeedMps;

        /// <summary>Index of its height above ground.</summary>
        public int Height;

        /// <summary>Probability that no sensor would have confirmed it so far.</summary>
        public double Left;

        /// <summary>Probability, before any sensor looked, that it has gone this way and still flies.</summary>
        public double Flying;
    }
}
