using System.Runtime.CompilerServices;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS;

/// <summary>
/// The aircraft heard lately, by address: open addressing with linear probing in one flat array. Bounded: when it is full the address heard
/// longest ago gives way. Ageing depends on message times only.
/// </summary>
internal sealed class AircraftTable
{
    private readonly AircraftRecord[] slots;
    private readonly int mask;
    private readonly TimeSpan memory;
    private readonly TimeSpan sweepEvery;
    private int count;
    private Instant nextSweep;

    /// <param name="capacity">Most aircraft held at once, a power of two.</param>
    /// <param name="memory">An aircraft silent for longer is forgotten.</param>
    public AircraftTable(int capacity, TimeSpan memory)
    {
        Invariant.Holds(capacity > 0 && (capacity & (capacity - 1)) == 0, "the capacity is a power of two");
        slots = new AircraftRecord[capacity * 2];
        mask = slots.Length - 1;
        this.memory = memory;
        sweepEvery = memory / 4;
    }

    public int Count => count;

    /// <summary>The record of this address, or a null reference (<see cref="Unsafe.IsNullRef{T}"/>).</summary>
    public ref AircraftRecord Find(int address)
    {
        var key = address + 1;
        for (var i = Home(key); slots[i].Key != 0; i = (i + 1) & mask)
            if (slots[i].Key == key) return ref slots[i];
        return ref Unsafe.NullRef<AircraftRecord>();
    }

    /// <summary>The record of this address, made if need be, marked as heard at <paramref name="now"/>. Earlier references are void.</summary>
    public ref AircraftRecord Hear(int address, Instant now)
    {
        if (now >= nextSweep || nextSweep - now > sweepEvery) Sweep(now);
        var key = address + 1;
        var i = Home(key);
        while (slots[i].Key != 0 && slots[i].Key != key) i = (i + 1) & mask;
        if (slots[i].Key == 0)
        {
            if (count == slots.Length / 2)
            {
                EvictOldest();
                return ref Hear(address, now);
            }

            slots[i] = AircraftRecord.New(key);
            count++;
        }

        slots[i].LastHeard = now;
        return ref slots[i];
    }

    private void Sweep(Instant now)
    {
        nextSweep = now + sweepEvery;
        for (var i = 0; i < slots.Length; i++)
            while (slots[i].Key != 0 && (now - slots[i].LastHeard).Duration() > memory) RemoveAt(i);
    }

    private void EvictOldest()
    {
        var oldest = -1;
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].Key == 0) continue;
            if (oldest < 0 || slots[i].LastHeard < slots[oldest].LastHeard
                || (slots[i].LastHeard == slots[oldest].LastHeard && slots[i].Key < slots[oldest].Key)) oldest = i;
        }

        RemoveAt(oldest);
    }

    /// <summary>Closes the gap so that probing still finds what had been displaced past it (Knuth, TAOCP 6.4, algorithm R).</summary>
    private void RemoveAt(int gap)
    {
        count--;
        for (var i = (gap + 1) & mask; slots[i].Key != 0; i = (i + 1) & mask)
        {
            var home = Home(slots[i].Key);
            if (((i - home) & mask) < ((i - gap) & mask)) continue;
            slots[gap] = slots[i];
            gap = i;
        }

        slots[gap] = default;
    }

    private int Home(int key) => (int)((uint)key * 2654435769u >> 7) & mask;
}
