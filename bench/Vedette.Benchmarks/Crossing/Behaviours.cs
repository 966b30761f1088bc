using Vedette.Kernel;

namespace Vedette.Benchmarks.Crossing;

/// <summary>
/// Ways of flying east of a border that runs north and south near x = 0, m (x east, y north). Each commands a heading from where the object is and
/// what it set out to do; none shares anything with the forecaster's legs but that objects fly.
/// </summary>
internal static class Behaviours
{
    public static readonly (string Name, Func<SeededRandom, Pilot> Pilot)[] All =
    [
        ("constant heading", _ => new Pilot()),
        ("patrols the border", r => new Racetrack(r.NextDouble(2e3, 15e3), r.NextDouble(10e3, 40e3))),
        ("curved routes", _ => new Curving()),
        ("sudden turns", _ => new SuddenTurns()),
        ("loiters, goes on", r => new Loiterer(r.NextDouble(2e3, 8e3), r.NextDouble(200, 900))),
        ("lands before", r => new Bound(new(r.NextDouble(3e3, 25e3), r.NextDouble(-60e3, 60e3)), lands: true)),
        ("changes its goal", r => new GoalChanger(r)),
        ("bound for inside", r => new Bound(new(r.NextDouble(-120e3, -10e3), r.NextDouble(-60e3, 60e3)), lands: true)),
        ("turns back", r => new Returner(r.NextDouble(1e3, 15e3))),
    ];
}

/// <summary>A place in the plane of a world, m.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public double BearingRad(Spot to) => Math.Atan2(to.X - X, to.Y - Y);

    public double DistanceM(Spot to) => Math.Sqrt(((to.X - X) * (to.X - X)) + ((to.Y - Y) * (to.Y - Y)));
}

/// <summary>Flies; commands a heading, rad clockwise from north. This one holds the one it has.</summary>
internal class Pilot
{
    public bool Landed { get; protected set; }

    /// <param name="at">Where the object is.</param>
    /// <param name="headingRad">What it flies now.</param>
    public virtual double Heading(Spot at, double headingRad, double timeS, SeededRandom random) => headingRad;
}

/// <summary>Up and down a line beside the border until the world ends.</summary>
internal sealed class Racetrack(double offM, double halfM) : Pilot
{
    private double side;
    private double middleM = double.NaN;

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        if (side == 0) (side, middleM) = (random.Next(2) == 0 ? 1 : -1, at.Y);
        if (Math.Abs(at.Y - middleM - (side * halfM)) < 2e3 || (at.Y - middleM) * side > halfM) side = -side;
        return at.BearingRad(new(offM, middleM + (side * halfM)));
    }
}

/// <summary>Turn rate wanders slowly: no leg is straight.</summary>
internal sealed class Curving : Pilot
{
    private double rateRadps;

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        rateRadps += (-rateRadps * World.StepS / 180) + (0.15 * Angle.RadiansPerDegree * Math.Sqrt(World.StepS / 60) * random.NextGaussian());
        return headingRad + (rateRadps * World.StepS);
    }
}

/// <summary>Any new heading, without memory, every five minutes or so.</summary>
internal sealed class SuddenTurns : Pilot
{
    private const double MeanS = 300;

    private double headingRad = double.NaN;

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        if (double.IsNaN(this.headingRad)) this.headingRad = headingRad;
        if (random.NextDouble() < World.StepS / MeanS) this.headingRad = random.NextDouble(-Math.PI, Math.PI);
        return this.headingRad;
    }
}

/// <summary>Circles for a while, then goes on as it came.</summary>
internal sealed class Loiterer(double radiusM, double fromS) : Pilot
{
    private readonly double untilS = fromS + 600;
    private double firstRad = double.NaN;
    private Spot middle;

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        if (double.IsNaN(firstRad)) firstRad = headingRad;
        if (timeS < fromS || timeS > untilS) return firstRad;
        if (timeS < fromS + World.StepS) middle = new(at.X + (radiusM * Math.Cos(headingRad)), at.Y - (radiusM * Math.Sin(headingRad)));
        var outward = Math.Clamp((at.DistanceM(middle) - radiusM) / radiusM, -1, 1);
        return at.BearingRad(middle) - (Math.PI / 2) + (outward * Math.PI / 4);
    }
}

/// <summary>Makes for a place with a course that sways, and lands there or flies on.</summary>
internal sealed class Bound(Spot goal, bool lands) : Pilot
{
    private double swayRad;

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        if (lands && at.DistanceM(goal) < 1.5e3) Landed = true;
        swayRad += (-swayRad * World.StepS / 120) + (0.3 * Math.Sqrt(2 * World.StepS / 120) * random.NextGaussian());
        return at.BearingRad(goal) + swayRad;
    }
}

/// <summary>Takes another goal, inside or out, every eight minutes on average.</summary>
internal sealed class GoalChanger(SeededRandom world) : Pilot
{
    private const double MeanS = 480;

    private Spot goal = Goal(world);

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        if (random.NextDouble() < World.StepS / MeanS || at.DistanceM(goal) < 2e3) goal = Goal(random);
        return at.BearingRad(goal);
    }

    private static Spot Goal(SeededRandom random) => new(random.NextDouble(-80e3, 100e3), random.NextDouble(-90e3, 90e3));
}

/// <summary>Makes for the border, turns before it and goes home.</summary>
internal sealed class Returner(double offM) : Pilot
{
    private Spot home;
    private bool begun, back;

    public override double Heading(Spot at, double headingRad, double timeS, SeededRandom random)
    {
        if (!begun) (begun, home) = (true, at);
        back |= at.X < offM;
        return back ? at.BearingRad(home) : at.BearingRad(new(offM - 5e3, home.Y / 2));
    }
}
