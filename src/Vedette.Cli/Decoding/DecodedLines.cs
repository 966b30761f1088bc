using Vedette.Wire;

namespace Vedette.Cli.Decoding;

/// <summary>Writes decoded lines out, many at once, and counts them by kind.</summary>
/// <param name="output">Null where only the counts are wanted.</param>
internal sealed class DecodedLines(Stream? output) : IRecordLines
{
    private const int BufferLength = 1 << 18;

    private readonly KindCounts kinds = new();
    private readonly byte[] buffer = output is null ? [] : new byte[BufferLength];
    private int length;

    public bool WantsText => output is not null;

    public long Records => kinds.Records;

    public long Refusals => kinds.Refusals;

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        kinds.Record(kind);
        Write(line);
    }

    public void OnRefusal(string kind, ReadOnlySpan<byte> line)
    {
        kinds.Refusal(kind);
        Write(line);
    }

    /// <summary>Takes over what was counted and written elsewhere.</summary>
    /// <param name="text">Whole lines.</param>
    public void Append(KindCounts counts, ReadOnlySpan<byte> text)
    {
        kinds.Add(counts);
        Flush();
        output?.Write(text);
    }

    /// <summary>Writes out what still waits in the buffer.</summary>
    public void Flush()
    {
        output?.Write(buffer, 0, length);
        length = 0;
    }

    public void WriteSummary(TextWriter text) => kinds.Write(text);

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
}
