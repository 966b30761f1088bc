using System.Buffers.Binary;

namespace Vedette.Wire.RemoteId;

/// <summary>One frame as a feed brings it and the journal keeps it: two octets of link type (www.tcpdump.org/linktypes.html), then the frame as captured.</summary>
public static class RemoteIdPiece
{
    public const int HeadLength = 2;

    public static byte[] Of(int linkType, ReadOnlySpan<byte> packet)
    {
        var piece = new byte[HeadLength + packet.Length];
        BinaryPrimitives.WriteUInt16BigEndian(piece, (ushort)linkType);
        packet.CopyTo(piece.AsSpan(HeadLength));
        return piece;
    }

    public static bool TryOpen(ReadOnlySpan<byte> piece, out RemoteIdFrame frame) => piece.Length < HeadLength
        ? RemoteIdFrame.None(out frame)
        : RemoteIdFrame.TryFind(BinaryPrimitives.ReadUInt16BigEndian(piece), piece[HeadLength..], out frame);
}
