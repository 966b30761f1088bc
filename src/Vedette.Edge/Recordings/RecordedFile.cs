using Vedette.Edge.Configuration;
using Vedette.Kernel;
using Vedette.Wire;
using Vedette.Wire.Beast;
using Vedette.Wire.Containers;
using Vedette.Wire.RemoteId;

namespace Vedette.Edge.Recordings;

/// <summary>A recording on disk, or one that passes by once ("-", "tcp://host:port"), known by its content. Read forward in constant memory.</summary>
public sealed class RecordedFile
{
    private readonly Instant start;
    private readonly TextFormat? text;
    private readonly List<string> flaws = [];
    private PassingStream? passing;
    private long position;

    private RecordedFile(string path, string feed, FeedFormat format, long length, Instant? start, TextFormat? text = null)
    {
        Path = path;
        Feed = feed;
        Format = format;
        Length = length;
        this.text = text;
        this.start = start ?? DateWithout;
    }

    /// <summary>The day of a recording that does not tell its own, when nobody else told it either.</summary>
    public static Instant DateWithout { get; } = Instant.FromUtc(2000, 1, 1);

    public string Path { get; }

    public string Feed { get; }

    public FeedFormat Format { get; }

    /// <summary>Octets; 0 where nobody can know before the end.</summary>
    public long Length { get; }

    /// <summary>Octets read so far.</summary>
    public long Position => Interlocked.Read(ref position);

    public IReadOnlyList<string> Flaws => flaws;

    /// <param name="start">Day (and time, for Beast without stamps) of a recording that does not tell its own.</param>
    /// <exception cref="ConfigurationException">There is no such file, or nobody knows its format.</exception>
    public static RecordedFile Open(string path, string feed, Instant? start)
    {
        MustExist(path);
        try
        {
            if (PassingStream.Names(path))
            {
                var once = PassingStream.Open(path);
                var (format, text) = FormatOf(path, once.Head);
                return new(path, feed, format, 0, start, text) { passing = once };
            }

            using var stream = PackedFile.Open(path);
            var head = new byte[Math.Min(RecordingFormats.HeadLength, stream.Length)];
            stream.ReadExactly(head);
            var (known, lines) = FormatOf(path, head);
            return new(path, feed, known, stream.Length, start, lines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static (FeedFormat Format, TextFormat? Text) FormatOf(string path, ReadOnlySpan<byte> head)
    {
        if (head.Length == 0) throw new ConfigurationException(PassingStream.Names(path) ? $"{path}: nothing came" : $"{path}: the file is empty");
        if (BeastRecording.LooksLikeBeast(head)) return (FeedFormat.Beast, null);
        if (RemoteIdRecording.LooksLikeRemoteId(head)) return (FeedFormat.RemoteId, null);
        if (TextFormats.Detect(head) is { } text) return (text.Format, text);
        if (RecordingFormats.Detect(head) != RecordingFormat.Unknown) return (FeedFormat.Asterix, null);
        throw new ConfigurationException(
            $"{path}: is no recording that Vedette knows (pcap, pcapng, ASTERIX data blocks, final format, .gps, Beast, {string.Join(", ", TextFormats.All.Select(text => text.Name))}) and no Vedette journal");
    }

    /// <exception cref="ConfigurationException">There is no such file.</exception>
    public static void MustExist(string path)
    {
        if (PassingStream.Names(path)) return;
        if (Directory.Exists(path)) throw new ConfigurationException($"{path}: is a folder; name the recordings in it");
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: there is no such file");
    }

    /// <summary>Its pieces in order; their times never run backwards.</summary>
    public IEnumerable<RecordedOctets> Read()
    {
        flaws.Clear();
        using var stream = Opened();
        var at = start;
        var first = true;
        foreach (var piece in Pieces(stream))
        {
            at = piece.At is { } told && (first || told > at) ? told : at;
            first = false;
            Interlocked.Exchange(ref position, piece.Offset);
            yield return new(at, Feed, piece.Octets.ToArray());
        }

        Interlocked.Exchange(ref position, Length);
    }

    private Stream Opened()
    {
        if (!PassingStream.Names(Path)) return PackedFile.Open(Path);
        var once = passing ?? throw new ConfigurationException($"{Path}: has passed by and cannot be read again");
        passing = null;
        return once;
    }

    private IEnumerable<TimedOctets> Pieces(Stream stream) => Format switch
    {
        FeedFormat.Beast => BeastRecording.Read(stream, start),
        FeedFormat.Asterix => AsterixPieces(stream),
        FeedFormat.RemoteId => RemoteIdRecording.Read(stream, start),
        _ => text!.Read(stream, start),
    };

    private IEnumerable<TimedOctets> AsterixPieces(Stream stream)
    {
        if (RecordingReader.Open(stream, start) is not { } reader) yield break;
        while (reader.TryRead(out var piece)) yield return piece;
        foreach (var fault in reader.Faults) flaws.Add($"octet {fault.Offset}: {fault.Reason}");
        if (reader.FaultCount > reader.Faults.Count) flaws.Add($"{reader.FaultCount - reader.Faults.Count} more damaged parts");
        if (reader.TrailerRemark is { } remark) flaws.Add(remark);
        if (reader.OtherPackets > 0) flaws.Add($"{reader.OtherPackets} packets that are not UDP were passed over");
    }
}
