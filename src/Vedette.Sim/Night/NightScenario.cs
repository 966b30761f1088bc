using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Night;

/// <summary>
/// The night of the mission: a 530-km border, 500 one-way drones in waves, 40 missiles in salvos, 300 airliners with transponders, ten
/// patrols and helicopters; flocks and showers; fifteen radars, two ADS-B receivers, 120 acoustic posts; an outage, a bad line, disturbed satellite
/// navigation. Four hours; at the end the sky over the border is empty again.
/// </summary>
public static class NightScenario
{
    public const double DurationS = 4 * 3600;

    private const int PatchCount = 25;

    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 1);

    /// <summary>Where a demonstration begins: much is in the air, and the first stray is a quarter of an hour from the border.</summary>
    public static readonly Instant DemoStart = Start.AddSeconds((Strays.FirstCrossingMinute - 15) * 60);

    public static Scenario Create(ulong seed = 1)
    {
        var roster = new Roster();
        var attackers = new Attackers(roster, SeededRandom.For(seed, 0x9001));
        attackers.EnterDrones();
        attackers.EnterMissiles();
        var traffic = new Traffic(roster, SeededRandom.For(seed, 0x9002));
        traffic.EnterAirliners();
        traffic.EnterPatrols();
        return new()
        {
            Name = "night",
            Seed = seed,
            Start = Start,
            DurationS = DurationS,
            Targets = roster.Targets,
            Stations = NightSensors.All(seed),
            Airspaces = [Border.Protected, Border.Origin],
            KnownTraffic = [.. roster.Targets.Where(t => t.Class is ObjectClass.Patrol or ObjectClass.Helicopter).Select(Told)],
            Clutter = Patches(SeededRandom.For(seed, 0x9003)),
            Faults = Faults(),
        };
    }

    private static KnownTraffic Told(Target ours) => new()
    {
        Address = ours.Transponder!.Address,
        Name = $"our {(ours.Class == ObjectClass.Patrol ? "patrol" : "helicopter")} {ours.Transponder.Callsign}",
    };

    private static List<ClutterPatch> Patches(SeededRandom random)
    {
        var patches = new List<ClutterPatch>();
        for (var i = 0; i < PatchCount; i++)
        {
            var birds = random.NextDouble() < 0.5;
            patches.Add(new(
                Geodetic.FromDegrees(
                    random.NextDouble(48.8, 52.2),
                    random.NextDouble(20.5, 26.0),
                    birds ? random.NextDouble(150, 900) : random.NextDouble(800, 3500)),
                birds ? random.NextDouble(300, 900) : random.NextDouble(2000, 5000),
                birds ? random.NextDouble(0.3, 1.0) : random.NextDouble(1, 3),
                random.NextDouble(-14, 14),
                random.NextDouble(-14, 14)));
        }

        return patches;
    }

    private static Fault[] Faults() =>
    [
        new Outage("radar-02", 88 * 60, 94 * 60),
        new Outage("radar-13", 140 * 60, 155 * 60),
        new LateDatagrams("radar-14", 70 * 60, 130 * 60, 0.05, 3),
        new DuplicatedDatagrams("radar-05", 0, DurationS, 0.03),
        new CorruptDatagrams("radar-07", 0, DurationS, 0.0005),
        new CorruptDatagrams("adsb-02", 60 * 60, 200 * 60, 0.0005),
        new GnssInterference(Geodetic.FromDegrees(53.9, 20.6), 110e3, 900, 30 * 60, 210 * 60),
    ];
}
