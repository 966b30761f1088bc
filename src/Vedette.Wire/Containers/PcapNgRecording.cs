using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.Containers;

/// <summary>Block types and limits of pcapng. www.ietf.org/archive/id/draft-ietf-opsawg-pcapng.</summary>
internal static class PcapNgFormat
{
    /// <summary>A palindrome, so that it reads the same in both byte orders.</summary>
    public const uint SectionHeader = 0x0A0D0D0A;

    public const uint InterfaceDescription = 1;
    public const uint SimplePacket = 3;
    public const uint EnhancedPacket = 6;

    public const uint ByteOrderMagic = 0x1A2B3C4D;

    /// <summary>Type and total length; the total length comes again at the end.</summary>
    public const int BlockHeaderLength = 8;

    public const int MaxBlockLength = 1 << 20;

    public const int TimestampResolutionOption = 9;
}

/// <summary>Reads a pcapng capture: sections, interfaces, enhanced and simple packets; other blocks are passed over.</summary>
public sealed class PcapNgRecording : CaptureRecording
{
    private readonly List<(int LinkType, double TicksPerUnit)> interfaces = [];
    private bool littleEndian;
    private Instant lastAt = Instant.UnixEpoch;

    internal PcapNgRecording(OctetSource source) : base(source)
    {
    }

    public override RecordingFormat Format => RecordingFormat.PcapNg;

    private protected override bool TryReadPacket(out CapturedPacket packet)
    {
        packet = default;
        while (TryReadBlock(out var type, out var body, out var offset))
        {
            switch (type)
            {
                case PcapNgFormat.SectionHeader:
                    interfaces.Clear();
                    break;
                case PcapNgFormat.InterfaceDescription when body.Length >= 8:
                    interfaces.Add((UInt16(body.Span), TicksPerUnit(body.Span[8..])));
                    break;
                case PcapNgFormat.EnhancedPacket or PcapNgFormat.SimplePacket:
                    if (TryFind(type, body, offset, out packet)) return true;
                    Fault(offset, "the packet's lengths contradict each other, or its interface was not described");
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private bool TryReadBlock(out uint type, out ReadOnlyMemory<byte> body, out long offset)
    {
        (type, body, offset) = (0, default, Position);
        var header = Source.Peek(PcapNgFormat.BlockHeaderLength + 4).Span;
        if (header.IsEmpty) return false;
        if (header.Length < PcapNgFormat.BlockHeaderLength + 4) return Abandon("the capture ends inside a block's header");
        if (BinaryPrimitives.ReadUInt32BigEndian(header) == PcapNgFormat.SectionHeader)
            littleEndian = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) == PcapNgFormat.ByteOrderMagic;
        type = UInt32(header);
        var length = UInt32(header[4..]);
        if (length < PcapNgFormat.BlockHeaderLength + 4 || length % 4 != 0) return Abandon($"a block of {length} octets cannot be");
        if (length > PcapNgFormat.MaxBlockLength) return TrySkipBlock(length, ref type);
        var whole = Source.Peek((int)length);
        if (whole.Length < length) return Abandon("the capture ends inside a block");
        body = whole[PcapNgFormat.BlockHeaderLength..^4];
        Source.Consume((int)length);
        return true;
    }

    /// <summary>A block too large to be a packet (an attached list of names or keys) is passed over as one of no known type.</summary>
    private bool TrySkipBlock(uint length, ref uint type)
    {
        type = 0;
        var offset = Position;
        if (Source.Skip(length)) return true;
        Fault(offset, "the capture ends inside a block");
        return false;
    }

    private bool TryFind(uint type, ReadOnlyMemory<byte> body, long offset, out CapturedPacket packet)
    {
        packet = default;
        var octets = body.Span;
        if (type == PcapNgFormat.SimplePacket)
        {
            if (octets.Length < 4 || interfaces.Count == 0) return false;
            var original = (int)Math.Min(UInt32(octets), (uint)octets.Length - 4);
            packet = new(lastAt, interfaces[0].LinkType, body.Slice(4, original), offset);
            return true;
        }

        if (octets.Length < 20) return false;
        var (number, length) = (UInt32(octets), UInt32(octets[12..]));
        if (number >= interfaces.Count || length > octets.Length - 20) return false;
        var (linkType, ticksPerUnit) = interfaces[(int)number];
        lastAt = Time(((ulong)UInt32(octets[4..]) << 32) | UInt32(octets[8..]), ticksPerUnit);
        packet = new(lastAt, linkType, body.Slice(20, (int)length), offset);
        return true;
    }

    /// <summary>Whole seconds and the rest apart, so that no digit is lost in the product.</summary>
    private static Instant Time(ulong units, double ticksPerUnit)
    {
        var perSecond = (ulong)Math.Max(1, Math.Round(TimeSpan.TicksPerSecond / ticksPerUnit));
        var seconds = Math.Min(units / perSecond, int.MaxValue * 4UL);
        return new(Instant.UnixEpoch.Ticks + ((long)seconds * TimeSpan.TicksPerSecond) + (long)(units % perSecond * ticksPerUnit));
    }

    /// <summary>Option if_tsresol: a negative power of ten, or of two where the highest bit is set. A microsecond where it is not given.</summary>
    private double TicksPerUnit(ReadOnlySpan<byte> options)
    {
        while (options.Length >= 4)
        {
            var (code, length) = (UInt16(options), UInt16(options[2..]));
            if (code == 0 || length > options.Length - 4) break;
            if (code == PcapNgFormat.TimestampResolutionOption && length >= 1)
                return TimeSpan.TicksPerSecond / Math.Pow((options[4] & 0x80) != 0 ? 2 : 10, options[4] & 0x7F);
            options = options[Math.Min(options.Length, 4 + ((length + 3) & ~3))..];
        }

        return TimeSpan.TicksPerMicrosecond;
    }

    private uint UInt32(ReadOnlySpan<byte> octets) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(octets) : BinaryPrimitives.ReadUInt32BigEndian(octets);

    private ushort UInt16(ReadOnlySpan<byte> octets) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(octets) : BinaryPrimitives.ReadUInt16BigEndian(octets);
}
