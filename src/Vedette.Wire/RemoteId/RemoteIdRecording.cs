using System.Buffers.Binary;
using Vedette.Kernel;
using Vedette.Wire.Containers;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// A capture (pcap, pcapng) of Wi-Fi or Bluetooth frames. Only those that carry Remote ID are kept: what else was in the air
/// belongs to others.
/// </summary>
public static class RemoteIdRecording
{
    private const int NgInterfaceAt = 8;

    public static bool LooksLikeRemoteId(ReadOnlySpan<byte> head) => LinkType(head) is { } linkType && RemoteIdFrame.IsLinkType(linkType);

    /// <summary>Each frame as a <see cref="RemoteIdPiece"/>, with its time and place in the capture.</summary>
    public static IEnumerable<TimedOctets> Read(Stream stream, Instant start)
    {
        if (RecordingReader.Open(stream, start) is not CaptureRecording capture) yield break;
        while (capture.TryReadFrame(IsRemoteId, out var piece)) yield return piece;
    }

    private static bool IsRemoteId(int linkType, ReadOnlySpan<byte> packet) => RemoteIdFrame.TryFind(linkType, packet, out _);

    /// <summary>Of the capture, or of its first interface; null where it is none or does not tell.</summary>
    private static int? LinkType(ReadOnlySpan<byte> head)
    {
        if (head.Length < PcapFormat.FileHeaderLength) return null;
        if (PcapFormat.IsMagic(head)) return Number(head[20..], isLittle: head[0] is 0xD4 or 0x4D) & 0xFFFF;
        if (BinaryPrimitives.ReadUInt32BigEndian(head) != PcapNgFormat.SectionHeader) return null;
        var isLittle = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]) == PcapNgFormat.ByteOrderMagic;
        for (var at = 0; head.Length - at >= NgInterfaceAt + 2;)
        {
            var length = Number(head[(at + 4)..], isLittle);
            if (Number(head[at..], isLittle) == PcapNgFormat.InterfaceDescription)
                return isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(head[(at + NgInterfaceAt)..]) : BinaryPrimitives.ReadUInt16BigEndian(head[(at + NgInterfaceAt)..]);
            if (length < PcapNgFormat.BlockHeaderLength + 4 || length > head.Length - at) return null;
            at += length;
        }

        return null;
    }

    private static int Number(ReadOnlySpan<byte> octets, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadInt32LittleEndian(octets) : BinaryPrimitives.ReadInt32BigEndian(octets);
}
