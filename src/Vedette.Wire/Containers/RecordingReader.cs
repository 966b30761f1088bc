using Vedette.Kernel;

namespace Vedette.Wire.Containers;

/// <summary>A part of a recording that could not be read. Reading goes on behind it where that can be known.</summary>
/// <param name="Offset">In the recording, octets from its start.</param>
/// <param name="Reason">Plain words.</param>
public readonly record struct RecordingFault(long Offset, string Reason);

/// <summary>
/// Reads a recording of ASTERIX traffic piece by piece in constant memory: one datagram or one data block at a time, with the time at
/// which it was received. Never throws on any octets; what the stream itself throws passes through.
/// </summary>
public abstract class RecordingReader
{
    private const int FaultsKept = 1000;

    private readonly List<RecordingFault> faults = [];

    private protected RecordingReader(OctetSource source) => Source = source;

    public abstract RecordingFormat Format { get; }

    /// <summary>Octets read so far: over the length of the stream, that is the progress.</summary>
    public long Position => Source.Position;

    /// <summary>Damaged parts, the first thousand.</summary>
    public IReadOnlyList<RecordingFault> Faults => faults;

    /// <summary>How many damaged parts there were in all.</summary>
    public long FaultCount { get; private set; }

    /// <summary>Sound packets that carry no UDP datagram (ARP, TCP, ...): passed over.</summary>
    public long OtherPackets { get; private protected set; }

    /// <summary>Datagrams with a few octets behind their last data block that are no block: dropped.</summary>
    public long Trailers { get; private protected set; }

    /// <summary>The same in words; null where there were none.</summary>
    public string? TrailerRemark => Trailers > 0 ? $"{Trailers:N0} datagrams have a few octets behind their data blocks, which are not read" : null;

    private protected OctetSource Source { get; }

    /// <summary>Opens a recording by what it contains. Null where it has none of the known formats.</summary>
    /// <param name="stream">Read forward only; stays the caller's to dispose.</param>
    /// <param name="day">
    /// Any instant of the day on which the recording begins, for formats that tell a time of day and no date, or no time at all.
    /// Captures (pcap, pcapng) carry their own dates.
    /// </param>
    /// <param name="hint">The format, where the caller knows better than the content shows.</param>
    /// <param name="isTimed">False where nobody asks when a piece was received: plain data blocks then come many in a piece, their reports unread.</param>
    public static RecordingReader? Open(Stream stream, Instant day, RecordingFormat hint = RecordingFormat.Unknown, bool isTimed = true)
    {
        var source = new OctetSource(stream);
        var format = hint == RecordingFormat.Unknown ? RecordingFormats.Detect(source.Peek(RecordingFormats.HeadLength).Span) : hint;
        return format switch
        {
            RecordingFormat.Pcap => new PcapRecording(source),
            RecordingFormat.PcapNg => new PcapNgRecording(source),
            RecordingFormat.FinalFormat => new FinalFormatRecording(source, day),
            RecordingFormat.Gps => new GpsRecording(source, day),
            RecordingFormat.RawBlocks => new RawBlocksRecording(source, isTimed ? day : null),
            _ => null,
        };
    }

    /// <summary>The next piece; false at the end. The octets are valid until the next call.</summary>
    public abstract bool TryRead(out TimedOctets piece);

    private protected void Fault(long offset, string reason)
    {
        FaultCount++;
        if (faults.Count < FaultsKept) faults.Add(new(offset, reason));
    }

    /// <summary>Refuses all that is left: nothing behind a wrong length has a known place.</summary>
    private protected bool Abandon(string reason)
    {
        Fault(Position, reason);
        Source.Skip(long.MaxValue);
        return false;
    }
}
