using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim;
using Vedette.Sim.Night;
using Vedette.Sim.Truth;

namespace Vedette.Benchmarks.NightWatch;

/// <summary>What really happens: who crosses the border when, and who comes how near.</summary>
internal sealed class NightTruth
{
    /// <summary>Who comes this near without crossing is a near miss, km: a quarter of an hour of a drone that weaves.</summary>
    public const double NearKm = 15;

    private const int StepS = 2;

    private readonly Dictionary<int, double> nearestKm = [];
    private readonly Dictionary<int, Instant> crossed = [];

    public NightTruth(SimulatedWorld world, Instant from)
    {
        foreach (var (at, targets) in world.Truth(from, StepS))
        {
            foreach (var one in targets)
            {
                if (!IsAttacker(one.Target.Class)) continue;
                var east = EastKm(one.State.Place);
                nearestKm[one.Target.Number] = Math.Min(east, nearestKm.GetValueOrDefault(one.Target.Number, double.PositiveInfinity));
                if (east < 0 && crossed.TryAdd(one.Target.Number, at)) Crossings.Add((at, one.Target));
            }
        }
    }

    /// <summary>In the order of their time; the first crossing of each object.</summary>
    public List<(Instant At, Target Target)> Crossings { get; } = [];

    public double NearestKm(Target target) => nearestKm.GetValueOrDefault(target.Number, double.PositiveInfinity);

    public static bool IsAttacker(ObjectClass kind) => kind is ObjectClass.OneWayDrone or ObjectClass.CruiseMissile or ObjectClass.Ballistic;

    /// <summary>Kilometres east of the border; far where the border is not drawn.</summary>
    public static double EastKm(Geodetic place) =>
        place.LatitudeRad > Border.Line[0].LatitudeRad || place.LatitudeRad < Border.Line[^1].LatitudeRad
            ? double.PositiveInfinity
            : Border.EastOfKm(place);
}
