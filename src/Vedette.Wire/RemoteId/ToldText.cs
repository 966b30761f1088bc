namespace Vedette.Wire.RemoteId;

/// <summary>Messages 3 and 5: a text of the operator's (what the flight is about), and the operator's number as the authority gave it.</summary>
public readonly ref struct ToldText
{
    public const int SelfLength = 23;
    public const int OperatorLength = 20;

    /// <summary>Of a self-description: 0 text, 1 emergency, 2 further status; of an operator: 0 its number. 201 to 255 are private.</summary>
    public byte Kind { get; init; }

    /// <summary>As sent, up to the first NUL.</summary>
    public required ReadOnlySpan<byte> Text { get; init; }

    /// <param name="octets">A message 3 or 5, 25 octets.</param>
    public static ToldText Read(ReadOnlySpan<byte> octets)
    {
        var length = (MessageType)(octets[0] >> 4) == MessageType.SelfId ? SelfLength : OperatorLength;
        return new() { Kind = octets[1], Text = RemoteIdText.Until0(octets.Slice(2, length)) };
    }

    /// <param name="octets">Gets the message, 25 octets.</param>
    /// <param name="type"><see cref="MessageType.SelfId"/> or <see cref="MessageType.OperatorId"/>.</param>
    /// <param name="version">Protocol version, see <see cref="RemoteIdMessages.Version"/>.</param>
    public void Write(Span<byte> octets, MessageType type, int version)
    {
        RemoteIdText.Begin(octets, type, version);
        octets[1] = Kind;
        RemoteIdText.Write(Text, octets.Slice(2, type == MessageType.SelfId ? SelfLength : OperatorLength));
    }
}
