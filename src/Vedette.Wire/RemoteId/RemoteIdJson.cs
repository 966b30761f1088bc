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
        json.Field("ver"u8, report.Version);
        json.Field("type"u8, (int)report.Type);
        for (var i = 0; i < report.IdCount; i++) Id(i);
        if (report.Location is { } location) Location(location);
        if (report.HasSelf) Text("self"u8, report.Self);
        if (report.System is { } system) System(system);
        if (report.HasOperator) Text("op"u8, report.Operator);
        if (report.AuthenticationPages > 0) json.Field("authPages"u8, report.AuthenticationPages);
        json.Close((byte)'}');
        lines.OnRecord("Remote ID", json.WithoutComma);
    }

    private void Id(int index)
    {
        Open(index == 0 ? "basic0"u8 : "basic1"u8);
        json.Field("idType"u8, (int)report.IdType(index));
        json.Field("uaType"u8, report.UaType(index));
        Text("id"u8, report.Id(index));
        json.Close((byte)'}');
    }

    private void Location(in LocationVector told)
    {
        Open("loc"u8);
        json.Field("status"u8, told.Status);
        json.Field("dir"u8, told.DirectionDeg);
        json.Field("hspd"u8, told.SpeedMps);
        json.Field("vspd"u8, told.ClimbMps);
        json.Field("lat"u8, told.LatitudeDeg);
        json.Field("lon"u8, told.LongitudeDeg);
        json.Field("baro"u8, told.PressureAltitudeM);
        json.Field("geo"u8, told.GeodeticAltitudeM);
        json.Field("hType"u8, told.IsAboveGround ? 1 : 0);
        json.Field("h"u8, told.HeightM);
        json.Field("hAcc"u8, told.HorizontalAccuracy);
        json.Field("vAcc"u8, told.VerticalAccuracy);
        json.Field("bAcc"u8, told.PressureAccuracy);
        json.Field("sAcc"u8, told.SpeedAccuracy);
        json.Field("tAcc"u8, told.TimeAccuracy);
        json.Field("tsHour"u8, told.SinceHourS);
        json.Close((byte)'}');
    }

    private void System(in SystemData told)
    {
        Open("sys"u8);
        json.Field("locType"u8, told.OperatorLocationType);
        json.Field("class"u8, told.ClassificationType);
        json.Field("opLat"u8, told.OperatorLatitudeDeg);
        json.Field("opLon"u8, told.OperatorLongitudeDeg);
        json.Field("areaCount"u8, told.AreaCount);
        json.Field("radius"u8, told.AreaRadiusM);
        json.Field("ceil"u8, told.AreaCeilingM);
        json.Field("floor"u8, told.AreaFloorM);
        json.Field("cat"u8, told.Category);
        json.Field("cls"u8, told.Class);
        json.Field("opAlt"u8, told.OperatorAltitudeM);
        json.Field("ts"u8, told.SecondsSince2019);
        json.Close((byte)'}');
    }

    private void Open(ReadOnlySpan<byte> name)
    {
        json.Append((byte)'"');
        json.Append(name);
        json.Append("\":{"u8);
    }

    /// <summary>Text that may be empty; "·" stands for an octet that is no ASCII character.</summary>
    private void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            json.Field(name, text);
            return;
        }

        json.Append((byte)'"');
        json.Append(name);
        json.Append("\":\"\","u8);
    }
}
