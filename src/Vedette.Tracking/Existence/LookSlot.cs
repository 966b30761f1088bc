using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vedette.Tracking.Existence;

/// <summary>What one sensor has had to say about one track: when it last looked there and how often it saw something.</summary>
public struct LookSlot
{
    /// <summary>Time of the last look that was taken into account, s.</summary>
    public double LastLookS;

    /// <summary>Time of the last plot that was probably the track's, s.</summary>
    public double LastHitS;

    /// <summary>Probability that the last look saw nothing of the track.</summary>
    public double Missed;

    /// <summary>One more than the number under which the sensor's own tracker last followed this target; 0 where it never told one.</summary>
    public int NumberPlusOne;

    /// <summary>When it told it, s.</summary>
    public double NumberS;

    /// <summary>Looks and hits, fading.</summary>
    public double Looks;

    public double Hits;

    /// <summary>Probability that a look sees this track: what physics expects, corrected by what has been seen.</summary>
    public readonly double Detection(double expected)
    {
        const double expectedWeight = 10;
        return Math.Clamp(((expectedWeight * expected) + Hits) / (expectedWeight + Looks), 0.01, 0.995);
    }

    /// <summary>
    /// Takes a look into account. Only a clear outcome teaches how well the sensor sees the track: two tracks that share one plot must not
    /// both learn to be hard to see.
    /// </summary>
    public void Account(double timeS, double hit)
    {
        const double keep = 0.88;
        if (hit is < 0.05 or > 0.9)
        {
            Looks = (Looks * keep) + 1;
            Hits = (Hits * keep) + hit;
        }

        LastLookS = Math.Max(LastLookS, timeS);
        Missed = 1 - hit;
        if (hit > 0.5) LastHitS = Math.Max(LastHitS, timeS);
    }
}

/// <summary>The sensors that matter to one track; the one longest silent gives way to a new one.</summary>
public struct LookSlots
{
    public const int Count = 14;

    /// <summary>Fading number of hits above which a sensor is one that sees the track.</summary>
    private const double SeenHits = 0.3;

    /// <summary>Ids plus one, side by side, so that finding a sensor's slot reads one line of memory; 0 marks a free slot, and behind it all are free.</summary>
    private Ids sites;
    private Entries slots;

    /// <summary>A slot, to change.</summary>
    [UnscopedRef]
    public ref LookSlot this[int index] => ref slots[index];

    /// <summary>A slot, to read.</summary>
    [UnscopedRef]
    public readonly ref readonly LookSlot Read(int index) => ref slots[index];

    /// <summary>Id of the sensor that holds a slot, -1 if none does.</summary>
    public readonly int SiteOf(int index) => sites[index] - 1;

    /// <summary>Index of the sensor's slot, -1 where it has none.</summary>
    public readonly int Find(int site) => ((ReadOnlySpan<int>)sites).IndexOf(site + 1);

    /// <summary>The sensor is one that sees the track.</summary>
    public readonly bool HasSeen(int site) => Find(site) is >= 0 and var slot && slots[slot].Hits > SeenHits;

    /// <summary>Index of the sensor's slot, made where it has none.</summary>
    public int FindOrAdd(int site)
    {
        var index = Find(site);
        if (index >= 0) return index;
        index = Find(-1);
        if (index < 0) index = LongestSilent();
        sites[index] = site + 1;
        slots[index] = new() { LastLookS = double.NegativeInfinity, LastHitS = double.NegativeInfinity, Missed = 1 };
        return index;
    }

    private readonly int LongestSilent()
    {
        var oldest = 0;
        for (var i = 1; i < Count; i++)
            if (slots[i].LastLookS < slots[oldest].LastLookS) oldest = i;
        return oldest;
    }

    [InlineArray(Count)]
    private struct Ids
    {
        private int first;
    }

    [InlineArray(Count)]
    private struct Entries
    {
        private LookSlot first;
    }
}
