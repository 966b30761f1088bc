using Vedette.Kernel;

namespace Vedette.Wire.Cooperative;

/// <summary>What was lately heard of one aircraft.</summary>
internal abstract class Heard
{
    public int Key { get; set; }

    public Instant LastHeard { get; set; }
}

/// <summary>
/// The aircraft heard lately, by key. Bounded: when it is full the one heard longest ago gives way. Ageing depends on message times only, and
/// nothing on the order in which the table keeps them.
/// </summary>
/// <param name="capacity">Most aircraft held at once.</param>
/// <param name="memory">An aircraft silent for longer is forgotten.</param>
internal sealed class HeardTable<T>(int capacity, TimeSpan memory)
    where T : Heard, new()
{
    private readonly Dictionary<int, T> byKey = [];
    private Instant nextSweep;

    public int Count => byKey.Count;

    /// <summary>What is kept of this key, made if need be, marked as heard at <paramref name="now"/>.</summary>
    public T Hear(int key, Instant now)
    {
        if (now >= nextSweep || nextSweep - now > memory / 4) Sweep(now);

        if (!byKey.TryGetValue(key, out var record))
        {
            if (byKey.Count == capacity) EvictOldest();
            byKey[key] = record = new T { Key = key };
        }

        record.LastHeard = now;
        return record;
    }

    /// <summary>What is kept of this key; null where there is nothing.</summary>
    public T? Find(int key) => byKey.GetValueOrDefault(key);

    private void EvictOldest()
    {
        var oldest = byKey.Values.MinBy(heard => (heard.LastHeard.Ticks, heard.Key))!.Key;
        byKey.Remove(oldest);
    }

    private void Sweep(Instant now)
    {
        nextSweep = now + (memory / 4);
        foreach (var old in byKey.Values.Where(heard => (now - heard.LastHeard).Duration() > memory).ToList()) byKey.Remove(old.Key);
    }
}
