using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>All that some octets told: the messages of a pack together. A part that was not there is null, or empty text.</summary>
public sealed class RemoteIdReport
{
    private readonly byte[] padded = new byte[RemoteIdMessages.LongestPack];
    private readonly byte[][] ids = [new byte[BasicId.IdLength], new byte[BasicId.IdLength]];
    private readonly int[] idLengths = new int[2];
    private readonly byte[] self = new byte[ToldText.SelfLength];
    private readonly byte[] operatorId = new byte[ToldText.OperatorLength];
    private int selfLength, operatorLength;

    /// <summary>Type of the outer message: a pack, or the message alone.</summary>
    public MessageType Type { get; private set; }

    public int Version { get; private set; }

    /// <summary>Names given, two at most.</summary>
    public int IdCount { get; private set; }

    public LocationVector? Location { get; private set; }

    public SystemData? System { get; private set; }

    /// <summary>Pages of authentication that were there.</summary>
    public int AuthenticationPages { get; private set; }

    /// <summary>When the place was true, where whoever passes it on tells the whole time and not only the part of an hour.</summary>
    public Instant? At { get; internal set; }

    /// <summary>No aircraft, but a test of a service.</summary>
    public bool IsSimulated { get; internal set; }

    public bool HasSelf { get; private set; }

    public bool HasOperator { get; private set; }

    /// <summary>What the operator says of the flight.</summary>
    public ReadOnlySpan<byte> Self => self.AsSpan(0, selfLength);

    public ReadOnlySpan<byte> Operator => operatorId.AsSpan(0, operatorLength);

    private readonly (UasIdType Type, byte Aircraft)[] idTypes = new (UasIdType, byte)[2];

    public UasIdType IdType(int index) => idTypes[index].Type;

    /// <summary>See <see cref="BasicId.UaType"/>.</summary>
    public byte UaType(int index) => idTypes[index].Aircraft;

    public ReadOnlySpan<byte> Id(int index) => ids[index].AsSpan(0, idLengths[index]);

    /// <summary>Reads a message or a pack. Allocates nothing.</summary>
    /// <param name="octets">As carried. Octets missing at the end read as zero where they are reserved or the padding of a text: some transmitters drop them.</param>
    /// <returns>Why it is refused; empty where it is not.</returns>
    public string Read(ReadOnlySpan<byte> octets)
    {
        Clear();
        var messages = RemoteIdMessages.Open(Whole(octets), out var refused);
        if (refused.Length > 0) return refused;
        (Type, Version) = ((MessageType)(octets[0] >> 4), octets[0] & 15);
        while (messages.MoveNext()) Take(messages.Type, messages.Current);
        return "";
    }

    internal void Clear()
    {
        (At, IsSimulated) = (null, false);
        (IdCount, AuthenticationPages, selfLength, operatorLength) = (0, 0, 0, 0);
        (HasSelf, HasOperator, Location, System) = (false, false, null, null);
    }

    private ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> octets)
    {
        var expected = octets.Length >= 3 && octets[0] >> 4 == (int)MessageType.Pack ? 3 + (octets[2] * RemoteIdMessages.MessageLength) : RemoteIdMessages.MessageLength;
        var missing = expected - octets.Length;
        if (missing <= 0 || missing >= RemoteIdMessages.MessageLength || expected > padded.Length || !IsPadding(octets[^(RemoteIdMessages.MessageLength - missing)..], missing)) return octets;
        octets.CopyTo(padded);
        padded.AsSpan(octets.Length, missing).Clear();
        return padded.AsSpan(0, expected);
    }

    /// <summary>Whether nothing was lost with the end of a message: the last octet is reserved or padding in all of them, a text is over with its first NUL.</summary>
    private static bool IsPadding(ReadOnlySpan<byte> message, int missing) =>
        missing == 1 || ((MessageType)(message[0] >> 4) is MessageType.BasicId or MessageType.SelfId or MessageType.OperatorId && message.Length > 2 && message[2..].Contains((byte)0));

    private void Take(MessageType type, ReadOnlySpan<byte> message)
    {
        switch (type)
        {
            case MessageType.BasicId: Add(BasicId.Read(message)); break;
            case MessageType.Location: Add(LocationVector.Read(message)); break;
            case MessageType.Authentication: AddPage(); break;
            case MessageType.System: Add(SystemData.Read(message)); break;
            case MessageType.SelfId: AddSelf(ToldText.Read(message)); break;
            case MessageType.OperatorId: AddOperator(ToldText.Read(message)); break;
        }
    }

    internal void Add(BasicId told)
    {
        if (IdCount == ids.Length) return;
        idTypes[IdCount] = (told.IdType, told.UaType);
        idLengths[IdCount] = Copy(told.Id, ids[IdCount]);
        IdCount++;
    }

    internal void Add(in LocationVector told) => Location = told;

    internal void Add(in SystemData told) => System = told;

    internal void AddPage() => AuthenticationPages++;

    internal void AddSelf(ToldText told) => (HasSelf, selfLength) = (true, Copy(told.Text, self));

    internal void AddOperator(ToldText told) => (HasOperator, operatorLength) = (true, Copy(told.Text, operatorId));

    private static int Copy(ReadOnlySpan<byte> text, byte[] to)
    {
        text = RemoteIdText.Until0(text);
        var length = Math.Min(text.Length, to.Length);
        text[..length].CopyTo(to);
        return length;
    }
}
