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

    public Span<byte> Lend(int octets)
    {
        Room(octets);
        return text.AsSpan(length);
    }

    /// <summary>What was lent comes back in its place and need not be copied.</summary>
    private void Write(ReadOnlySpan<byte> line)
    {
        if (!wantsText) return;
        if (!line.Overlaps(text.AsSpan(length)))
        {
            Room(line.Length);
            line.CopyTo(text.AsSpan(length));
        }

        length += line.Length;
        text[length++] = (byte)'\n';
    }

    /// <summary>For a line and its end.</summary>
    private void Room(int octets)
    {
        if (text.Length - length <= octets) Array.Resize(ref text, Math.Max(2 * text.Length, length + octets + 1));
    }
}
