using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire;
using Vedette.Wire.Asterix;
using Vedette.Wire.Beast;

namespace Vedette.Sim.Tests.Senders;

/// <summary>Takes what the product's own decoders make of a world's octets.</summary>
internal sealed class Decoded : IIntake
{
    public SensorDirectory Directory { get; } = new();

    public List<Plot> Plots { get; } = [];

    public List<SensorMessage> Messages { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public int Records { get; private set; }

    public static Decoded All(SimulatedWorld world, Instant from)
    {
        var decoded = new Decoded();
        foreach (var sensor in world.Sensors) decoded.Directory.Put(sensor);
        var decoders = new Dictionary<string, IFeedDecoder>();
        foreach (var feed in world.Feeds)
        {
            if (feed.Format == FeedFormat.Asterix) decoders[feed.Name] = new AsterixDecoder(feed.Name, decoded.Directory);
            if (feed.Format == FeedFormat.Beast) decoders[feed.Name] = new BeastDecoder(feed.Name, decoded.Directory, feed.Sensor ?? feed.Name);
        }

        var entry = 0;
        foreach (var octets in world.Octets(from))
            if (decoders.TryGetValue(octets.Feed, out var decoder)) decoder.Decode(octets.Octets.Span, octets.At, ++entry, decoded);
        return decoded;
    }

    public void OnPlot(in Plot plot) => Plots.Add(plot);

    public void OnSensorMessage(in SensorMessage message) => Messages.Add(message);

    public void OnRefusal(in Refusal refusal) => Refusals.Add(refusal);

    public void OnRecord() => Records++;
}
