namespace Vedette.Tracking.Gating;

/// <summary>A track (by its index) and a measurement (by its index in the batch) that passed the gate together.</summary>
public readonly record struct GatedPair(int Track, int Measurement);

/// <summary>
/// Splits the gated pairs of a batch into clusters that share no track and no measurement, so that each is solved for itself.
/// </summary>
public sealed class ClusterPartition
{
    private int[] parent = new int[256];
    private int[] firstMeasurement = new int[256];
    private int[] start = new int[256];
    private int[] order = new int[256];

    /// <summary>Number of clusters.</summary>
    public int Count { get; private set; }

    /// <summary>Indices of the pairs of one cluster, in the order given.</summary>
    public ReadOnlySpan<int> this[int cluster] => order.AsSpan(start[cluster], start[cluster + 1] - start[cluster]);

    public void Partition(ReadOnlySpan<GatedPair> pairs, int tracks, int measurements)
    {
        Grow(ref parent, measurements);
        Grow(ref firstMeasurement, tracks);
        Grow(ref start, measurements + 2);
        Grow(ref order, pairs.Length);
        for (var j = 0; j < measurements; j++) parent[j] = j;
        foreach (var pair in pairs) firstMeasurement[pair.Track] = -1;
        foreach (var pair in pairs)
        {
            ref var first = ref firstMeasurement[pair.Track];
            if (first < 0) first = pair.Measurement;
            else Join(first, pair.Measurement);
        }

        Sort(pairs, measurements);
    }

    /// <summary>Counting sort of the pairs by the smallest measurement of their cluster.</summary>
    private void Sort(ReadOnlySpan<GatedPair> pairs, int measurements)
    {
        Array.Clear(start, 0, measurements + 2);
        foreach (var pair in pairs) start[Root(pair.Measurement) + 2]++;
        for (var j = 0; j <= measurements; j++) start[j + 1] += start[j];
        for (var k = 0; k < pairs.Length; k++) order[start[Root(pairs[k].Measurement) + 1]++] = k;
        Count = 0;
        for (var j = 0; j < measurements; j++)
            if (start[j + 1] > start[j]) start[++Count] = start[j + 1];
        start[0] = 0;
    }

    private void Join(int a, int b)
    {
        int x = Root(a), y = Root(b);
        if (x < y) parent[y] = x;
        else parent[x] = y;
    }

    private int Root(int j)
    {
        while (parent[j] != j)
        {
            parent[j] = parent[parent[j]];
            j = parent[j];
        }

        return j;
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length) array = new int[Math.Max(length, 2 * array.Length)];
    }
}
