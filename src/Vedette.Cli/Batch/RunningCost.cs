using System.Diagnostics;

namespace Vedette.Cli.Batch;

/// <summary>What a run costs: processor time of the whole program, peak memory, and what it allocates once it has warmed up.</summary>
internal sealed class RunningCost
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long warmAllocated;
    private long warmPlots = -1;

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Half of the recording is read: tables have their size, code is compiled. Later calls change nothing.</summary>
    public void Warm(long plots)
    {
        if (warmPlots >= 0) return;
        warmPlots = plots;
        warmAllocated = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>One line for people.</summary>
    public string Describe(long plots)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread() - warmAllocated;
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime.TotalSeconds;
        return FormattableString.Invariant(
            $"processor {processor:F2} s ({plots / Math.Max(processor, 1e-3):F0} plots/s of one core), peak memory {process.PeakWorkingSet64 / 1048576.0:F0} MiB, allocated in the second half {(double)allocated / Math.Max(plots - warmPlots, 1):F2} octets a plot");
    }
}
