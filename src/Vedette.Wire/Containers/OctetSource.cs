namespace Vedette.Wire.Containers;

/// <summary>Looks ahead in a stream through one buffer that grows to the largest unit asked for and no further.</summary>
internal sealed class OctetSource(Stream stream)
{
    private byte[] buffer = new byte[RecordingFormats.HeadLength];
    private int begin;
    private int end;

    /// <summary>Octets consumed so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next <paramref name="length"/> octets, or as many as are left. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Peek(int length)
    {
        if (end - begin < length) Fill(length);
        return buffer.AsMemory(begin, Math.Min(length, end - begin));
    }

    /// <summary>Goes on past octets that were looked at.</summary>
    public void Consume(int length)
    {
        begin += length;
        Position += length;
    }

    /// <summary>Goes on past octets that need not be looked at; false where the stream ends first.</summary>
    public bool Skip(long length)
    {
        while (length > 0)
        {
            var some = Peek((int)Math.Min(length, RecordingFormats.HeadLength)).Length;
            if (some == 0) return false;
            Consume(some);
            length -= some;
        }

        return true;
    }

    private void Fill(int length)
    {
        var grown = length > buffer.Length ? new byte[length] : buffer;
        buffer.AsSpan(begin, end - begin).CopyTo(grown);
        buffer = grown;
        end -= begin;
        begin = 0;
        while (end < length)
        {
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0) return;
            end += read;
        }
    }
}
