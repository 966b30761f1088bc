using System.Buffers.Binary;

namespace Vedette.Wire.MavLink;

/// <summary>What came of the octets so far.</summary>
internal enum MavLinkEvent : byte
{
    /// <summary>All octets are read and a frame may be under way: bring more.</summary>
    NeedMore,

    Frame,

    /// <summary>A frame of ours whose check sum is wrong.</summary>
    Damaged,
}

/// <summary>One message, its payload filled up with the zeros that are left off on the wire.</summary>
internal readonly ref struct MavLinkFrame
{
    public required MavLinkMessage Message { get; init; }

    /// <summary>Who sent it: the number of the vehicle or ground station, and of the part of it.</summary>
    public required byte System { get; init; }

    public required byte Component { get; init; }

    public required ReadOnlySpan<byte> Payload { get; init; }
}

/// <summary>
/// Finds messages of Remote ID among MAVLink 2 frames in a stream cut anywhere, or in datagrams. All else (MAVLink 1, other messages, noise) is
/// passed over octet by octet: only a frame of ours with its check sum right is believed, so that nothing read wrongly swallows what follows.
/// mavlink.io/en/guide/serialization.html.
/// </summary>
internal sealed class MavLinkFramer
{
    private const byte Start = 0xFD;
    private const int HeadLength = 10;
    private const int CheckLength = 2;

    private readonly byte[] payload = new byte[byte.MaxValue];
    private byte[] octets = new byte[4096];
    private int position, filled, carried;

    /// <summary>The next piece, cut anywhere. What was left of the one before goes before it.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        carried = filled - position;
        if (octets.Length < carried + piece.Length) Array.Resize(ref octets, carried + piece.Length);
        octets.AsSpan(position, carried).CopyTo(octets);
        piece.CopyTo(octets.AsSpan(carried));
        (position, filled) = (0, carried + piece.Length);
    }

    /// <param name="offset">Where the frame begins in the piece; 0 where it began in an earlier one.</param>
    /// <param name="frame">Valid until the next call.</param>
    public MavLinkEvent Next(out int offset, out MavLinkFrame frame)
    {
        frame = default;
        offset = 0;
        while (true)
        {
            var rest = octets.AsSpan(position, filled - position);
            var start = rest.IndexOf(Start);
            position = start < 0 ? filled : position + start;
            if (start < 0) return MavLinkEvent.NeedMore;
            rest = rest[start..];
            if (rest.Length < HeadLength) return MavLinkEvent.NeedMore;
            if (!MavLinkCatalogue.TryFind(Message(rest), out var length, out var extra))
            {
                position++;
                continue;
            }

            var end = HeadLength + rest[1];
            if (rest.Length < end + CheckLength) return MavLinkEvent.NeedMore;
            offset = Math.Max(position - carried, 0);
            var isWhole = MavLinkCheck.Of(rest[1..end], extra) == BinaryPrimitives.ReadUInt16LittleEndian(rest[end..]);
            position += isWhole ? end + CheckLength : 1;
            if (!isWhole) return MavLinkEvent.Damaged;
            frame = new() { Message = (MavLinkMessage)Message(rest), System = rest[5], Component = rest[6], Payload = Whole(rest[HeadLength..end], length) };
            return MavLinkEvent.Frame;
        }
    }

    private static int Message(ReadOnlySpan<byte> frame) => frame[7] | (frame[8] << 8) | (frame[9] << 16);

    private ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> told, int length)
    {
        told.CopyTo(payload);
        if (told.Length < length) payload.AsSpan(told.Length, length - told.Length).Clear();
        return payload.AsSpan(0, Math.Max(length, told.Length));
    }
}
