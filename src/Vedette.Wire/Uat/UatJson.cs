using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Uat;

/// <summary>
/// Each line as JSON: of a downlink <c>type</c>, <c>address</c>, <c>addressKind</c>, <c>time</c>, <c>latDeg</c>, <c>lonDeg</c>, <c>altFt</c>,
/// <c>heightFt</c>, <c>ground</c>, <c>northKt</c>, <c>eastKt</c>, <c>speedKt</c>, <c>trackDeg</c>, <c>climbFtPerMin</c>, <c>nic</c>,
/// <c>utcCoupled</c>, <c>callsign</c>, <c>squawk</c>, <c>version</c>, <c>sil</c>, <c>nacp</c>, <c>nacv</c>; of an uplink <c>off</c> only.
/// </summary>
internal sealed class UatJson() : LineJson("UAT", 1024)
{
    private static readonly string[] Kinds = [.. Enumerable.Range(0, 32).Select(type => $"UAT {type}")];

    private protected override void WriteLine(ReadOnlySpan<byte> line, long offset, IRecordLines lines)
    {
        if (!UatLine.TryRead(line, out var read, out var report, out var refused))
        {
            Refuse(line, offset, UatLine.NameOf(refused), "missing or not readable", lines);
            return;
        }

        Begin(offset);
        if (read.Downlink) Downlink(read, report);
        End(read.Downlink ? Kinds[report.Type] : "UAT uplink", lines);
    }

    private void Downlink(in UatLine line, in UatReport report)
    {
        Json.Field("type"u8, report.Type);
        Json.Field("address"u8, report.Sender.ToString());
        Json.Field("addressKind"u8, report.AddressKind.ToString());
        if (!double.IsNaN(line.UnixS)) Json.Field("time"u8, Instant.FromUnixSeconds(line.UnixS));
        Json.Field("latDeg"u8, report.LatitudeDeg);
        Json.Field("lonDeg"u8, report.LongitudeDeg);
        Json.Field("altFt"u8, report.AltitudeFt);
        Json.Field("heightFt"u8, report.HeightFt);
        Json.Field("ground"u8, report.OnGround);
        Json.Field("northKt"u8, report.NorthKt);
        Json.Field("eastKt"u8, report.EastKt);
        Json.Field("speedKt"u8, report.SpeedKt);
        Json.Field("trackDeg"u8, report.TrackDeg);
        Json.Field("climbFtPerMin"u8, report.ClimbFtPerMin);
        Json.Field("nic"u8, report.Nic);
        Json.Field("utcCoupled"u8, report.UtcCoupled);
        Json.Field("callsign"u8, report.Callsign.ToString());
        if (report.Squawk >= 0) Json.Field("squawk"u8, new Mode3A((ushort)report.Squawk).ToString());
        if (report.Version < 0) return;
        Json.Field("version"u8, report.Version);
        Json.Field("sil"u8, report.Sil);
        Json.Field("nacp"u8, report.NacP);
        Json.Field("nacv"u8, report.NacV);
    }
}
