namespace Vedette.Wire.ModeS.Replies;

/// <summary>DF24: a segment of a long downlink (Comm-D, ICAO Annex 10 Vol. IV 3.1.2.7.3). Its two first bits are the format; the rest is free.</summary>
/// <param name="Acknowledges">KE, bit 4: the field is an acknowledgement of uplink segments, not a segment.</param>
/// <param name="Segment">ND, bits 5-8: 0 to 15.</param>
public readonly record struct ExtendedLengthReply(bool Acknowledges, int Segment)
{
    /// <summary>The format of every message whose first two bits are set.</summary>
    public const int Format = 24;

    /// <summary>MD, bits 9-88: ten octets of a 14-octet message.</summary>
    public static ReadOnlySpan<byte> Data(ReadOnlySpan<byte> message) => message[1..11];

    public static ExtendedLengthReply Read(ReadOnlySpan<byte> message) => new((message[0] & 0x10) != 0, message[0] & 0xF);
}
