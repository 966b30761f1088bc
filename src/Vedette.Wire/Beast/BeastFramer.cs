namespace Vedette.Wire.Beast;

/// <summary>What came of the octets so far.</summary>
public enum BeastEvent : byte
{
    /// <summary>All octets are read and a frame may be under way: bring more.</summary>
    NeedMore,

    /// <summary>A whole frame: see <see cref="BeastFramer.Type"/> and <see cref="BeastFramer.Body"/>.</summary>
    Frame,

    /// <summary>A frame ended by the start of another before it was whole.</summary>
    CutShort,

    /// <summary>Octets that belong to no frame. Told once for a run of them.</summary>
    Noise,
}

/// <summary>
/// Finds frames in a Beast byte stream: 0x1A, a type, then a body in which every 0x1A is doubled. Octet by octet, so that where the
/// stream is cut cannot matter.
/// </summary>
public struct BeastFramer
{
    public const byte Escape = 0x1A;

    /// <summary>Mode A/C, Mode S short, Mode S long: a counter of six octets, a signal level, then 2, 7 or 14 octets.</summary>
    public const byte ModeAc = (byte)'1', ModeSShort = (byte)'2', ModeSLong = (byte)'3';

    /// <summary>A time stamp before messages: int64, little-endian, milliseconds of Unix time. Its octets are not escaped.</summary>
    public const byte Stamp = 0xE8;

    /// <summary>Radarcape's status, and what readsb sends of its receivers.</summary>
    private const byte ReceiverStatus = (byte)'4', ReceiverId = 0xE3, ReceiverPing = 0xE4;

    private const int LongestBody = 21;

    private readonly byte[] body;
    private State state;
    private int filled;
    private int wanted;

    private enum State : byte
    {
        Hunting,
        HuntingAfterEscape,
        Skipping,
        SkippingAfterEscape,
        InBody,
        InBodyAfterEscape,
        InStamp,
    }

    public BeastFramer()
    {
        body = new byte[LongestBody];
        state = State.Hunting;
    }

    public byte Type { get; private set; }

    /// <summary>The body of the frame just found, doubled escapes undone. Valid until the next call.</summary>
    public readonly ReadOnlySpan<byte> Body => body.AsSpan(0, filled);

    /// <summary>Reads from <paramref name="position"/> until something happened or the octets end.</summary>
    /// <param name="octets">A piece of the stream.</param>
    /// <param name="position">Where to read on; left behind the last octet read.</param>
    /// <param name="frameStart">
    /// Set to the index of the escape octet that began the newest frame; 0 where that lies in an earlier piece.
    /// </param>
    public BeastEvent Next(ReadOnlySpan<byte> octets, ref int position, ref int frameStart)
    {
        while (position < octets.Length)
        {
            var octet = octets[position++];
            switch (state)
            {
                case State.InBody when octet == Escape:
                    state = State.InBodyAfterEscape;
                    break;
                case State.InBody or State.InStamp:
                case State.InBodyAfterEscape when octet == Escape:
                    if (state == State.InBodyAfterEscape) state = State.InBody;
                    body[filled++] = octet;
                    if (filled < wanted) break;
                    state = State.Hunting;
                    return BeastEvent.Frame;
                case State.InBodyAfterEscape:
                    frameStart = Math.Max(position - 2, 0);
                    Begin(octet);
                    return BeastEvent.CutShort;
                case State.HuntingAfterEscape or State.SkippingAfterEscape when octet != Escape:
                    frameStart = Math.Max(position - 2, 0);
                    if (Begin(octet)) break;
                    return BeastEvent.Noise;
                case State.HuntingAfterEscape:
                    state = State.Skipping;
                    return BeastEvent.Noise;
                case State.SkippingAfterEscape:
                    state = State.Skipping;
                    break;
                case State.Hunting when octet == Escape:
                    state = State.HuntingAfterEscape;
                    break;
                case State.Skipping when octet == Escape:
                    state = State.SkippingAfterEscape;
                    break;
                case State.Hunting:
                    state = State.Skipping;
                    return BeastEvent.Noise;
            }
        }

        return BeastEvent.NeedMore;
    }

    /// <summary>Receiver status and identifiers have no use here and are passed over. False for types nobody sends.</summary>
    private bool Begin(byte type)
    {
        Type = type;
        filled = 0;
        wanted = BodyLength(type);
        state = type == Stamp ? State.InStamp : wanted > 0 ? State.InBody : State.Skipping;
        return wanted > 0 || type is ReceiverStatus or ReceiverId or ReceiverPing;
    }

    private static int BodyLength(byte type) => type switch
    {
        ModeAc => 9,
        ModeSShort => 14,
        ModeSLong => LongestBody,
        Stamp => 8,
        _ => 0,
    };
}
