using Vedette.Core;
using Vedette.Edge.Journal;

namespace Vedette.Edge.Recordings;

/// <summary>A Vedette journal lived through again: the same entries, operators' decisions included.</summary>
public sealed class JournalRecording : IRecording
{
    private readonly string path;
    private readonly List<string> flaws = [];
    private readonly long last;
    private long given;

    /// <exception cref="JournalException">The file is no journal, or holds nothing.</exception>
    public JournalRecording(string path)
    {
        this.path = path;
        using var reader = JournalReader.Open(path);
        last = reader.Last;
        Configuration = reader.Entries().Where(entry => entry.Kind == EntryKind.Configuration).Select(entry => CoreJson.ReadConfiguration(entry.Payload.Span)).FirstOrDefault()
            ?? throw new JournalException($"{path}: {reader.Damage?.ToString() ?? "the journal is empty"}");
    }

    public string Description => $"journal {Path.GetFileName(path)}";

    public CoreConfiguration Configuration { get; }

    public double Progress => last == 0 ? 1 : Interlocked.Read(ref given) / (double)last;

    public IReadOnlyList<string> Flaws => flaws;

    public IEnumerable<Arrival> Arrivals()
    {
        using var reader = JournalReader.Open(path);
        foreach (var entry in reader.Entries())
        {
            Interlocked.Exchange(ref given, entry.Sequence);
            yield return new(entry.Kind, entry.Source, entry.Payload, entry.At);
        }

        if (reader.Damage is { } damage) flaws.Add(damage.ToString());
    }
}
