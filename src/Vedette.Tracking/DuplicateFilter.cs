using Vedette.Air;

namespace Vedette.Tracking;

/// <summary>
/// Recognises a plot that was delivered before: same sensor, same time, same measurement. Remembers a bounded number of fingerprints,
/// newest first, so that a repeat within a minute or so is met at any usual load.
/// </summary>
public sealed class DuplicateFilter
{
    private const int Size = 1 << 17;

    private readonly ulong[] seen = new ulong[Size];

    /// <summary>True where the same plot was taken before; otherwise it is remembered.</summary>
    public bool IsRepeat(in Plot plot)
    {
        var print = Fingerprint(plot);
        ref var slot = ref seen[print >> 47];
        if (slot == print) return true;
        slot = print;
        return false;
    }

    private static ulong Fingerprint(in Plot plot)
    {
        var print = Mix((ulong)plot.Sensor.Value ^ ((ulong)plot.Kind << 32), (ulong)plot.TimeOfApplicability.Ticks);
        print = Mix(print, BitConverter.DoubleToUInt64Bits(plot.RangeM));
        print = Mix(print, BitConverter.DoubleToUInt64Bits(plot.AzimuthRad));
        if (plot.Position is { } position)
        {
            print = Mix(print, BitConverter.DoubleToUInt64Bits(position.LatitudeRad));
            print = Mix(print, BitConverter.DoubleToUInt64Bits(position.LongitudeRad));
        }

        return Mix(print, (ulong)(plot.Address?.Value ?? -1));
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var x = (a ^ b) * 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 31)) * 0xBF58476D1CE4E5B9UL;
        return x ^ (x >> 29);
    }
}
