using System.Buffers.Binary;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>
/// Data blocks that a radar head's gateway wraps one by one inside a datagram: LENGTH (2 octets, of the whole frame), four octets of its own, then a block that fills the
/// frame. Only a datagram that is such frames to its last octet is taken apart; no plain data block looks so, its first octet being a category.
/// </summary>
internal sealed class FramedBlocks
{
    private const int HeaderLength = 6;

    private byte[] blocks = [];

    /// <summary>The blocks without their frames, valid until the next call; the datagram itself where it holds none.</summary>
    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> datagram)
    {
        if (!IsFramed(datagram.Span)) return datagram;
        if (blocks.Length < datagram.Length) blocks = new byte[datagram.Length];
        var length = 0;
        for (var rest = datagram.Span; !rest.IsEmpty;)
        {
            var frame = rest[..BinaryPrimitives.ReadUInt16BigEndian(rest)];
            frame[HeaderLength..].CopyTo(blocks.AsSpan(length));
            length += frame.Length - HeaderLength;
            rest = rest[frame.Length..];
        }

        return blocks.AsMemory(0, length);
    }

    private static bool IsFramed(ReadOnlySpan<byte> rest)
    {
        var isFramed = false;
        while (rest.Length > HeaderLength + DataBlock.HeaderLength)
        {
            var frame = BinaryPrimitives.ReadUInt16BigEndian(rest);
            var block = BinaryPrimitives.ReadUInt16BigEndian(rest[(HeaderLength + 1)..]);
            if (block <= DataBlock.HeaderLength || frame != HeaderLength + block || frame > rest.Length || rest[HeaderLength] == 0) return false;
            rest = rest[frame..];
            isFramed = true;
        }

        return isFramed && rest.IsEmpty;
    }
}
