using System.Buffers.Binary;

namespace Vedette.Wire.Containers;

/// <summary>What a captured packet turned out to be.</summary>
internal enum PacketContent : byte
{
    /// <summary>A datagram, whole.</summary>
    Datagram,

    /// <summary>A sound packet of another kind.</summary>
    Other,

    /// <summary>Cut short, or its lengths contradict each other.</summary>
    Damaged,

    /// <summary>A part of a datagram that the network split.</summary>
    Fragment,

    /// <summary>A link layer that is not read here.</summary>
    UnknownLink,
}

/// <summary>
/// Finds the payload of a UDP datagram, or of an IEEE 802.2 frame, in a captured packet. Octets behind the lengths that the headers tell
/// (padding of short Ethernet frames, check sequences) are not part of it.
/// Link types: www.tcpdump.org/linktypes.html. RFC 791, 8200, 768; IEEE 802.1Q, 802.3.
/// </summary>
internal static class UdpPayload
{
    private const int EtherTypeIPv4 = 0x0800;
    private const int EtherTypeIPv6 = 0x86DD;
    private const int Udp = 17;

    public static PacketContent Find(int linkType, ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        return linkType switch
        {
            0 or 108 => AfterHeader(packet, 4, out var rest) ? InIp(rest, out payload) : PacketContent.Damaged,
            1 => InEthernet(packet, out payload),
            12 or 14 or 101 or 228 or 229 => InIp(packet, out payload),
            113 => InCooked(packet, 14, 16, out payload),
            276 => InCooked(packet, 0, 20, out payload),
            _ => PacketContent.UnknownLink,
        };
    }

    private static PacketContent InEthernet(ReadOnlyMemory<byte> frame, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (!AfterHeader(frame, 14, out var rest)) return PacketContent.Damaged;
        return InEtherType(BinaryPrimitives.ReadUInt16BigEndian(frame.Span[12..]), rest, out payload);
    }

    private static PacketContent InCooked(ReadOnlyMemory<byte> packet, int typeAt, int header, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (!AfterHeader(packet, header, out var rest)) return PacketContent.Damaged;
        return InEtherType(BinaryPrimitives.ReadUInt16BigEndian(packet.Span[typeAt..]), rest, out payload);
    }

    private static PacketContent InEtherType(int type, ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        while (type is 0x8100 or 0x88A8)
        {
            if (rest.Length < 4) return PacketContent.Damaged;
            type = BinaryPrimitives.ReadUInt16BigEndian(rest.Span[2..]);
            rest = rest[4..];
        }

        return type switch
        {
            EtherTypeIPv4 or EtherTypeIPv6 => InIp(rest, out payload),
            <= 1500 => InLogicalLink(type, rest, out payload),
            _ => PacketContent.Other,
        };
    }

    /// <summary>IEEE 802.2 with unnumbered information (control 3), as older radars send ASTERIX on a LAN; or SNAP around an EtherType.</summary>
    private static PacketContent InLogicalLink(int length, ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (length < 3 || rest.Length < length) return PacketContent.Damaged;
        var (destination, control) = (rest.Span[0], rest.Span[2]);
        if (control != 3) return PacketContent.Other;
        if (destination == 0xAA && length >= 8)
            return InEtherType(BinaryPrimitives.ReadUInt16BigEndian(rest.Span[6..]), rest[8..length], out payload);
        payload = rest[3..length];
        return PacketContent.Datagram;
    }

    private static PacketContent InIp(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (packet.IsEmpty) return PacketContent.Damaged;
        return (packet.Span[0] >> 4) switch
        {
            4 => InIPv4(packet, out payload),
            6 => InIPv6(packet, out payload),
            _ => PacketContent.Damaged,
        };
    }

    private static PacketContent InIPv4(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        var octets = packet.Span;
        if (octets.Length < 20) return PacketContent.Damaged;
        var header = (octets[0] & 15) * 4;
        var total = (int)BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        if (octets[9] != Udp) return PacketContent.Other;
        if (header < 20 || total < header || total > octets.Length) return PacketContent.Damaged;
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(octets[6..]) & 0x3FFF;
        return fragment != 0 ? PacketContent.Fragment : InUdp(packet[header..total], out payload);
    }

    private static PacketContent InIPv6(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        var octets = packet.Span;
        if (octets.Length < 40) return PacketContent.Damaged;
        var length = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        if (octets[6] == 44) return PacketContent.Fragment;
        if (octets[6] != Udp) return PacketContent.Other;
        return octets.Length - 40 < length ? PacketContent.Damaged : InUdp(packet.Slice(40, length), out payload);
    }

    private static PacketContent InUdp(ReadOnlyMemory<byte> datagram, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (datagram.Length < 8) return PacketContent.Damaged;
        var length = BinaryPrimitives.ReadUInt16BigEndian(datagram.Span[4..]);
        if (length < 8 || length > datagram.Length) return PacketContent.Damaged;
        payload = datagram[8..length];
        return PacketContent.Datagram;
    }

    private static bool AfterHeader(ReadOnlyMemory<byte> packet, int header, out ReadOnlyMemory<byte> rest)
    {
        rest = default;
        if (packet.Length < header) return false;
        rest = packet[header..];
        return true;
    }
}
