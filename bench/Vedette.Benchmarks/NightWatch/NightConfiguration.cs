using Vedette.Core;
using Vedette.Sim;

namespace Vedette.Benchmarks.NightWatch;

/// <summary>The core's configuration for a simulated night.</summary>
internal static class NightConfiguration
{
    public static byte[] Of(SimulatedWorld world) => CoreJson.Write(new CoreConfiguration
    {
        Name = "The simulated night",
        Exercise = true,
        Feeds = [.. world.Feeds.Select(f => new FeedConfiguration(f.Name, f.Format, f.Sensor))],
        Sensors = world.Sensors,
        Airspaces = world.Airspaces,
        KnownTraffic = world.KnownTraffic,
    });
}
