using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Tests.Truth;

public class FlightTests
{
    [Fact]
    public void No_flight_turns_accelerates_or_climbs_beyond_its_limits() =>
        Gen.Select(Gen.ULong, Gen.Double[40, 300], Gen.Double[1, 6], Gen.Double[0.3, 6], Gen.Double[2, 40]).Sample((seed, speed, turnDeg, acceleration, climb) =>
        {
            var limits = new FlightLimits
            {
                TurnRateRadps = turnDeg * Angle.RadiansPerDegree, AccelerationMps2 = acceleration, ClimbMps = climb, HeadingNoiseRad = 0.02,
            };
            var flight = new Flight(RandomTour(seed, speed, limits), seed);
            var before = flight.Newest;
            for (var second = 0; second < 900 && !flight.Ended; second++)
            {
                flight.Step();
                var after = flight.Newest;
                var from = before.Velocity.HorizontalNorm;
                var to = after.Velocity.HorizontalNorm;
                Assert.True(Math.Abs(to - from) <= acceleration + 1e-9);
                Assert.True(Math.Abs(after.Velocity.Up) <= climb + 1e-9);
                Assert.True(Math.Abs(after.Velocity.Up - before.Velocity.Up) <= limits.ClimbAccelerationMps2 + 1e-9);
                Assert.True(Math.Abs(Angle.WrapSigned(after.HeadingRad - before.HeadingRad)) <= limits.TurnRateAt(from) + 1e-9);
                before = after;
            }
        }, iter: 60);

    [Fact]
    public void The_way_flown_in_a_second_is_the_speed_told()
    {
        var flight = new Flight(Worlds.Straight(0, ObjectClass.Airliner, Geodetic.FromDegrees(52, 20, 0), 1.1, 240), 1);
        for (var second = 0; second < 60; second++)
        {
            var from = flight.Newest.Place;
            flight.Step();
            Assert.Equal(240, Geodesic.Inverse(from, flight.Newest.Place).DistanceM, 0.2);
        }
    }

    [Fact]
    public void A_flight_comes_within_a_turn_of_every_waypoint()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var target = RandomTour(seed, 100, new() { TurnRateRadps = 0.06 });
            var flight = new Flight(target, seed);
            var nearest = target.Plan.Waypoints.Select(_ => double.PositiveInfinity).ToArray();
            while (!flight.Ended && flight.NowS < 20_000)
            {
                for (var i = 0; i < nearest.Length; i++)
                    nearest[i] = Math.Min(nearest[i], Geodesic.Inverse(flight.Newest.Place, target.Plan.Waypoints[i].Place).DistanceM);
                flight.Step();
            }

            Assert.True(flight.Ended);
            Assert.All(nearest, d => Assert.True(d < 4500, $"passed a waypoint at {d:F0} m, seed {seed}"));
        }
    }

    [Fact]
    public void A_ballistic_throw_comes_down_where_it_was_aimed_and_flies_at_more_than_a_kilometre_a_second()
    {
        var aim = Geodetic.FromDegrees(50, 26, 200);
        var flight = new Flight(
            new()
            {
                Number = 0,
                Class = ObjectClass.Ballistic,
                Plan = new()
                {
                    StartS = 0, Profile = FlightProfile.Ballistic,
                    Waypoints = [new(Geodetic.FromDegrees(50.6, 30, 20_000), 1150), new(aim, 1150)],
                },
            },
            1);
        var apex = 0.0;
        while (!flight.Ended)
        {
            flight.Step();
            apex = Math.Max(apex, flight.Newest.Place.HeightM);
            Assert.InRange(flight.Newest.Velocity.Norm, 1000, 2500);
        }

        Assert.InRange(apex, 50_000, 120_000);
        Assert.True(Geodesic.Inverse(flight.Newest.Place, aim).DistanceM < 8000);
    }

    [Fact]
    public void Memory_gives_back_every_second_it_covers_and_the_chord_between()
    {
        var flight = new Flight(Worlds.Straight(0, ObjectClass.OneWayDrone, Worlds.Site, 0.3, 50), 5);
        var seen = new Dictionary<int, FlightState>();
        for (var i = 0; i < 200; i++)
        {
            seen[flight.NowS] = flight.Newest;
            flight.Step();
        }

        for (var t = flight.OldestS; t < flight.NowS; t++) Assert.Equal(seen[t], flight.At(t));
        var middle = flight.At(flight.NowS - 1.5).Place.LatitudeRad;
        Assert.InRange(middle, Math.Min(seen[flight.NowS - 2].Place.LatitudeRad, seen[flight.NowS - 1].Place.LatitudeRad), Math.Max(seen[flight.NowS - 2].Place.LatitudeRad, seen[flight.NowS - 1].Place.LatitudeRad));
        Assert.False(flight.Covers(flight.NowS - Flight.MemoryS));
    }

    private static Target RandomTour(ulong seed, double speed, FlightLimits limits)
    {
        var random = new SeededRandom(seed);
        var place = Geodetic.FromDegrees(50, 22, 1000);
        var way = new List<Waypoint> { new(place, speed) };
        for (var i = 0; i < 5; i++)
        {
            place = Geodesic.Direct(place, random.NextDouble(0, 6.28), random.NextDouble(8000, 25_000)) with { HeightM = random.NextDouble(300, 3000) };
            way.Add(new(place, speed * random.NextDouble(0.8, 1.2)));
        }

        return new() { Number = 0, Class = ObjectClass.OneWayDrone, Plan = new() { StartS = 0, Waypoints = way, Limits = limits } };
    }
}
