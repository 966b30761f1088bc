using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.Containers;

/// <summary>The libpcap file: a header of 24 octets, then packets behind headers of 16. www.ietf.org/archive/id/draft-ietf-opsawg-pcap.</summary>
internal static class PcapFormat
{
    public const int FileHeaderLength = 24;
    public const int PacketHeaderLength = 16;

    /// <summary>No capture tool writes longer packets (the largest snapshot length of libpcap).</summary>
    public const int MaxPacketLength = 262_144;

    public static bool IsMagic(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadUInt32BigEndian(head) is 0xA1B2C3D4 or 0xD4C3B2A1 or 0xA1B23C4D or 0x4D3CB2A1;
}

/// <summary>Reads a libpcap capture.</summary>
public sealed class PcapRecording : CaptureRecording
{
    private readonly bool littleEndian;
    private readonly bool nanoseconds;
    private readonly int linkType;

    internal PcapRecording(OctetSource source) : base(source)
    {
        var header = source.Peek(PcapFormat.FileHeaderLength).Span;
        if (header.Length < PcapFormat.FileHeaderLength) return;
        littleEndian = header[0] is 0xD4 or 0x4D;
        nanoseconds = header[littleEndian ? 0 : 3] == 0x4D;
        linkType = (int)UInt32(header[20..]) & 0xFFFF;
        source.Consume(PcapFormat.FileHeaderLength);
    }

    public override RecordingFormat Format => RecordingFormat.Pcap;

    private protected override bool TryReadPacket(out CapturedPacket packet)
    {
        packet = default;
        var header = Source.Peek(PcapFormat.PacketHeaderLength).Span;
        if (header.IsEmpty) return false;
        if (header.Length < PcapFormat.PacketHeaderLength) return Abandon("the capture ends inside a packet's header");
        var at = Time(UInt32(header), UInt32(header[4..]));
        var length = UInt32(header[8..]);
        if (length > PcapFormat.MaxPacketLength) return Abandon($"a packet of {length} octets cannot be");
        var whole = PcapFormat.PacketHeaderLength + (int)length;
        var octets = Source.Peek(whole);
        if (octets.Length < whole) return Abandon("the capture ends inside a packet");
        packet = new(at, linkType, octets[PcapFormat.PacketHeaderLength..], Position);
        Source.Consume(whole);
        return true;
    }

    private Instant Time(uint seconds, uint fraction) =>
        new(Instant.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds ? fraction / 100 : fraction * TimeSpan.TicksPerMicrosecond));

    private uint UInt32(ReadOnlySpan<byte> octets) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(octets) : BinaryPrimitives.ReadUInt32BigEndian(octets);
}
