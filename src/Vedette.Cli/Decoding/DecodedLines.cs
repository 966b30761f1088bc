using Vedette.Wire;

namespace Vedette.Cli.Decoding;

/// <summary>Writes decoded lines out, and counts them by kind.</summary>
/// <param name="output">Null where only the counts are wanted.</param>
internal sealed class DecodedLines(Stream? output) : IRecordLines
{
    private readonly SortedDictionary<string, (long Records, long Refusals)> kinds = new(StringComparer.Ordinal);

    public long Records { get; private set; }

    public long Refusals { get; private set; }

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        Records++;
        Count(kind, 1, 0);
        Write(line);
    }

    public void OnRefusal(string kind, ReadOnlySpan<byte> line)
    {
        Refusals++;
        Count(kind, 0, 1);
        Write(line);
    }

    public void WriteSummary(TextWriter text)
    {
        text.WriteLine($"{"",-14} {"records",12} {"refused",12}");
        foreach (var (kind, (records, refusals)) in kinds) text.WriteLine($"{kind,-14} {records,12:N0} {refusals,12:N0}");
        text.WriteLine($"{"all",-14} {Records,12:N0} {Refusals,12:N0}");
    }

    private void Count(string kind, int records, int refusals)
    {
        kinds.TryGetValue(kind, out var before);
        kinds[kind] = (before.Records + records, before.Refusals + refusals);
    }

    private void Write(ReadOnlySpan<byte> line)
    {
        if (output is null) return;
        output.Write(line);
        output.WriteByte((byte)'\n');
    }
}
