using System.Diagnostics;
using Vedette.Assessment;

namespace Vedette.Benchmarks.Cost;

/// <summary>
/// What assessing a crowd costs, second after second, in the long run: forecasts of the hardly possible are spread over 15 s, so that only
/// a minute and more shows the mean. Processor time, since the machine may be shared.
/// </summary>
internal static class AssessmentCost
{
    private const int WarmS = 60;
    private const int MeasuredS = 60;

    public static void Print(int tracks, int airspaces)
    {
        var crowd = new BenchmarkCrowd(tracks, airspaces);
        var assessor = new Assessor();
        assessor.Watch(crowd.Airspaces);
        for (var s = 0; s < WarmS; s++) assessor.Assess(crowd.Next(), crowd.Now);
        var costs = new double[MeasuredS];
        var allocated = new double[MeasuredS];
        for (var s = 0; s < MeasuredS; s++)
        {
            var now = crowd.Next();
            var (cpu, octets) = (Processor(), GC.GetAllocatedBytesForCurrentThread());
            assessor.Assess(now, crowd.Now);
            (costs[s], allocated[s]) = ((Processor() - cpu).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - octets);
        }

        Array.Sort(costs);
        Console.WriteLine(FormattableString.Invariant(
            $"assessment of {tracks} tracks x {crowd.Airspaces.Count} airspaces: {costs.Average():F0} ms of one core a second in the mean, {costs[MeasuredS / 2]:F0} in the median, {costs[^1]:F0} at most; {allocated.Average() / 1024:F0} KiB allocated a second"));
    }

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;
}
