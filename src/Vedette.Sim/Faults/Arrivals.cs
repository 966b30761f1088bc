using Vedette.Kernel;

namespace Vedette.Sim.Faults;

/// <summary>Octets under way, given out in the order in which they arrive. Ties go by feed, then by number: never by chance.</summary>
internal sealed class Arrivals(Instant start)
{
    private readonly PriorityQueue<SimulatedOctets, (long Ticks, int Feed, long Serial)> underWay = new();

    public void Add(string feed, int feedIndex, long serial, double arrivesS, ReadOnlyMemory<byte> octets)
    {
        var at = start.AddSeconds(arrivesS);
        underWay.Enqueue(new(at, feed, octets), (at.Ticks, feedIndex, serial));
    }

    /// <summary>The next octets that arrive before a time.</summary>
    public bool TryTakeBefore(Instant limit, out SimulatedOctets octets)
    {
        if (!underWay.TryPeek(out octets, out _) || octets.At >= limit) return false;
        underWay.Dequeue();
        return true;
    }
}
