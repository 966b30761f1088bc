namespace Vedette.Wire.RemoteId;

/// <summary>Writes messages one behind the other, and the head of a pack before them. Allocates nothing. ASTM F3411-22a, 5.4.5.</summary>
/// <param name="octets">Room for the pack: <see cref="RemoteIdMessages.LongestPack"/> octets hold nine messages, the most there may be.</param>
/// <param name="version">Protocol version of all, see <see cref="RemoteIdMessages.Version"/>.</param>
public ref struct RemoteIdPackWriter(Span<byte> octets, int version)
{
    private readonly Span<byte> octets = octets;

    /// <summary>Messages so far.</summary>
    public int Count { get; private set; }

    /// <summary>The pack, which holds one message at least.</summary>
    public readonly ReadOnlySpan<byte> Pack
    {
        get
        {
            octets[0] = (byte)(((byte)MessageType.Pack << 4) | (version & 15));
            octets[1] = RemoteIdMessages.MessageLength;
            octets[2] = (byte)Count;
            return octets[..(RemoteIdMessages.PackHeaderLength + (Count * RemoteIdMessages.MessageLength))];
        }
    }

    public void Add(BasicId told) => told.Write(Next(), version);

    public void Add(in LocationVector told) => told.Write(Next(), version);

    public void Add(AuthenticationPage told) => told.Write(Next(), version);

    public void Add(in SystemData told) => told.Write(Next(), version);

    public void AddSelf(ToldText told) => told.Write(Next(), MessageType.SelfId, version);

    public void AddOperator(ToldText told) => told.Write(Next(), MessageType.OperatorId, version);

    private Span<byte> Next() => octets.Slice(RemoteIdMessages.PackHeaderLength + (Count++ * RemoteIdMessages.MessageLength), RemoteIdMessages.MessageLength);
}
