using System.Runtime.InteropServices;
using Vedette.Air;

namespace Vedette.Core;

/// <summary>
/// Lets no more positions a second of one address at one sensor through than a transponder sends. Who floods a receiver under one address, or
/// plays an hour of a recording into a live feed within seconds, must not keep the tracker from all others.
/// </summary>
/// <remarks>
/// A transponder sends two positions a second (RTCA DO-260B, 2.2.3.3.2.2); a ground network that hears it at several stations, or repeats what
/// it heard, sends some more.
/// </remarks>
internal sealed class PositionRate
{
    public const int MostPerSecond = 12;

    /// <summary>Addresses remembered before all are forgotten: then each may send its share of the second again, no more.</summary>
    private const int MostRemembered = 1 << 16;

    private readonly Dictionary<(SensorId Sensor, TransponderAddress Address), (long Second, int Count)> lately = [];

    public bool Admits(in Plot plot)
    {
        if (plot.Position is null || plot.Address is not { } address) return true;
        var second = plot.TimeOfApplicability.Ticks / TimeSpan.TicksPerSecond;
        if (lately.Count >= MostRemembered) lately.Clear();
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(lately, (plot.Sensor, address), out _);
        seen = seen.Second == second ? (second, seen.Count + 1) : (second, 1);
        return seen.Count <= MostPerSecond;
    }
}
