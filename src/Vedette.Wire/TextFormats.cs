using Vedette.Kernel;
using Vedette.Wire.AircraftJson;
using Vedette.Wire.Avr;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;
using Vedette.Wire.Ogn;
using Vedette.Wire.RemoteId;
using Vedette.Wire.Sbs;
using Vedette.Wire.Traces;
using Vedette.Wire.Uat;

namespace Vedette.Wire;

/// <summary>A text or JSON format as recordings have it.</summary>
/// <param name="Format">As a feed.</param>
/// <param name="Name">As people write it on a command line.</param>
/// <param name="LooksLike">Whether a recording that begins so is of this format.</param>
/// <param name="Read">The recording as pieces with times: its stream, and its start where it does not tell that itself.</param>
/// <param name="Json">A new writer of its records as JSON.</param>
public sealed record TextFormat(
    FeedFormat Format, string Name, HeadTest LooksLike, Func<Stream, Instant, IEnumerable<TimedOctets>> Read, Func<IRecordJson> Json);

/// <summary>A test of how a recording begins.</summary>
public delegate bool HeadTest(ReadOnlySpan<byte> head);

/// <summary>Every such format, in the order in which they are tried.</summary>
public static class TextFormats
{
    public static IReadOnlyList<TextFormat> All { get; } =
    [
        new(FeedFormat.Sbs, "sbs", SbsRecording.LooksLikeSbs, SbsRecording.Read, () => new SbsJson()),
        new(FeedFormat.Avr, "avr", AvrRecording.LooksLikeAvr, AvrRecording.Read, () => new AvrJson()),
        new(FeedFormat.AircraftJson, "aircraft-json", AircraftJsonRecording.LooksLikeAircraft, AircraftJsonRecording.Read, () => new AircraftJsonLines()),
        new(FeedFormat.AircraftJson, "trace", TraceRecording.LooksLikeTrace, TraceRecording.Read, () => new TraceJson()),
        new(FeedFormat.Ogn, "ogn", OgnRecording.LooksLikeOgn, OgnRecording.Read, () => new OgnJson()),
        new(FeedFormat.RemoteIdHex, "odid-hex", RemoteIdHexJson.LooksLikeRemoteId, RemoteIdHexJson.Read, () => new RemoteIdHexJson()),
        new(FeedFormat.RemoteIdJson, "odid-json", RemoteIdJsonDecoder.LooksLikeRemoteId, RemoteIdObjectJson.Read, () => new RemoteIdObjectJson()),
        new(FeedFormat.Uat, "uat", UatRecording.LooksLikeUat, UatRecording.Read, () => new UatJson()),
    ];

    /// <summary>The format of a recording that begins so; null where it is none of these.</summary>
    public static TextFormat? Detect(ReadOnlySpan<byte> head)
    {
        foreach (var format in All)
            if (format.LooksLike(head)) return format;
        return null;
    }

    /// <summary>As such a feed is usually recorded.</summary>
    public static TextFormat? Of(FeedFormat format) => All.FirstOrDefault(known => known.Format == format);
}
