namespace Vedette.Cli.Decoding;

/// <summary>How many records of each kind were read and refused.</summary>
internal sealed class KindCounts
{
    private readonly Dictionary<string, Count> kinds = new(StringComparer.Ordinal);
    private Count last = new("");

    public long Records => kinds.Values.Sum(kind => kind.Records);

    public long Refusals => kinds.Values.Sum(kind => kind.Refusals);

    public void Record(string kind) => Of(kind).Records++;

    public void Refusal(string kind) => Of(kind).Refusals++;

    public void Add(KindCounts others)
    {
        foreach (var kind in others.kinds.Values)
        {
            var own = Of(kind.Name);
            own.Records += kind.Records;
            own.Refusals += kind.Refusals;
        }
    }

    public void Clear()
    {
        foreach (var kind in kinds.Values) (kind.Records, kind.Refusals) = (0, 0);
    }

    public void Write(TextWriter text)
    {
        text.WriteLine($"{"",-14} {"records",12} {"refused",12}");
        foreach (var kind in kinds.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal)) text.WriteLine($"{kind.Name,-14} {kind.Records,12:N0} {kind.Refusals,12:N0}");
        text.WriteLine($"{"all",-14} {Records,12:N0} {Refusals,12:N0}");
    }

    /// <summary>Records of one kind come in runs.</summary>
    private Count Of(string kind)
    {
        if (ReferenceEquals(kind, last.Name)) return last;
        if (!kinds.TryGetValue(kind, out var found)) kinds[kind] = found = new(kind);
        return last = found;
    }

    private sealed class Count(string name)
    {
        public string Name => name;

        public long Records { get; set; }

        public long Refusals { get; set; }
    }
}
