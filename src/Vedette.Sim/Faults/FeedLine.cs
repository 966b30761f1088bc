using Vedette.Kernel;

namespace Vedette.Sim.Faults;

/// <summary>
/// The line from a sensor to Vedette: hands octets on, as they are or as the faults of the scenario leave them. Each piece draws from
/// its own stream, so that a piece suffers the same whatever came before.
/// </summary>
internal sealed class FeedLine(string feed, int index, ulong seed, IReadOnlyList<Fault> faults, Arrivals arrivals)
{
    private readonly Fault[] faults = [.. faults.Where(f => f.Feed == feed)];

    /// <param name="sentS">When the sensor sent it, s after the start of the scenario: what the faults' times mean.</param>
    /// <param name="arrivesS">When it arrives if nothing is wrong.</param>
    /// <param name="serial">Its number on this line, rising.</param>
    public void Send(double sentS, double arrivesS, long serial, ReadOnlyMemory<byte> octets)
    {
        var copies = 1;
        var copyLagS = 0.0;
        SeededRandom? chance = null;
        foreach (var fault in faults)
        {
            if (!fault.Covers(sentS)) continue;
            if (fault is Outage) return;
            chance ??= SeededRandom.For(seed, 0x7000_0000_0000UL + ((ulong)index << 36) + (ulong)(serial & 0xF_FFFF_FFFF));
            switch (fault)
            {
                case LateDatagrams late when chance.NextDouble() < late.Probability:
                    arrivesS += Math.Min(chance.NextExponential(late.MeanDelayS), LateDatagrams.LongestDelayS);
                    break;
                case DuplicatedDatagrams twice when chance.NextDouble() < twice.Probability:
                    copies = 2;
                    copyLagS = twice.LagS;
                    break;
                case CorruptDatagrams corrupt when chance.NextDouble() < corrupt.Probability:
                    octets = Corrupt(octets.Span, chance);
                    break;
            }
        }

        for (var copy = 0; copy < copies; copy++)
            arrivals.Add(feed, index, (serial * 2) + copy, arrivesS + (copy * copyLagS), octets);
    }

    /// <summary>Half are cut short, half have up to four octets changed.</summary>
    private static byte[] Corrupt(ReadOnlySpan<byte> octets, SeededRandom chance)
    {
        if (octets.Length > 1 && chance.Next(2) == 0) return octets[..(1 + chance.Next(octets.Length - 1))].ToArray();
        var changed = octets.ToArray();
        for (var hits = 1 + chance.Next(4); hits > 0; hits--) changed[chance.Next(changed.Length)] ^= (byte)(1 + chance.Next(255));
        return changed;
    }
}
