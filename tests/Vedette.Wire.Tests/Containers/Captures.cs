using System.Buffers.Binary;

namespace Vedette.Wire.Tests.Containers;

/// <summary>Builds packets and captures octet by octet.</summary>
internal static class Captures
{
    /// <summary>2026-01-17T12:00:00Z in Unix seconds.</summary>
    public const uint Noon = 1_768_651_200;

    public static byte[] Udp(byte[] payload) => [0x27, 0x10, 0x27, 0x11, .. Big16(payload.Length + 8), 0, 0, .. payload];

    public static byte[] IPv4(byte[] udp, byte protocol = 17, ushort fragment = 0) =>
        [0x45, 0, .. Big16(udp.Length + 20), 0, 1, .. Big16(fragment), 32, protocol, 0, 0, 10, 0, 0, 1, 239, 0, 0, 1, .. udp];

    public static byte[] IPv6(byte[] udp) => [0x60, 0, 0, 0, .. Big16(udp.Length), 17, 1, .. new byte[32], .. udp];

    /// <summary>With octets behind the packet, as short frames have.</summary>
    public static byte[] Ethernet(byte[] ip, int etherType = 0x0800) => [.. new byte[12], .. Big16(etherType), .. ip, 0xEE, 0xEE];

    public static byte[] Vlan(byte[] ip) => [.. new byte[12], 0x81, 0, 0, 7, 0x08, 0, .. ip];

    public static byte[] DoubleVlan(byte[] ip) => [.. new byte[12], 0x88, 0xA8, 0, 7, 0x81, 0, 0, 8, 0x08, 0, .. ip];

    public static byte[] LogicalLink(byte[] payload) => [.. new byte[12], .. Big16(payload.Length + 3), 0x2A, 0xA0, 3, .. payload, 0xEE];

    public static byte[] Cooked(byte[] ip) => [.. new byte[14], 0x08, 0, .. ip];

    public static byte[] Cooked2(byte[] ip) => [0x08, 0, .. new byte[18], .. ip];

    /// <summary>Hop-by-hop options of eight octets before the datagram.</summary>
    public static byte[] IPv6WithOptions(byte[] udp) => [0x60, 0, 0, 0, .. Big16(udp.Length + 8), 0, 1, .. new byte[32], 17, 0, .. new byte[6], .. udp];

    /// <summary>A data frame with quality of service from an access point, then SNAP.</summary>
    public static byte[] Wireless(byte[] ip) => [0x88, 0x02, .. new byte[24], 0xAA, 0xAA, 3, 0, 0, 0, 0x08, 0, .. ip];

    public static byte[] Pcap(int linkType, params byte[][] packets) =>
        [0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, .. new byte[8], 0, 0, 4, 0, .. Little32((uint)linkType),
            .. packets.SelectMany((p, i) => (byte[])[.. Little32(Noon + (uint)i), .. Little32(250_000), .. Little32((uint)p.Length), .. Little32((uint)p.Length), .. p])];

    public static byte[] NanosecondBigEndianPcap(int linkType, byte[] packet) =>
        [0xA1, 0xB2, 0x3C, 0x4D, 0, 2, 0, 4, .. new byte[8], 0, 4, 0, 0, .. Big32((uint)linkType),
            .. Big32(Noon), .. Big32(250_000_000), .. Big32((uint)packet.Length), .. Big32((uint)packet.Length), .. packet];

    /// <summary>A section, an interface with nanoseconds, an unknown block and the packets.</summary>
    public static byte[] PcapNg(int linkType, params byte[][] packets) =>
    [
        .. NgBlock(0x0A0D0D0A, [.. Little32(0x1A2B3C4D), 1, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 8)]),
        .. NgBlock(1, [(byte)linkType, 0, 0, 0, .. Little32(65535), 9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0]),
        .. NgBlock(0x0BAD, [1, 2, 3, 4]),
        .. packets.SelectMany((p, i) => NgBlock(6, [.. Little32(0), .. Nanoseconds(i), .. Little32((uint)p.Length), .. Little32((uint)p.Length), .. Padded(p)])),
    ];

    public static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Nanoseconds(int second)
    {
        var time = ((Noon + (ulong)second) * 1_000_000_000UL) + 250_000_000UL;
        return [.. Little32((uint)(time >> 32)), .. Little32((uint)time)];
    }

    private static byte[] NgBlock(uint type, byte[] body)
    {
        var length = Little32((uint)body.Length + 12);
        return [.. Little32(type), .. length, .. body, .. length];
    }

    private static byte[] Padded(byte[] octets) => [.. octets, .. new byte[(4 - (octets.Length % 4)) % 4]];

    private static byte[] Little32(uint value)
    {
        var octets = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(octets, value);
        return octets;
    }

    private static byte[] Big32(uint value)
    {
        var octets = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, value);
        return octets;
    }
}
