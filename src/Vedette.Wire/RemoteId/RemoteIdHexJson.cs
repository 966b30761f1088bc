using Vedette.Kernel;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;

namespace Vedette.Wire.RemoteId;

/// <summary>Each line of hexadecimal as a line of JSON: <c>off</c>, <c>transmitter</c> where it tells one, then what the message or pack says.</summary>
internal sealed class RemoteIdHexJson() : LineJson("Remote ID", RemoteIdHexLine.Longest)
{
    private readonly RemoteIdReport report = new();
    private readonly byte[] octets = new byte[RemoteIdHexLine.Longest / 2];

    /// <summary>Most lines are messages or packs, whole and of a known version.</summary>
    public static bool LooksLikeRemoteId(ReadOnlySpan<byte> head)
    {
        var sample = new RemoteIdReport();
        var scratch = new byte[RemoteIdHexLine.Longest / 2];
        return LineSample.Most(head, line => line.Length <= RemoteIdHexLine.Longest
            && RemoteIdHexLine.Read(line, scratch, out var length, out _).Length == 0 && sample.Read(scratch.AsSpan(0, length)).Length == 0);
    }

    /// <summary>As pieces of a feed. Lines tell no time.</summary>
    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start) => LineRecording.Read(recording, start, _ => null);

    private protected override void WriteLine(ReadOnlySpan<byte> line, long offset, IRecordLines lines)
    {
        if (RemoteIdHexLine.Read(line, octets, out var length, out var transmitter) is { Length: > 0 } field)
        {
            Refuse(line, offset, field, "pairs of hexadecimal digits are expected", lines);
            return;
        }

        if (report.Read(octets.AsSpan(0, length)) is { Length: > 0 } refused)
        {
            Refuse(line, offset, "message", refused, lines);
            return;
        }

        Begin(offset);
        if (transmitter != 0) Json.Field("transmitter"u8, transmitter.ToString("x12"));
        RemoteIdReportJson.Write(Json, report);
        End("Remote ID", lines);
    }
}
