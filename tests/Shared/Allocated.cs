namespace Vedette.TestSupport;

/// <summary>
/// Octets that code allocates on the calling thread when it runs steadily. The runtime itself allocates there now and then, while it
/// recompiles hot methods: what is steady is the least of a few runs.
/// </summary>
internal static class Allocated
{
    public const int Runs = 5;

    /// <summary>Runs the action <see cref="Runs"/> times; the least that any of them allocated.</summary>
    public static long Least(Action action)
    {
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
