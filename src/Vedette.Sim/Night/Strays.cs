using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Night;

/// <summary>
/// The handful that the watch is about. Each comes to its nearest point at a known minute: one turns back short of the border, one runs
/// along it, some cross and leave again, two cross and come down inside, and one missile cuts a corner for less than a minute.
/// </summary>
internal static class Strays
{
    /// <summary>Minute at which the first stray reaches the border: the demo begins a quarter of an hour earlier.</summary>
    public const int FirstCrossingMinute = 76;

    /// <summary>What a stray does once it is near.</summary>
    private enum Ending
    {
        TurnsBackBefore,
        CrossesAndLeaves,
        ComesDownInside,
        RunsAlong,
    }

    /// <summary>Minute at the border, latitude there, depth inside (km; how close for those who stay out), height, speed (m/s).</summary>
    private static readonly (int Minute, double LatDeg, double DepthKm, double HeightM, double SpeedMps, Ending Ending)[] Stories =
    [
        (FirstCrossingMinute, 50.72, 14, 900, 49, Ending.CrossesAndLeaves),
        (FirstCrossingMinute + 2, 50.75, 14, 700, 49, Ending.CrossesAndLeaves),
        (82, 49.70, 4, 1100, 47, Ending.TurnsBackBefore),
        (104, 51.05, 38, 800, 50, Ending.ComesDownInside),
        (112, 50.15, 5, 600, 46, Ending.RunsAlong),
        (131, 50.45, 22, 1300, 48, Ending.CrossesAndLeaves),
        (150, 49.55, 9, 500, 50, Ending.TurnsBackBefore),
        (168, 50.95, 55, 1000, 48, Ending.ComesDownInside),
        (196, 49.95, 8, 700, 47, Ending.CrossesAndLeaves),
    ];

    /// <returns>How many were entered.</returns>
    public static int EnterDrones(Roster roster, SeededRandom random, FlightLimits limits)
    {
        foreach (var story in Stories)
        {
            var (approach, onward) = Way(story, random);
            roster.Enter(ObjectClass.OneWayDrone, new()
            {
                StartS = (int)((story.Minute * 60) - Roster.DurationS(approach)),
                Waypoints = [.. approach, .. onward],
                Limits = limits,
            });
        }

        return Stories.Length;
    }

    /// <returns>How many were entered.</returns>
    public static int EnterMissiles(Roster roster, FlightLimits limits)
    {
        const double speed = 225;
        Waypoint[] approach =
        [
            new(Geodetic.FromDegrees(49.9, 28.4, 400), speed), new(Border.East(50.28, 60, 400), speed), new(Border.East(50.52, 1.5, 400), speed),
        ];
        Waypoint[] onward = [new(Border.East(50.58, -3, 400), speed), new(Border.East(50.66, 3, 400), speed), new(Border.East(50.6, 70, 200), speed)];
        roster.Enter(ObjectClass.CruiseMissile, new()
        {
            StartS = (int)((121 * 60) - Roster.DurationS(approach)),
            Waypoints = [.. approach, .. onward],
            Limits = limits,
        });
        return 1;
    }

    private static (Waypoint[] Approach, Waypoint[] Onward) Way(
        (int Minute, double LatDeg, double DepthKm, double HeightM, double SpeedMps, Ending Ending) story, SeededRandom random)
    {
        var (_, lat, depth, heightM, speed, ending) = story;
        Waypoint At(double latDeg, double eastKm, double h) => new(Border.East(latDeg, eastKm, h), speed);
        var origin = At(lat + random.NextDouble(-0.35, 0.35), random.NextDouble(150, 190), heightM);
        var bend = At(lat + random.NextDouble(-0.12, 0.12), 60, heightM);
        return ending switch
        {
            Ending.TurnsBackBefore => (
                [origin, bend, At(lat, depth, heightM)],
                [At(lat + 0.12, depth + 18, heightM), At(lat + 0.2, 110, heightM), At(lat + 0.22, 112, 60)]),
            Ending.RunsAlong => (
                [origin, bend, At(lat, depth, heightM)],
                [.. Enumerable.Range(1, 6).Select(i => At(lat + (i * 0.11), depth, heightM)), At(lat + 0.75, 80, heightM)]),
            Ending.CrossesAndLeaves => (
                [origin, bend, At(lat, 0, heightM)],
                [At(lat - 0.03, -depth, heightM), At(lat - 0.14, -depth * 0.7, heightM), At(lat - 0.2, 12, heightM), At(lat - 0.25, 90, heightM)]),
            _ => (
                [origin, bend, At(lat, 0, heightM)],
                [At(lat - 0.02, -depth * 0.6, heightM), At(lat + 0.04, -depth, 200), At(lat + 0.05, -depth - 2, 20)]),
        };
    }
}
