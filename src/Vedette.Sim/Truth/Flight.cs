using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Truth;

/// <summary>
/// One target in the air: a point mass steered along its plan in steps of one second over the ellipsoid (radii of curvature in the
/// meridian and the prime vertical), with limited turn, acceleration and climb and first-order heading noise. Remembers its last
/// <see cref="MemoryS"/> seconds, because a radar looks back over its rotation and a sound is heard late.
/// </summary>
public sealed class Flight
{
    /// <summary>How far back <see cref="At"/> can look, s.</summary>
    public const int MemoryS = 64;

    /// <summary>Correlation time of the heading noise, s.</summary>
    private const double NoiseTimeS = 20;
    private const double GravityMps2 = 9.80665;

    private readonly FlightState[] memory = new FlightState[MemoryS];
    private readonly SeededRandom random;
    private readonly FlightPlan plan;
    private double latitudeRad, longitudeRad, heightM, speedMps, headingRad, climbMps, noiseRad;
    private int goal = 1;

    /// <param name="seed">The scenario's seed; the flight draws from its own stream.</param>
    public Flight(Target target, ulong seed)
    {
        Target = target;
        plan = target.Plan;
        Invariant.Holds(plan.Waypoints.Count >= 2, "a plan has a beginning and an end");
        random = SeededRandom.For(seed, StreamOf(target.Number));
        NowS = plan.StartS;
        var first = plan.Waypoints[0];
        (latitudeRad, longitudeRad, heightM) = first.Place;
        speedMps = first.SpeedMps;
        headingRad = Offset(plan.Waypoints[1].Place).BearingRad;
        if (plan.Profile == FlightProfile.Ballistic) Throw();
        Remember();
    }

    public Target Target { get; }

    /// <summary>Seconds after the start of the scenario that the newest state is for.</summary>
    public int NowS { get; private set; }

    /// <summary>True once the way is flown; it does not move any more.</summary>
    public bool Ended { get; private set; }

    public FlightState Newest => memory[NowS & (MemoryS - 1)];

    /// <summary>Earliest time that <see cref="At"/> answers for.</summary>
    public int OldestS => Math.Max(plan.StartS, NowS - MemoryS + 1);

    public bool Covers(double timeS) => timeS >= OldestS && timeS <= NowS;

    /// <summary>The state at a time covered by memory (see <see cref="Covers"/>), s after the start of the scenario.</summary>
    public FlightState At(double timeS)
    {
        Invariant.Holds(Covers(timeS), "the flight remembers the time asked for");
        var whole = (int)Math.Floor(timeS);
        return whole == NowS
            ? Newest
            : FlightState.Between(memory[whole & (MemoryS - 1)], memory[(whole + 1) & (MemoryS - 1)], timeS - whole);
    }

    /// <summary>Flies one second.</summary>
    public void Step()
    {
        if (Ended) return;
        if (plan.Profile == FlightProfile.Ballistic) Fall();
        else Steer();
        NowS++;
        Remember();
        if (NowS >= plan.EndS) Ended = true;
    }

    /// <summary>Streams of flights lie apart from those of sensors.</summary>
    private static ulong StreamOf(int number) => 0x1000_0000UL + (ulong)number;

    private void Remember()
    {
        var place = new Geodetic(latitudeRad, longitudeRad, heightM);
        var (sin, cos) = Math.SinCos(headingRad);
        memory[NowS & (MemoryS - 1)] = new(place, place.ToEcef(), new(speedMps * sin, speedMps * cos, climbMps));
    }

    private void Steer()
    {
        var limits = plan.Limits;
        var (distanceM, bearingRad) = Offset(plan.Waypoints[goal].Place);
        if (Reached(distanceM, bearingRad))
        {
            if (!TakeNextGoal()) return;
            (distanceM, bearingRad) = Offset(plan.Waypoints[goal].Place);
        }

        noiseRad += (-noiseRad / NoiseTimeS) + (random.NextGaussian() * limits.HeadingNoiseRad * Math.Sqrt(2 / NoiseTimeS));
        var turn = limits.TurnRateAt(speedMps);
        headingRad = Angle.Wrap(headingRad + Math.Clamp(Angle.WrapSigned(bearingRad + noiseRad - headingRad), -turn, turn));
        var wanted = plan.Waypoints[goal];
        speedMps += Math.Clamp(wanted.SpeedMps - speedMps, -limits.AccelerationMps2, limits.AccelerationMps2);
        var climb = WantedClimb(wanted.Place.HeightM - heightM, distanceM, limits);
        climbMps += Math.Clamp(climb - climbMps, -limits.ClimbAccelerationMps2, limits.ClimbAccelerationMps2);
        Advance();
    }

    /// <summary>Climbs at once, descends as late as a comfortable rate allows.</summary>
    private double WantedClimb(double riseM, double distanceM, FlightLimits limits)
    {
        if (riseM >= 0) return Math.Min(riseM / 8, limits.ClimbMps);
        var timeS = Math.Max(distanceM / Math.Max(speedMps, 1), 8);
        var rate = riseM / timeS;
        return rate > -0.6 * limits.ClimbMps && timeS > 30 ? 0 : Math.Max(rate, -limits.ClimbMps);
    }

    /// <summary>True once the turn to the next leg should begin, or the waypoint lies behind.</summary>
    private bool Reached(double distanceM, double bearingRad)
    {
        var course = LegCourse(goal);
        var alongM = distanceM * Math.Cos(Angle.WrapSigned(bearingRad - course));
        var next = NextOf(goal);
        var bend = next < 0 ? 0 : Math.Abs(Angle.WrapSigned(LegCourse(next) - course));
        var radiusM = speedMps / plan.Limits.TurnRateAt(speedMps);
        return alongM < (radiusM * Math.Tan(Math.Min(bend / 2, Math.PI / 3))) + (0.5 * speedMps);
    }

    private bool TakeNextGoal()
    {
        var next = NextOf(goal);
        if (next < 0)
        {
            Ended = true;
            return false;
        }

        goal = next;
        return true;
    }

    private int NextOf(int waypoint) => waypoint + 1 < plan.Waypoints.Count ? waypoint + 1 : plan.Loop ? 1 : -1;

    private double LegCourse(int waypoint)
    {
        var from = waypoint == 1 && goal != 1 && plan.Loop ? plan.Waypoints[^1].Place : plan.Waypoints[waypoint - 1].Place;
        return Offset(from, plan.Waypoints[waypoint].Place).BearingRad;
    }

    private (double DistanceM, double BearingRad) Offset(Geodetic to) => Offset(new(latitudeRad, longitudeRad, heightM), to);

    /// <summary>Distance and bearing in the local plane: exact enough to steer by, and cheap.</summary>
    private static (double DistanceM, double BearingRad) Offset(Geodetic from, Geodetic to)
    {
        var middle = (from.LatitudeRad + to.LatitudeRad) / 2;
        var north = (to.LatitudeRad - from.LatitudeRad) * Wgs84.MeridianRadiusM(middle);
        var east = (to.LongitudeRad - from.LongitudeRad) * Wgs84.PrimeVerticalRadiusM(middle) * Math.Cos(middle);
        return (Math.Sqrt((north * north) + (east * east)), Math.Atan2(east, north));
    }

    private void Advance()
    {
        var (sin, cos) = Math.SinCos(headingRad);
        var cosLatitude = Math.Cos(latitudeRad);
        var north = speedMps * cos / (Wgs84.MeridianRadiusM(latitudeRad) + heightM);
        var east = speedMps * sin / ((Wgs84.PrimeVerticalRadiusM(latitudeRad) + heightM) * cosLatitude);
        latitudeRad += north;
        longitudeRad += east;
        heightM = Math.Max(heightM + climbMps, 10);
    }

    /// <summary>The climb at burn-out that brings it down to the second waypoint.</summary>
    private void Throw()
    {
        var target = plan.Waypoints[1].Place;
        var timeS = Offset(target).DistanceM / speedMps;
        climbMps = ((target.HeightM - heightM) / timeS) + (GravityMps2 * timeS / 2);
    }

    /// <summary>Free fall over one second, exact for constant gravity (at 80 km it is 2.5 % weaker: ignored).</summary>
    private void Fall()
    {
        var middle = climbMps - (GravityMps2 / 2);
        var (distanceM, bearingRad) = Offset(plan.Waypoints[1].Place);
        if (distanceM > 3 * speedMps) headingRad = Angle.Wrap(bearingRad);
        if (heightM + middle <= plan.Waypoints[1].Place.HeightM && middle < 0)
        {
            Ended = true;
            return;
        }

        climbMps = middle;
        Advance();
        climbMps -= GravityMps2 / 2;
    }
}
