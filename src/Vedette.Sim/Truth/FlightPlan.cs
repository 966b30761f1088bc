using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Truth;

/// <summary>A place to fly over (ellipsoidal height in it) and the ground speed wanted on the way there, m/s.</summary>
public readonly record struct Waypoint(Geodetic Place, double SpeedMps);

/// <summary>What the airframe and its pilot can do at most. All per second of flight.</summary>
public sealed record FlightLimits
{
    /// <summary>Fastest turn, rad/s.</summary>
    public double TurnRateRadps { get; init; } = 3 * Kernel.Angle.RadiansPerDegree;

    /// <summary>Most sideways acceleration in a turn, m/s²: a standard 25° bank is 4.6.</summary>
    public double LateralMps2 { get; init; } = 4.6;

    /// <summary>Most change of speed, m/s².</summary>
    public double AccelerationMps2 { get; init; } = 1;

    /// <summary>Most climb or descent, m/s.</summary>
    public double ClimbMps { get; init; } = 10;

    /// <summary>Most change of climb, m/s².</summary>
    public double ClimbAccelerationMps2 { get; init; } = 2;

    /// <summary>Spread of the flown around the wanted heading, rad: gusts and autopilot.</summary>
    public double HeadingNoiseRad { get; init; } = 0.5 * Kernel.Angle.RadiansPerDegree;

    /// <summary>The turn rate allowed at a speed, rad/s.</summary>
    public double TurnRateAt(double speedMps) => Math.Min(TurnRateRadps, LateralMps2 / Math.Max(speedMps, 1));
}

/// <summary>How a plan is flown.</summary>
public enum FlightProfile : byte
{
    /// <summary>Steered from waypoint to waypoint within the limits.</summary>
    Steered,

    /// <summary>A throw without drag from the first waypoint to the second: constant ground speed, gravity alone changes the climb.</summary>
    Ballistic,
}

/// <summary>Who flies where, and when.</summary>
public sealed record FlightPlan
{
    /// <summary>Seconds after the start of the scenario at which the flight is at its first waypoint; whole, negative if it was up before.</summary>
    public required int StartS { get; init; }

    /// <summary>At least two; the first is where the flight begins.</summary>
    public required IReadOnlyList<Waypoint> Waypoints { get; init; }

    public FlightLimits Limits { get; init; } = new();

    public FlightProfile Profile { get; init; }

    /// <summary>After the last waypoint go on to the second one (a racetrack is closed through it) until <see cref="EndS"/>.</summary>
    public bool Loop { get; init; }

    /// <summary>Seconds after the start of the scenario at which the flight is over whatever remains of its way.</summary>
    public int EndS { get; init; } = int.MaxValue;
}
