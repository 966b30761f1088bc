using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>Message 2: one page of up to sixteen. Page 0 tells how many there are and how long the whole is; nothing is verified here.</summary>
public readonly ref struct AuthenticationPage
{
    private AuthenticationPage(ReadOnlySpan<byte> octets)
    {
        (Type, Page) = ((byte)(octets[1] >> 4), (byte)(octets[1] & 15));
        if (Page > 0)
        {
            Data = octets[2..];
            return;
        }

        LastPage = octets[2];
        Length = octets[3];
        SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(octets[4..]);
        Data = octets[8..];
    }

    /// <summary>0 none, 1 UAS ID signature, 2 operator ID signature, 3 message set signature, 4 by the network, 5 specific.</summary>
    public byte Type { get; }

    public byte Page { get; }

    /// <summary>In page 0.</summary>
    public byte LastPage { get; }

    /// <summary>Octets of the whole, in page 0.</summary>
    public byte Length { get; }

    public uint SecondsSince2019 { get; }

    /// <summary>17 octets in page 0, 23 in the others.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>When it was signed; null in later pages or where it was not told.</summary>
    public Instant? Time => SecondsSince2019 == 0 ? null : RemoteIdEpoch.At(SecondsSince2019);

    /// <param name="octets">A message of 25 octets.</param>
    public static AuthenticationPage Read(ReadOnlySpan<byte> octets) => new(octets);
}
