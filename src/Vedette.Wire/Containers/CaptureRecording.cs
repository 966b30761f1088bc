using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>What pcap and pcapng have in common: packets with a time, of which some carry a datagram.</summary>
public abstract class CaptureRecording : RecordingReader
{
    private readonly UdpPayload datagrams = new();
    private readonly FramedBlocks frames = new();
    private bool isEnded;

    private protected CaptureRecording(OctetSource source) : base(source)
    {
    }

    public sealed override bool TryRead(out TimedOctets piece)
    {
        piece = default;
        while (TryReadPacket(out var packet))
        {
            switch (datagrams.Find(packet.LinkType, packet.Octets, out var payload))
            {
                case PacketContent.Datagram when payload.IsEmpty:
                case PacketContent.Other:
                    OtherPackets++;
                    break;
                case PacketContent.Datagram:
                    piece = new(packet.At, WithoutTrailer(frames.Of(payload)), packet.Offset);
                    return true;
                case PacketContent.Fragment:
                    break;
                case PacketContent.UnknownLink:
                    Fault(packet.Offset, $"link type {packet.LinkType} is not read");
                    break;
                default:
                    Fault(packet.Offset, "the packet is cut short or its lengths contradict each other");
                    break;
            }
        }

        if (!isEnded && datagrams.Unfinished > 0) Fault(Position, $"of {datagrams.Unfinished:N0} datagrams that the network split a part is missing");
        isEnded = true;
        return false;
    }

    /// <summary>The next packet that is wanted, whole, behind two octets of its link type. Others are counted.</summary>
    /// <param name="isWanted">Told of the link type and the packet.</param>
    internal bool TryReadFrame(FrameTest isWanted, out TimedOctets piece)
    {
        piece = default;
        while (TryReadPacket(out var packet))
        {
            if (isWanted(packet.LinkType, packet.Octets.Span))
            {
                piece = new(packet.At, RemoteId.RemoteIdPiece.Of(packet.LinkType, packet.Octets.Span), packet.Offset);
                return true;
            }

            OtherPackets++;
        }

        return false;
    }

    private ReadOnlyMemory<byte> WithoutTrailer(ReadOnlyMemory<byte> datagram)
    {
        var blocks = new DataBlockReader(datagram.Span);
        while (blocks.TryRead(out _) == Decode.Record) continue;
        if (blocks.Trailing == 0) return datagram;
        Trailers++;
        return datagram[..^blocks.Trailing];
    }

    /// <summary>The next packet of any kind; false at the end, or where the capture itself is damaged (a fault is noted then).</summary>
    private protected abstract bool TryReadPacket(out CapturedPacket packet);
}

/// <summary>A test of a captured packet.</summary>
internal delegate bool FrameTest(int linkType, ReadOnlySpan<byte> packet);

/// <param name="Offset">Of the packet's own header in the capture.</param>
internal readonly record struct CapturedPacket(Instant At, int LinkType, ReadOnlyMemory<byte> Octets, long Offset);
