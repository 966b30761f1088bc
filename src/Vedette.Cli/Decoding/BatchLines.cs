using Vedette.Wire;

namespace Vedette.Cli.Decoding;

/// <summary>Counts lines by kind, and keeps them together until their turn has come.</summary>
internal sealed class BatchLines(bool wantsText) : IRecordLines
{
    private byte[] text = wantsText ? new byte[1 << 16] : [];
    private int length;

    public bool WantsText => wantsText;

    public KindCounts Counts { get; } = new();

    public ReadOnlySpan<byte> Text => text.AsSpan(0, length);

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        Counts.Record(kind);
        Write(line);
    }

    public void OnRefusal(string kind, ReadOnlySpan<byte> line)
    {
        Counts.Refusal(kind);
        Write(line);
    }

    /// <summary>The lines have been taken over; the counts stay.</summary>
    public void ClearText() => length = 0;

    private void Write(ReadOnlySpan<byte> line)
    {
        if (!wantsText) return;
        if (text.Length - length <= line.Length) Array.Resize(ref text, Math.Max(2 * text.Length, length + line.Length + 1));
        line.CopyTo(text.AsSpan(length));
        length += line.Length;
        text[length++] = (byte)'\n';
    }
}
