using Vedette.Air;

namespace Vedette.Tracking;

/// <summary>Plots that wait for their batch to close, each in its place, and for each sensor the order in which its plots are taken.</summary>
internal sealed class PendingPlots
{
    private readonly List<int> sensors = [];
    private readonly List<int> held = [];
    private Plot[] plots = new Plot[256];
    private int[] nextOfSensor = new int[256];
    private int[] ordered = new int[256];
    private int[] first = new int[64];
    private int[] last = new int[64];

    public int Count { get; private set; }

    public ReadOnlySpan<Plot> Plots => plots.AsSpan(0, Count);

    /// <summary>The sensors that have plots here, in the order in which they first appeared.</summary>
    public List<int> Sensors => sensors;

    public void Add(in Plot plot)
    {
        if (Count == plots.Length)
        {
            Array.Resize(ref plots, 2 * Count);
            Array.Resize(ref nextOfSensor, 2 * Count);
            Array.Resize(ref ordered, 2 * Count);
        }

        plots[Count] = plot;
        nextOfSensor[Count] = -1;
        Append(plot.Sensor.Value, Count++);
    }

    /// <summary>Indices of a sensor's plots, oldest first; plots of one time in the order in which they came. Valid until the next call.</summary>
    public ReadOnlySpan<int> Of(int sensor)
    {
        var count = 0;
        for (var i = first[sensor] - 1; i >= 0; i = nextOfSensor[i])
        {
            // They come nearly in order.
            var k = count++ - 1;
            for (; k >= 0 && plots[ordered[k]].TimeOfApplicability > plots[i].TimeOfApplicability; k--) ordered[k + 1] = ordered[k];
            ordered[k + 1] = i;
        }

        return ordered.AsSpan(0, count);
    }

    /// <summary>Keeps these plots, given by their indices, when the others go.</summary>
    public void Hold(ReadOnlySpan<int> waiting)
    {
        foreach (var i in waiting) held.Add(i);
    }

    /// <summary>Lets all plots go but those held, which keep the order in which they came.</summary>
    public void Clear()
    {
        foreach (var sensor in sensors) first[sensor] = 0;
        sensors.Clear();
        Count = 0;
        held.Sort();
        foreach (var i in held) Add(plots[i]);
        held.Clear();
    }

    /// <summary>Links a plot to the others of its sensor; places in <see cref="first"/> are counted from one, 0 = none.</summary>
    private void Append(int sensor, int index)
    {
        if (sensor >= first.Length)
        {
            Array.Resize(ref first, Math.Max(2 * first.Length, sensor + 1));
            Array.Resize(ref last, first.Length);
        }

        if (first[sensor] == 0)
        {
            sensors.Add(sensor);
            first[sensor] = index + 1;
        }
        else nextOfSensor[last[sensor]] = index;

        last[sensor] = index;
    }
}
