using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Night;

/// <summary>
/// One-way drones in five waves and missiles in three salvos, all bound for the neighbour's side; a few stray towards the border.
/// Speeds as published: drones 120-185 km/h, cruise missiles 700-900 km/h, ballistic ones over 1 km/s.
/// </summary>
internal sealed class Attackers(Roster roster, SeededRandom random)
{
    public const int Drones = 500;
    public const int Missiles = 40;

    private const int Waves = 5;

    /// <summary>Minutes of the night at which the middle of each wave passes the eastern edge.</summary>
    private static readonly int[] WaveMinutes = [-45, 0, 40, 75, 104];

    private static readonly int[] SalvoMinutes = [90, 117, 185];

    private static readonly FlightLimits DroneLimits = new()
    {
        TurnRateRadps = 4 * Angle.RadiansPerDegree, AccelerationMps2 = 0.7, ClimbMps = 4, ClimbAccelerationMps2 = 1,
        HeadingNoiseRad = 1.5 * Angle.RadiansPerDegree,
    };

    private static readonly FlightLimits CruiseLimits = new()
    {
        TurnRateRadps = 4 * Angle.RadiansPerDegree, LateralMps2 = 15, AccelerationMps2 = 3, ClimbMps = 25, ClimbAccelerationMps2 = 8,
        HeadingNoiseRad = 0.5 * Angle.RadiansPerDegree,
    };

    public void EnterDrones()
    {
        var strays = Strays.EnterDrones(roster, random, DroneLimits);
        for (var entered = strays; entered < Drones;)
        {
            var size = Math.Min(3 + random.Next(6), Drones - entered);
            EnterGroup(entered * Waves / Drones, size);
            entered += size;
        }
    }

    public void EnterMissiles()
    {
        var strays = Strays.EnterMissiles(roster, CruiseLimits);
        for (var i = strays; i < Missiles; i++)
        {
            var startS = (SalvoMinutes[i % SalvoMinutes.Length] * 60) + random.Next(420);
            if (i % 7 == 6) EnterBallistic(startS);
            else EnterCruise(startS);
        }
    }

    /// <summary>A group flies the same way, a minute or so apart, each with its own wander.</summary>
    private void EnterGroup(int wave, int size)
    {
        var startS = (WaveMinutes[wave] * 60) + (int)(random.NextGaussian() * 600);
        var speed = random.NextDouble(150, 185) / 3.6;
        var heightM = random.NextDouble() < 0.6 ? random.NextDouble(300, 2500) : random.NextDouble(80, 300);
        var from = (LatDeg: random.NextDouble(48.4, 51.5), LonDeg: random.NextDouble(26.7, 27.9));
        var goal = Border.East(random.NextDouble(49.1, 51.3), random.NextDouble(28, 150));
        var bends = Bends(2 + random.Next(4));
        for (var i = 0; i < size; i++)
        {
            roster.Enter(ObjectClass.OneWayDrone, new()
            {
                StartS = startS,
                Waypoints = Way(from, goal, bends, heightM * random.NextDouble(0.85, 1.15), speed * random.NextDouble(0.98, 1.02)),
                Limits = DroneLimits,
            });
            startS += 40 + random.Next(80);
        }
    }

    private (double North, double East)[] Bends(int count)
    {
        var bends = new (double, double)[count];
        for (var i = 0; i < count; i++) bends[i] = (random.NextGaussian() * 0.09, random.NextGaussian() * 0.11);
        return bends;
    }

    private List<Waypoint> Way((double LatDeg, double LonDeg) from, Geodetic goal, (double North, double East)[] bends, double heightM, double speed)
    {
        var way = new List<Waypoint> { new(Geodetic.FromDegrees(from.LatDeg, from.LonDeg, heightM), speed) };
        for (var i = 0; i < bends.Length; i++)
        {
            var f = (i + 1.0) / (bends.Length + 1);
            var place = Geodetic.FromDegrees(
                from.LatDeg + ((goal.LatitudeDeg - from.LatDeg) * f) + bends[i].North + (random.NextGaussian() * 0.012),
                from.LonDeg + ((goal.LongitudeDeg - from.LonDeg) * f) + bends[i].East + (random.NextGaussian() * 0.018),
                heightM);
            way.Add(new(KeptEast(place), speed));
        }

        way.Add(new(goal with { HeightM = Math.Min(heightM, 250) }, speed));
        way.Add(new(Border.East(goal.LatitudeDeg + 0.02, Border.EastOfKm(goal) - 2, 60), speed * 1.1));
        return way;
    }

    /// <summary>Those who mean to stay on their side keep fifteen kilometres away.</summary>
    private static Geodetic KeptEast(Geodetic place) =>
        Border.EastOfKm(place) >= 15 ? place : Border.East(place.LatitudeDeg, 15, place.HeightM);

    private void EnterCruise(int startS)
    {
        var speed = random.NextDouble(700, 900) / 3.6;
        var heightM = random.NextDouble(50, 250);
        var latDeg = random.NextDouble(48.6, 51.4);
        var lonDeg = 28.6;
        var way = new List<Waypoint> { new(Geodetic.FromDegrees(latDeg, lonDeg, heightM), speed) };
        for (var leg = 0; leg < 3; leg++)
        {
            latDeg = Math.Clamp(latDeg + (random.NextGaussian() * 0.25), 48.6, 51.4);
            lonDeg -= random.NextDouble(0.5, 0.9);
            way.Add(new(KeptEast(Geodetic.FromDegrees(latDeg, lonDeg, heightM)), speed));
        }

        way.Add(new(Border.East(random.NextDouble(49.2, 51.2), random.NextDouble(25, 110), heightM), speed));
        roster.Enter(ObjectClass.CruiseMissile, new() { StartS = startS, Waypoints = way, Limits = CruiseLimits });
    }

    private void EnterBallistic(int startS)
    {
        const double groundSpeed = 1150;
        roster.Enter(ObjectClass.Ballistic, new()
        {
            StartS = startS,
            Waypoints =
            [
                new(Geodetic.FromDegrees(random.NextDouble(49.8, 51.8), 30.2, 20_000), groundSpeed),
                new(Border.East(random.NextDouble(49.2, 51.2), random.NextDouble(40, 140), 200), groundSpeed),
            ],
            Profile = FlightProfile.Ballistic,
        });
    }
}
