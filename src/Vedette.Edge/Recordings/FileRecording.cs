using Vedette.Core;

namespace Vedette.Edge.Recordings;

/// <summary>One or more recorded files as one recording, merged by time. Each file is a feed.</summary>
public sealed class FileRecording : IRecording
{
    private readonly IReadOnlyList<RecordedFile> files;

    /// <param name="watch">Name, sensors, airspaces; its feeds are replaced by the files.</param>
    public FileRecording(IReadOnlyList<RecordedFile> files, CoreConfiguration watch)
    {
        this.files = files;
        Configuration = watch with { Feeds = [.. files.Select(file => new FeedConfiguration(file.Feed, file.Format))] };
    }

    public string Description => string.Join(", ", files.Select(file => file.Feed));

    public CoreConfiguration Configuration { get; }

    public double Progress => files.Any(static file => file.Length == 0) ? 0 : files.Sum(file => file.Position) / (double)files.Sum(file => file.Length);

    public IReadOnlyList<string> Flaws => [.. files.SelectMany(file => file.Flaws.Select(flaw => $"{file.Feed}: {flaw}"))];

    /// <summary>A name for each path: the file's name, with a number where it repeats.</summary>
    public static IReadOnlyList<string> FeedNames(IReadOnlyList<string> paths)
    {
        var names = new List<string>();
        foreach (var path in paths)
        {
            var name = path == "-" ? "standard input" : Path.GetFileName(path);
            var candidate = name;
            for (var n = 2; names.Contains(candidate); n++) candidate = $"{name}-{n}";
            names.Add(candidate);
        }

        return names;
    }

    public IEnumerable<Arrival> Arrivals() => ArrivalScript.Of(Configuration, Merge());

    /// <summary>By time; at equal times in the order in which the files were named.</summary>
    private IEnumerable<RecordedOctets> Merge()
    {
        var heads = new PriorityQueue<IEnumerator<RecordedOctets>, (long Ticks, int File)>();
        var opened = new List<IEnumerator<RecordedOctets>>();
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                var pieces = files[i].Read().GetEnumerator();
                opened.Add(pieces);
                if (pieces.MoveNext()) heads.Enqueue(pieces, (pieces.Current.At.Ticks, i));
            }

            while (heads.TryDequeue(out var pieces, out var key))
            {
                yield return pieces.Current;
                if (pieces.MoveNext()) heads.Enqueue(pieces, (pieces.Current.At.Ticks, key.File));
            }
        }
        finally
        {
            foreach (var pieces in opened) pieces.Dispose();
        }
    }
}
