using Vedette.Air;
using Vedette.Core;
using Vedette.Sim.Faults;

namespace Vedette.Scenarios;

public class CoverageFollowsSensors
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void A_radar_that_fails_is_counted_out_within_two_seconds_and_in_again_when_it_is_back(ulong seed)
    {
        var failsS = 60 + (0.37 * seed);
        var scenario = SmallWorlds.MixedSky(seed, 120) with { Faults = [new Outage("radar-01", failsS, 90)] };
        var watched = WatchedWorld.Run(scenario);
        var outAt = watched.Coverages.First(c => c.At > scenario.Start.AddSeconds(failsS) && Work(c) == SensorWork.Silent).At;
        Assert.InRange(outAt.SecondsSince(scenario.Start) - failsS, 0, 2);
        Assert.NotEqual(SensorWork.Silent, Work(watched.Coverages[^1]));
        Assert.True(Work(watched.Coverages.Last(c => c.At < scenario.Start.AddSeconds(failsS))) != SensorWork.Silent, "it was at work before");
    }

    private static SensorWork Work(CoverageEffect told) => told.Coverage.Sensors[0].Work;
}
