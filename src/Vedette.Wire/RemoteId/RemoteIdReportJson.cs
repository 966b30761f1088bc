using Vedette.Wire.Lines;

namespace Vedette.Wire.RemoteId;

/// <summary>Writes what a message or pack told as members of a JSON object: <c>ver</c>, <c>type</c>, <c>basic0</c>, <c>basic1</c>, <c>loc</c>, <c>self</c>, <c>sys</c>, <c>op</c>, <c>authPages</c>.</summary>
internal static class RemoteIdReportJson
{
    public static void Write(Utf8Text json, RemoteIdReport report)
    {
        json.Field("ver"u8, report.Version);
        json.Field("type"u8, (int)report.Type);
        for (var i = 0; i < report.IdCount; i++) Id(json, report, i);
        if (report.Location is { } location) Location(json, location);
        if (report.HasSelf) Text(json, "self"u8, report.Self);
        if (report.System is { } system) System(json, system);
        if (report.HasOperator) Text(json, "op"u8, report.Operator);
        if (report.AuthenticationPages > 0) json.Field("authPages"u8, report.AuthenticationPages);
    }

    private static void Id(Utf8Text json, RemoteIdReport report, int index)
    {
        json.Open(index == 0 ? "basic0"u8 : "basic1"u8);
        json.Field("idType"u8, (int)report.IdType(index));
        json.Field("uaType"u8, report.UaType(index));
        Text(json, "id"u8, report.Id(index));
        json.Close((byte)'}');
    }

    private static void Location(Utf8Text json, in LocationVector told)
    {
        json.Open("loc"u8);
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

    private static void System(Utf8Text json, in SystemData told)
    {
        json.Open("sys"u8);
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

    /// <summary>Text that may be empty; "·" stands for an octet that is no ASCII character.</summary>
    private static void Text(Utf8Text json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
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
