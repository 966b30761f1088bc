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

    /// <summary>A part of a datagram that the network split; the others have not come yet.</summary>
    Fragment,

    /// <summary>A link layer that is not read here.</summary>
    UnknownLink,
}

/// <summary>
/// Finds the payload of a UDP datagram, or of an IEEE 802.2 frame, in a captured packet, and puts datagrams together that the network split. Octets behind the
/// lengths that the headers tell (padding of short Ethernet frames, check sequences) are not part of it.
/// Link types: www.tcpdump.org/linktypes.html. RFC 791, 8200, 768, 1661; IEEE 802.1Q, 802.3, 802.11.
/// </summary>
internal sealed class UdpPayload
{
    private const int EtherTypeIPv4 = 0x0800;
    private const int EtherTypeIPv6 = 0x86DD;
    private const int Udp = 17;

    private readonly DatagramFragments fragments = new();

    /// <inheritdoc cref="DatagramFragments.Unfinished"/>
    public int Unfinished => fragments.Unfinished;

    public PacketContent Find(int linkType, ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        return linkType switch
        {
            0 or 108 => AfterHeader(packet, 4, out var rest) ? InIp(rest, out payload) : PacketContent.Damaged,
            1 => InEthernet(packet, out payload),
            9 => InPointToPoint(packet, out payload),
            12 or 14 or 101 or 228 or 229 => InIp(packet, out payload),
            100 => InLogicalLink(packet.Length, packet, out payload),
            105 => InWireless(packet, out payload),
            113 => InCooked(packet, 14, 16, out payload),
            127 => AfterRadiotap(packet, out var frame) ? InWireless(frame, out payload) : PacketContent.Damaged,
            276 => InCooked(packet, 0, 20, out payload),
            _ => PacketContent.UnknownLink,
        };
    }

    private PacketContent InEthernet(ReadOnlyMemory<byte> frame, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (!AfterHeader(frame, 14, out var rest)) return PacketContent.Damaged;
        return InEtherType(BinaryPrimitives.ReadUInt16BigEndian(frame.Span[12..]), rest, out payload);
    }

    private PacketContent InCooked(ReadOnlyMemory<byte> packet, int typeAt, int header, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (!AfterHeader(packet, header, out var rest)) return PacketContent.Damaged;
        var type = BinaryPrimitives.ReadUInt16BigEndian(packet.Span[typeAt..]);
        return type == 4 ? InLogicalLink(rest.Length, rest, out payload) : InEtherType(type, rest, out payload);
    }

    /// <summary>PPP, with or without address and control octets before the protocol.</summary>
    private PacketContent InPointToPoint(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (packet.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x03])) packet = packet[2..];
        if (!AfterHeader(packet, 2, out var rest)) return PacketContent.Damaged;
        return BinaryPrimitives.ReadUInt16BigEndian(packet.Span) is 0x0021 or 0x0057 ? InIp(rest, out payload) : PacketContent.Other;
    }

    /// <summary>A data frame that is not encrypted: its header, then IEEE 802.2.</summary>
    private PacketContent InWireless(ReadOnlyMemory<byte> frame, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (frame.Length < 24) return PacketContent.Damaged;
        var (control, flags) = (frame.Span[0], frame.Span[1]);
        var isData = (control & 0x0C) == 0x08 && (control & 0x40) == 0;
        if (!isData || (flags & 0x40) != 0) return PacketContent.Other;
        var header = 24 + ((flags & 3) == 3 ? 6 : 0) + ((control & 0x80) != 0 ? 2 : 0);
        return AfterHeader(frame, header, out var rest) ? InLogicalLink(rest.Length, rest, out payload) : PacketContent.Damaged;
    }

    /// <summary>The radiotap header tells its own length, little-endian.</summary>
    private static bool AfterRadiotap(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> rest)
    {
        rest = default;
        return packet.Length >= 8 && AfterHeader(packet, BinaryPrimitives.ReadUInt16LittleEndian(packet.Span[2..]), out rest);
    }

    private PacketContent InEtherType(int type, ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        while (type is 0x8100 or 0x88A8 or 0x9100)
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
    private PacketContent InLogicalLink(int length, ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> payload)
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

    private PacketContent InIp(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
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

    private PacketContent InIPv4(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        var octets = packet.Span;
        if (octets.Length < 20) return PacketContent.Damaged;
        var header = (octets[0] & 15) * 4;
        var total = (int)BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        if (octets[9] != Udp) return PacketContent.Other;
        if (header < 20 || total < header || total > octets.Length) return PacketContent.Damaged;
        var placing = BinaryPrimitives.ReadUInt16BigEndian(octets[6..]);
        if ((placing & 0x3FFF) == 0) return InUdp(packet[header..total], out payload);
        var key = new FragmentKey(BinaryPrimitives.ReadUInt32BigEndian(octets[12..]), BinaryPrimitives.ReadUInt32BigEndian(octets[16..]), BinaryPrimitives.ReadUInt16BigEndian(octets[4..]));
        return InFragment(key, (placing & 0x1FFF) * 8, (placing & 0x2000) != 0, packet[header..total], out payload);
    }

    private PacketContent InIPv6(ReadOnlyMemory<byte> packet, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        var octets = packet.Span;
        if (octets.Length < 40) return PacketContent.Damaged;
        var length = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        if (octets.Length - 40 < length) return PacketContent.Damaged;
        var (next, rest) = (octets[6], packet.Slice(40, length));
        while (next is 0 or 43 or 60)
        {
            if (rest.Length < 8 || rest.Length < 8 + (8 * rest.Span[1])) return PacketContent.Damaged;
            (next, rest) = (rest.Span[0], rest[(8 + (8 * rest.Span[1]))..]);
        }

        if (next != 44) return next == Udp ? InUdp(rest, out payload) : PacketContent.Other;
        if (rest.Length < 8) return PacketContent.Damaged;
        if (rest.Span[0] != Udp) return PacketContent.Other;
        var placing = BinaryPrimitives.ReadUInt16BigEndian(rest.Span[2..]);
        var key = new FragmentKey(
            BinaryPrimitives.ReadUInt128BigEndian(octets[8..]), BinaryPrimitives.ReadUInt128BigEndian(octets[24..]), BinaryPrimitives.ReadUInt32BigEndian(rest.Span[4..]));
        return InFragment(key, placing & 0xFFF8, (placing & 1) != 0, rest[8..], out payload);
    }

    private PacketContent InFragment(FragmentKey key, int at, bool more, ReadOnlyMemory<byte> part, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        return fragments.TryComplete(key, at, more, part.Span, out var datagram) ? InUdp(datagram, out payload) : PacketContent.Fragment;
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
