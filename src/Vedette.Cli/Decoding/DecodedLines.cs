using Vedette.Wire;

namespace Vedette.Cli.Decoding;

/// <summary>Writes decoded lines out, many at once, and counts them by kind.</summary>
/// <param name="output">Null where only the counts are wanted.</param>
internal sealed class DecodedLines(Stream? output) : IRecordLines
{
    private const int BufferLength = 1 << 18;

    private readonly Dictionary<string, KindCount> kinds = new(StringComparer.Ordinal);
    private readonly byte[] buffer = output is null ? [] : new byte[BufferLength];
    private KindCount last = new("");
    private int length;

    public bool WantsText => output is not null;

    public long Records => kinds.Values.Sum(kind => kind.Records);

    public long Refusals => kinds.Values.Sum(kind => kind.Refusals);

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        Of(kind).Records++;
        Write(line);
    }

    public void OnRefusal(string kind, ReadOnlySpan<byte> line)
    {
        Of(kind).Refusals++;
        Write(line);
    }

    /// <summary>Writes out what still waits in the buffer.</summary>
    public void Flush()
    {
        output?.Write(buffer, 0, length);
        length = 0;
    }

    public void WriteSummary(TextWriter text)
    {
        text.WriteLine($"{"",-14} {"records",12} {"refused",12}");
        foreach (var kind in kinds.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal)) text.WriteLine($"{kind.Name,-14} {kind.Records,12:N0} {kind.Refusals,12:N0}");
        text.WriteLine($"{"all",-14} {Records,12:N0} {Refusals,12:N0}");
    }

    private KindCount Of(string kind)
    {
        if (ReferenceEquals(kind, last.Name)) return last;
        if (!kinds.TryGetValue(kind, out var found)) kinds[kind] = found = new(kind);
        return last = found;
    }

    private void Write(ReadOnlySpan<byte> line)
    {
        if (output is null) return;
        if (line.Length >= buffer.Length - length) Flush();
        if (line.Length >= buffer.Length) output.Write(line);
        else
        {
            line.CopyTo(buffer.AsSpan(length));
            length += line.Length;
        }

        buffer[length++] = (byte)'\n';
    }

    private sealed class KindCount(string name)
    {
        public string Name => name;

        public long Records { get; set; }

        public long Refusals { get; set; }
    }
}
