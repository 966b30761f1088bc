using Vedette.Kernel;
using Vedette.Wire.Lines;

namespace Vedette.Wire.RemoteId;

/// <summary>Writes a line of JSON for every frame of Remote ID. Values are as sent: what was not known is left out.</summary>
public sealed class RemoteIdJson
{
    private static readonly string[] Transports = ["wifi-beacon", "wifi-nan", "ble"];

    private readonly RemoteIdReport report = new();
    private readonly Utf8Text json = new();

    /// <param name="piece">One <see cref="RemoteIdPiece"/>.</param>
    /// <param name="offset">Of the frame in its recording.</param>
    public void Write(ReadOnlySpan<byte> piece, Instant at, long offset, IRecordLines lines)
    {
        if (!RemoteIdPiece.TryOpen(piece, out var frame)) return;
        json.Length = 0;
        json.Append("{\"off\":"u8);
        json.Number((ulong)offset);
        json.Field("ts"u8, Math.Round(at.ToUnixSeconds(), 6));
        json.Field("via"u8, Transports[(int)frame.Transport]);
        json.Field("transmitter"u8, frame.Transmitter.ToString("x12"));
        json.Field("counter"u8, frame.Counter);
        json.Field("powerDbm"u8, frame.PowerDbm);
        var refused = report.Read(frame.Octets);
        if (refused.Length > 0) Refuse(frame, refused, lines);
        else Report(lines);
    }

    private void Refuse(in RemoteIdFrame frame, string refused, IRecordLines lines)
    {
        json.Field("err"u8, refused);
        json.Append("\"hex\":"u8);
        json.Hex(frame.Octets);
        json.Close((byte)'}');
        lines.OnRefusal("Remote ID", json.WithoutComma);
    }

    private void Report(IRecordLines lines)
    {
        RemoteIdReportJson.Write(json, report);
        json.Close((byte)'}');
        lines.OnRecord("Remote ID", json.WithoutComma);
    }
}
