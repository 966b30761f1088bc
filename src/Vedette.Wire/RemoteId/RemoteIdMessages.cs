namespace Vedette.Wire.RemoteId;

/// <summary>
/// The messages in some octets: one message of 25 octets, or a pack of up to nine. Allocates nothing and never throws.
/// ASTM F3411-22a, 5.4.5.
/// </summary>
public ref struct RemoteIdMessages
{
    public const int MessageLength = 25;
    internal const int PackHeaderLength = 3;
    private const int MostMessages = 9;

    /// <summary>Octets of a pack of nine.</summary>
    public const int LongestPack = PackHeaderLength + (MostMessages * MessageLength);

    private const int NewestVersion = 2;

    private readonly ReadOnlySpan<byte> messages;
    private int next;

    private RemoteIdMessages(ReadOnlySpan<byte> messages) => this.messages = messages;

    /// <summary>The message that was read last: 25 octets.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly MessageType Type => (MessageType)(Current[0] >> 4);

    /// <summary>Protocol version: 0 is F3411-19, 1 is F3411-22 and EN 4709-002, 2 the drafts after it.</summary>
    public readonly int Version => Current[0] & 15;

    /// <summary>Octets of the first message or of the pack and all in it.</summary>
    /// <param name="refused">Why these octets are none; empty where they are.</param>
    public static RemoteIdMessages Open(ReadOnlySpan<byte> octets, out string refused)
    {
        refused = "";
        if (octets.IsEmpty) refused = "no octets";
        else if ((MessageType)(octets[0] >> 4) != MessageType.Pack) return OpenOne(octets, out refused);
        else if (octets.Length < PackHeaderLength) refused = "the pack ends inside its header";
        else if (octets[1] != MessageLength) refused = $"messages of {octets[1]} octets in a pack; 25 are expected";
        else if (octets[2] == 0) refused = "an empty pack";
        else if (octets[2] > MostMessages) refused = $"{octets[2]} messages in a pack; nine are the most";
        else return Cut(octets[PackHeaderLength..], octets[2], out refused);
        return default;
    }

    /// <summary>Goes on to the next message.</summary>
    public bool MoveNext()
    {
        if (next + MessageLength > messages.Length) return false;
        Current = messages.Slice(next, MessageLength);
        next += MessageLength;
        return true;
    }

    private static RemoteIdMessages OpenOne(ReadOnlySpan<byte> octets, out string refused)
    {
        refused = octets[0] >> 4 > (int)MessageType.OperatorId ? $"message type {octets[0] >> 4} is not defined" : "";
        return refused.Length > 0 ? default : Cut(octets, 1, out refused);
    }

    private static RemoteIdMessages Cut(ReadOnlySpan<byte> octets, int count, out string refused)
    {
        refused = "";
        if (octets.Length < count * MessageLength) refused = $"{count} messages announced and {octets.Length} octets there";
        for (var i = 0; i < count && refused.Length == 0; i++) refused = Refused(octets[i * MessageLength], i + 1);
        return refused.Length > 0 ? default : new(octets[..(count * MessageLength)]);
    }

    private static string Refused(byte head, int number)
    {
        if (head >> 4 > (int)MessageType.OperatorId) return $"message {number} of the pack is of type {head >> 4}, which has no place there";
        return (head & 15) > NewestVersion ? $"message {number} is of protocol version {head & 15}, which is not defined" : "";
    }
}
