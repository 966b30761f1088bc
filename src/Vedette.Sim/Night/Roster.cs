using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Night;

/// <summary>The list of everybody who flies this night, numbered as they are entered.</summary>
internal sealed class Roster
{
    private readonly List<Target> targets = [];

    public IReadOnlyList<Target> Targets => targets;

    public void Enter(ObjectClass kind, FlightPlan plan, Transponder? transponder = null) =>
        targets.Add(new() { Number = targets.Count, Class = kind, Plan = plan, Transponder = transponder });

    /// <summary>Seconds that a way takes along straight legs, each at the speed of its end.</summary>
    public static double DurationS(IReadOnlyList<Waypoint> way)
    {
        var sum = 0.0;
        for (var i = 1; i < way.Count; i++) sum += Geodesic.Inverse(way[i - 1].Place, way[i].Place).DistanceM / way[i].SpeedMps;
        return sum;
    }
}
