namespace Vedette.Wire.RemoteId;

/// <summary>What all messages have in common: the octet that tells type and version, and text fields padded with NUL.</summary>
internal static class RemoteIdText
{
    public static ReadOnlySpan<byte> Until0(ReadOnlySpan<byte> field) => field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field;

    /// <summary>Clears a message and writes its head.</summary>
    public static void Begin(Span<byte> octets, MessageType type, int version)
    {
        octets[..RemoteIdMessages.MessageLength].Clear();
        octets[0] = (byte)(((byte)type << 4) | (version & 15));
    }

    /// <summary>As much as there is room for.</summary>
    public static void Write(ReadOnlySpan<byte> text, Span<byte> field)
    {
        field.Clear();
        text[..Math.Min(text.Length, field.Length)].CopyTo(field);
    }
}
