using Vedette.Core;
using Vedette.Kernel;
using Vedette.Sim;

namespace Vedette.Edge.Recordings;

/// <summary>A simulated world as its sensors report it. Always an exercise.</summary>
/// <param name="from">Where in the night to begin.</param>
public sealed class SimulatedRecording(SimulatedWorld world, string name, Instant from) : IRecording
{
    private long nowTicks = from.Ticks;

    public string Description => name;

    public CoreConfiguration Configuration { get; } = new()
    {
        Name = name,
        Exercise = true,
        Feeds = [.. world.Feeds.Select(feed => new FeedConfiguration(feed.Name, feed.Format, feed.Sensor))],
        Sensors = world.Sensors,
        Airspaces = world.Airspaces,
        KnownTraffic = world.KnownTraffic,
    };

    public double Progress => Math.Clamp((Interlocked.Read(ref nowTicks) - from.Ticks) / (double)Math.Max(1, world.End.Ticks - from.Ticks), 0, 1);

    public IReadOnlyList<string> Flaws => [];

    public IEnumerable<Arrival> Arrivals() => ArrivalScript.Of(Configuration, Octets());

    private IEnumerable<RecordedOctets> Octets()
    {
        foreach (var (at, feed, octets) in world.Octets(from))
        {
            Interlocked.Exchange(ref nowTicks, at.Ticks);
            yield return new(at, feed, octets);
        }
    }
}
