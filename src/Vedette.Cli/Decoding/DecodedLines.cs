using Vedette.Wire;

namespace Vedette.Cli.Decoding;

/// <summary>Writes decoded lines out, many at once, and counts them by kind.</summary>
/// <param name="output">Null where only the counts are wanted.</param>
internal sealed class DecodedLines(Stream? output) : IRecordLines
{
    /// <summary>Written out when so many octets wait.</summary>
    private const int WrittenAt = 1 << 18;

    private readonly BatchLines waiting = new(output is not null);

    public bool WantsText => waiting.WantsText;

    public long Records => waiting.Counts.Records;

    public long Refusals => waiting.Counts.Refusals;

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        waiting.OnRecord(kind, line);
        if (waiting.Text.Length >= WrittenAt) Flush();
    }

    public void OnRefusal(string kind, ReadOnlySpan<byte> line)
    {
        waiting.OnRefusal(kind, line);
        if (waiting.Text.Length >= WrittenAt) Flush();
    }

    /// <summary>Takes over what was counted and written elsewhere.</summary>
    public void Append(BatchLines others)
    {
        waiting.Counts.Add(others.Counts);
        Flush();
        output?.Write(others.Text);
    }

    /// <summary>Writes out what still waits.</summary>
    public void Flush()
    {
        output?.Write(waiting.Text);
        waiting.ClearText();
    }

    public void WriteSummary(TextWriter text) => waiting.Counts.Write(text);
}
