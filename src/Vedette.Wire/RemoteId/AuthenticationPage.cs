using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>Message 2: one page of up to sixteen. Page 0 tells how many there are and how long the whole is; nothing is verified here.</summary>
public readonly ref struct AuthenticationPage
{
    public const int FirstLength = 17;
    public const int LaterLength = 23;

    /// <summary>0 none, 1 UAS ID signature, 2 operator ID signature, 3 message set signature, 4 by the network, 5 specific.</summary>
    public byte Type { get; init; }

    public byte Page { get; init; }

    /// <summary>In page 0.</summary>
    public byte LastPage { get; init; }

    /// <summary>Octets of the whole, in page 0.</summary>
    public byte Length { get; init; }

    public uint SecondsSince2019 { get; init; }

    /// <summary>17 octets in page 0, 23 in the others.</summary>
    public ReadOnlySpan<byte> Data { get; init; }

    /// <summary>When it was signed; null in later pages or where it was not told.</summary>
    public Instant? Time => SecondsSince2019 == 0 ? null : RemoteIdEpoch.At(SecondsSince2019);

    /// <param name="octets">A message of 25 octets.</param>
    public static AuthenticationPage Read(ReadOnlySpan<byte> octets)
    {
        var (type, page) = ((byte)(octets[1] >> 4), (byte)(octets[1] & 15));
        if (page > 0) return new() { Type = type, Page = page, Data = octets.Slice(2, LaterLength) };
        return new()
        {
            Type = type,
            LastPage = octets[2],
            Length = octets[3],
            SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(octets[4..]),
            Data = octets.Slice(8, FirstLength),
        };
    }

    /// <param name="octets">Gets the message, 25 octets.</param>
    /// <param name="version">Protocol version, see <see cref="RemoteIdMessages.Version"/>.</param>
    public void Write(Span<byte> octets, int version)
    {
        RemoteIdText.Begin(octets, MessageType.Authentication, version);
        octets[1] = (byte)((Type << 4) | (Page & 15));
        if (Page > 0)
        {
            RemoteIdText.Write(Data, octets.Slice(2, LaterLength));
            return;
        }

        (octets[2], octets[3]) = (LastPage, Length);
        BinaryPrimitives.WriteUInt32LittleEndian(octets[4..], SecondsSince2019);
        RemoteIdText.Write(Data, octets.Slice(8, FirstLength));
    }
}
