using System.Diagnostics;

namespace Vedette.Benchmarks.Asterix;

/// <summary>
/// The whole program over files of plain data blocks: asterix FILE... [--threads N] [--seconds S] [--json 1]. Every leaf of every record is read (with
/// --json 1: becomes part of a line of JSON) again and again by N threads, each with its own copy of the octets. Tells the mean and the best tenth
/// of a second: on a shared machine others take part of the mean.
/// </summary>
public static class AsterixSpeed
{
    public static int Run(string[] args)
    {
        var threads = Option(args, "--threads", 1);
        var seconds = Option(args, "--seconds", 3);
        var files = args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || !args[i - 1].StartsWith("--", StringComparison.Ordinal)));
        Func<Func<byte[], long>> reader = Option(args, "--json", 0) == 0 ? () => octets => BlockRead.All(octets) : () => new JsonRead().All;
        foreach (var file in files) Measure(file, reader, threads, seconds);
        return 0;
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1]) : otherwise;

    private static void Measure(string file, Func<Func<byte[], long>> reader, int threads, int seconds)
    {
        var octets = File.ReadAllBytes(file);
        var first = reader();
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 1500;) first(octets);
        var once = first(octets);
        var results = new (long Records, long Allocated, double Seconds, double Best)[threads];
        var running = Enumerable.Range(0, threads).Select(i => new Thread(() => results[i] = Read(reader(), octets.ToArray(), seconds))).ToList();
        running.ForEach(t => t.Start());
        running.ForEach(t => t.Join());
        var perSecond = results.Sum(r => r.Records / r.Seconds);
        var records = results.Sum(r => r.Records);
        Console.WriteLine(
            $"{Path.GetFileName(file)}: {perSecond / 1e6:F2} M records/s (best tenth of a second {results.Sum(r => r.Best) / 1e6:F2}), {(double)BlockRead.Leaves(octets) / once:F1} leaves and "
            + $"{(double)octets.Length / once:F1} octets a record, "
            + $"{results.Sum(r => r.Allocated) / (double)records:F3} octets allocated a record, {threads} thread(s)");
    }

    private static (long Records, long Allocated, double Seconds, double Best) Read(Func<byte[], long> read, byte[] octets, int seconds)
    {
        var (records, best) = (0L, 0.0);
        read(octets);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 1000 * seconds)
        {
            var (part, from) = (0L, clock.Elapsed.TotalSeconds);
            while (clock.Elapsed.TotalSeconds < from + 0.1) part += read(octets);
            best = Math.Max(best, part / (clock.Elapsed.TotalSeconds - from));
            records += part;
        }

        return (records, GC.GetAllocatedBytesForCurrentThread() - before, clock.Elapsed.TotalSeconds, best);
    }
}
