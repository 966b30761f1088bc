using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Tests;

/// <summary>Small worlds for the tests: flat, few, and quiet unless asked.</summary>
internal static class Worlds
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 23, 50);

    public static readonly Geodetic Site = Geodetic.FromDegrees(50.5, 23, 60);

    public static Target Straight(
        int number, ObjectClass kind, Geodetic from, double bearingRad, double speedMps, double distanceM = 200e3, Transponder? transponder = null) => new()
    {
        Number = number,
        Class = kind,
        Transponder = transponder,
        Plan = new()
        {
            StartS = -100,
            Waypoints = [new(from, speedMps), new(Geodesic.Direct(from, bearingRad, distanceM), speedMps)],
        },
    };

    public static Station Radar(string name = "radar-01", byte sic = 1, bool threeD = false, double clutter = 0, bool secondary = true) => new()
    {
        Sensor = new()
        {
            Id = SensorId.None,
            Name = name,
            Kind = threeD ? SensorKind.Radar3D : SensorKind.Radar2D,
            Position = Site,
            Source = new(7, sic),
            Performance = new()
            {
                PeriodS = 5, MaxRangeM = 250e3, DetectionProbability = 1, ReferenceRangeM = 400e3, ClutterPerScan = clutter,
                HasSecondary = secondary, LatencyS = 0.3,
                SigmaElevationRad = threeD ? 0.005 : double.NaN,
            },
        },
        PhaseS = 1.3,
    };

    public static Station Receiver() => new()
    {
        Sensor = new()
        {
            Id = SensorId.None, Name = "adsb-01", Kind = SensorKind.Adsb, Position = Site,
            Performance = new() { MaxRangeM = 400e3, DetectionProbability = 1, ClutterPerScan = 0, PeriodS = 1, LatencyS = 0.02 },
        },
    };

    public static Station Post(string name, Geodetic place, double clutter = 0) => new()
    {
        Sensor = new()
        {
            Id = SensorId.None, Name = name, Kind = SensorKind.Acoustic, Position = place,
            Performance = new() { PeriodS = 2, MaxRangeM = 5000, DetectionProbability = 1, SigmaAzimuthRad = 0, ClutterPerScan = clutter, LatencyS = 0.5 },
        },
    };

    public static readonly Transponder Civil = new(0x48A0F3, new Mode3A(0x29C), Callsign.From("TST123"));

    /// <summary>An airliner, a drone and a missile; a 2-D and a 3-D radar, a receiver and a post.</summary>
    public static Scenario Mixed(ulong seed = 3, double durationS = 120) => new()
    {
        Name = "mixed",
        Seed = seed,
        Start = Start,
        DurationS = durationS,
        Targets =
        [
            Straight(0, ObjectClass.Airliner, Geodetic.FromDegrees(50.2, 22.5, 9000), 0.7, 220, transponder: Civil),
            Straight(1, ObjectClass.OneWayDrone, Geodetic.FromDegrees(50.52, 23.3, 900), 4.7, 50),
            Straight(2, ObjectClass.CruiseMissile, Geodetic.FromDegrees(50.9, 23.8, 500), 3.9, 230),
        ],
        Stations = [Radar(clutter: 5), Radar("radar-02", 2, threeD: true, clutter: 5, secondary: false), Receiver(), Post("post-001", Geodetic.FromDegrees(50.52, 23.26, 5), 0.05)],
    };
}
