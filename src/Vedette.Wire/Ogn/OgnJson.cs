using Vedette.Air;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Ogn;

/// <summary>
/// Each line as JSON: <c>address</c>, <c>type</c>, <c>timeOfDay</c>, <c>latDeg</c>, <c>lonDeg</c>, <c>altMslFt</c>, <c>flightLevel</c>, <c>trackDeg</c>,
/// <c>speedKt</c>, <c>climbFtPerMin</c>, <c>gpsErrorM</c>, <c>signalDb</c>, <c>flight</c>; <c>anonymous</c> instead of an identity where the pilot
/// asked for that. Lines that are about nothing that flies have <c>off</c> only.
/// </summary>
internal sealed class OgnJson() : LineJson("OGN", 1024)
{
    private protected override void WriteLine(ReadOnlySpan<byte> line, long offset, IRecordLines lines)
    {
        if (!OgnReader.TryRead(line, out var report, out var refused))
        {
            Span<byte> shown = stackalloc byte[line.Length];
            line.CopyTo(shown);
            OgnPrivacy.Redact(shown);
            Refuse(shown, offset, refused, "missing or not readable", lines);
            return;
        }

        Begin(offset);
        if (report.Kind == OgnKind.Aircraft) Report(report);
        End(report.Kind == OgnKind.Aircraft ? "aircraft" : "other", lines);
    }

    private void Report(in OgnReport report)
    {
        if (report.Anonymous) Json.Field("anonymous"u8, true);
        if (report.Address >= 0) Json.Field("address"u8, new TransponderAddress(report.Address).ToString());
        if (report.Type != OgnAircraftType.Unknown) Json.Field("type"u8, report.Type.ToString());
        if (report.TimeOfDay is { } time) Json.Field("timeOfDay"u8, time.ToString("c"));
        Json.Field("latDeg"u8, report.LatitudeDeg);
        Json.Field("lonDeg"u8, report.LongitudeDeg);
        Json.Field("altMslFt"u8, report.AltitudeFt);
        Json.Field("flightLevel"u8, report.FlightLevel);
        Json.Field("trackDeg"u8, report.TrackDeg);
        Json.Field("speedKt"u8, report.SpeedKt);
        Json.Field("climbFtPerMin"u8, report.ClimbFtPerMin);
        Json.Field("gpsErrorM"u8, report.GpsErrorM);
        Json.Field("signalDb"u8, report.SignalDb);
        Json.Field("flight"u8, report.Flight.ToString());
    }
}
