using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim;
using Vedette.Sim.Night;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Scenarios;

/// <summary>Seeded worlds of a few minutes beside the border of the night.</summary>
internal static class SmallWorlds
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    /// <summary>Six airliners, four drones and two cruise missiles, well apart, before two radars and a receiver.</summary>
    public static Scenario MixedSky(ulong seed = 1, double durationS = 300)
    {
        var targets = new List<Target>();
        for (var i = 0; i < 6; i++)
        {
            targets.Add(Straight(targets.Count, ObjectClass.Airliner, Border.East(49.9 + (0.22 * i), -115, 9000 + (300 * i)), 0.4 + (0.25 * i), 215,
                new Transponder(0x48A000 + (i * 37), new Mode3A((ushort)(0x210 + i)), Callsign.From($"TST{i + 1}"))));
        }

        for (var i = 0; i < 4; i++)
            targets.Add(Straight(targets.Count, ObjectClass.OneWayDrone, Border.East(50.1 + (0.2 * i), 45, 900 + (200 * i)), 4.9 - (0.2 * i), 48));
        for (var i = 0; i < 2; i++)
            targets.Add(Straight(targets.Count, ObjectClass.CruiseMissile, Border.East(50.2 + (0.5 * i), 75, 900), 3.3 + (0.6 * i), 225));
        return new()
        {
            Name = "mixed sky",
            Seed = seed,
            Start = Start,
            DurationS = durationS,
            Targets = targets,
            Stations = [Radar("radar-01", 1, Border.East(50.25, -25, 120)), Radar("radar-02", 2, Border.East(50.75, -30, 120)), Receiver()],
            Airspaces = [Border.Protected],
        };
    }

    /// <summary>One drone that crosses the border at minute 9, one that keeps 30 km away, one airliner inside.</summary>
    public static Scenario Crossing(ulong seed = 1)
    {
        const double speed = 50;
        Waypoint At(double latDeg, double eastKm) => new(Border.East(latDeg, eastKm, 900), speed);
        Waypoint[] inward = [At(50.52, 27), At(50.5, 0), At(50.48, -20)];
        return new()
        {
            Name = "crossing",
            Seed = seed,
            Start = Start,
            DurationS = 780,
            Targets =
            [
                Flown(0, ObjectClass.OneWayDrone, inward),
                Flown(1, ObjectClass.OneWayDrone, [At(50.15, 45), At(50.5, 42), At(50.9, 44)]),
                Straight(2, ObjectClass.Airliner, Border.East(50.1, -120, 10_000), 0.8, 220,
                    new Transponder(0x48A123, new Mode3A(0x2A1), Callsign.From("TST1"))),
            ],
            Stations = [Radar("radar-01", 1, Border.East(50.35, -20, 120)), Radar("radar-02", 2, Border.East(50.75, -30, 120)), Receiver()],
            Airspaces = [Border.Protected],
        };
    }

    /// <summary>One drone that comes within six kilometres of the border at minute 7 and turns back.</summary>
    public static Scenario TurnBack(ulong seed = 1)
    {
        const double speed = 50;
        Waypoint At(double latDeg, double eastKm) => new(Border.East(latDeg, eastKm, 900), speed);
        return Crossing(seed) with
        {
            Name = "turn back",
            DurationS = 1100,
            Targets = [Flown(0, ObjectClass.OneWayDrone, [At(50.52, 27), At(50.5, 6), At(50.56, 24), At(50.6, 60)])],
        };
    }

    private static Target Flown(int number, ObjectClass kind, IReadOnlyList<Waypoint> way) => new()
    {
        Number = number,
        Class = kind,
        Plan = new() { StartS = 0, Waypoints = way, Limits = new() { HeadingNoiseRad = 0.02, AccelerationMps2 = 0.7 } },
    };

    private static Target Straight(int number, ObjectClass kind, Geodetic from, double bearingRad, double speedMps, Transponder? transponder = null) => new()
    {
        Number = number,
        Class = kind,
        Transponder = transponder,
        Plan = new()
        {
            StartS = -30,
            Waypoints = [new(from, speedMps), new(Geodesic.Direct(from, bearingRad, 200e3), speedMps)],
            Limits = new() { HeadingNoiseRad = 0.01 },
        },
    };

    private static Station Radar(string name, byte sic, Geodetic place) => new()
    {
        Sensor = new()
        {
            Id = SensorId.None,
            Name = name,
            Kind = SensorKind.Radar2D,
            Position = place,
            Source = new(7, sic),
            Performance = new()
            {
                PeriodS = 5, MaxRangeM = 250e3, DetectionProbability = 0.95, ReferenceRangeM = 250e3, ClutterPerScan = 4, HasSecondary = true, LatencyS = 0.3,
            },
        },
        PhaseS = sic,
    };

    private static Station Receiver() => new()
    {
        Sensor = new()
        {
            Id = SensorId.None,
            Name = "adsb-01",
            Kind = SensorKind.Adsb,
            Position = Border.East(50.4, -90, 100),
            Performance = new()
            {
                PeriodS = 0.5, MaxRangeM = 400e3, DetectionProbability = 0.9, SigmaPositionM = 15, SigmaVelocityMps = 1,
                SigmaRangeM = double.NaN, SigmaAzimuthRad = double.NaN, ClutterPerScan = 0, LatencyS = 0.02,
            },
        },
    };
}
