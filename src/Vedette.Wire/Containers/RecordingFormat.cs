using System.Buffers.Binary;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Containers;

/// <summary>How a recording of ASTERIX traffic is packed.</summary>
public enum RecordingFormat : byte
{
    /// <summary>None of these.</summary>
    Unknown,

    /// <summary>libpcap capture, microseconds or nanoseconds, either byte order.</summary>
    Pcap,

    /// <summary>pcapng capture.</summary>
    PcapNg,

    /// <summary>Final format: frames with length, day and time of day, closed by four octets A5.</summary>
    FinalFormat,

    /// <summary>A header of 2,200 octets, then each block followed by ten octets with a time of day.</summary>
    Gps,

    /// <summary>Data blocks one after another and nothing else.</summary>
    RawBlocks,
}

/// <summary>Tells the format of a recording from how it begins.</summary>
public static class RecordingFormats
{
    /// <summary>As many octets as are worth looking at.</summary>
    public const int HeadLength = 1 << 16;

    /// <summary>So many units in a row must have the right shape, or as many as the head holds.</summary>
    private const int ChainLength = 8;

    /// <param name="head">The first <see cref="HeadLength"/> octets, or the whole recording if it is shorter.</param>
    public static RecordingFormat Detect(ReadOnlySpan<byte> head)
    {
        if (head.Length < DataBlock.HeaderLength + 1) return RecordingFormat.Unknown;
        if (head.Length >= PcapFormat.FileHeaderLength && PcapFormat.IsMagic(head)) return RecordingFormat.Pcap;
        if (BinaryPrimitives.ReadUInt32BigEndian(head) == PcapNgFormat.SectionHeader) return RecordingFormat.PcapNg;
        if (Count(head, 0, FinalFormatFrame) is { Found: > 0 }) return RecordingFormat.FinalFormat;
        var raw = Count(head, 0, Block);
        if (raw.Whole) return RecordingFormat.RawBlocks;
        var gps = Count(head, GpsRecording.HeaderLength, GpsUnit);
        if (gps.Whole) return RecordingFormat.Gps;
        if (raw.Found > 0 && BeginsWithRecord(head)) return RecordingFormat.RawBlocks;
        return gps.Found > 0 && BeginsWithRecord(head[GpsRecording.HeaderLength..]) ? RecordingFormat.Gps : RecordingFormat.Unknown;
    }

    /// <summary>Where blocks follow that can be trusted: a chain of them to the end or long enough, the first of which can be read.</summary>
    internal static bool IsChain(ReadOnlySpan<byte> octets) =>
        octets.Length > DataBlock.HeaderLength && AsterixCatalogue.Newest(octets[0]) is not null && Count(octets, 0, Block).Whole && BeginsWithRecord(octets);

    /// <summary>The first block is of a known category, and its first record makes sense in some edition: what was cut short or damaged further on is still a recording.</summary>
    private static bool BeginsWithRecord(ReadOnlySpan<byte> octets)
    {
        var length = Block(octets);
        if (length == 0 || length > octets.Length) return false;
        foreach (var edition in AsterixCatalogue.All)
            if (edition.Category == octets[0] && new RecordWalker(octets[DataBlock.HeaderLength..length], edition, leaves: null).TryRead() == Decode.Record) return true;
        return false;
    }

    /// <summary>Length of the unit at the start of the octets, 0 where there is none.</summary>
    private delegate int UnitLength(ReadOnlySpan<byte> octets);

    /// <summary>How many units follow one another, and whether they are enough to be sure: all that there are, or a long chain.</summary>
    private static (int Found, bool Whole) Count(ReadOnlySpan<byte> head, int at, UnitLength unitLength)
    {
        var found = 0;
        while (at < head.Length && found < ChainLength)
        {
            var length = unitLength(head[at..]);
            if (length == 0 || length > head.Length - at) return (found, false);
            found++;
            at += length;
        }

        return (found, found > 0);
    }

    private static int Block(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < DataBlock.HeaderLength) return 0;
        var length = BinaryPrimitives.ReadUInt16BigEndian(octets[1..]);
        return octets[0] != 0 && length > DataBlock.HeaderLength ? length : 0;
    }

    private static int GpsUnit(ReadOnlySpan<byte> octets) => Block(octets) is > 0 and var length ? length + GpsRecording.TrailerLength : 0;

    private static int FinalFormatFrame(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < 2) return 0;
        var length = BinaryPrimitives.ReadUInt16BigEndian(octets);
        if (length < FinalFormatRecording.HeaderLength + FinalFormatRecording.TrailerLength) return 0;
        return length > octets.Length || FinalFormatRecording.IsClosed(octets[..length]) ? length : 0;
    }
}
