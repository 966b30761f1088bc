using Vedette.Air;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Sbs;

/// <summary>
/// Each line as JSON: <c>type</c>, <c>msg</c> (transmission), <c>icao</c>, <c>generatedLocal</c> and <c>loggedLocal</c> (the format tells no zone),
/// <c>callsign</c>, <c>altFt</c> or <c>heightFt</c> (geometric), <c>speedKt</c>, <c>trackDeg</c>, <c>latDeg</c>, <c>lonDeg</c>, <c>climbFtPerMin</c>,
/// <c>squawk</c>, <c>alert</c>, <c>emergency</c>, <c>spi</c>, <c>ground</c>.
/// </summary>
internal sealed class SbsJson() : LineJson("SBS", 512)
{
    private static readonly string[] Kinds = [.. Enumerable.Range(0, 9).Select(n => $"MSG,{n}")];

    private protected override void WriteLine(ReadOnlySpan<byte> line, long offset, IRecordLines lines)
    {
        if (!SbsReader.TryRead(line, out var message, out var refused))
        {
            Refuse(line, offset, SbsReader.NameOf(refused), "missing or not readable", lines);
            return;
        }

        var type = message.Type.ToString().ToUpperInvariant();
        Begin(offset);
        Json.Field("type"u8, type);
        if (message.Type == SbsType.Msg) Message(message);
        End(message.Type == SbsType.Msg ? Kinds[message.Transmission] : type, lines);
    }

    private void Message(in SbsMessage message)
    {
        Json.Field("msg"u8, message.Transmission);
        Json.Field("icao"u8, new TransponderAddress(message.Address).ToString());
        Json.Field("generatedLocal"u8, message.Generated, zoned: false);
        Json.Field("loggedLocal"u8, message.Logged, zoned: false);
        Json.Field("callsign"u8, message.Callsign.ToString());
        Json.Field(message.AltitudeIsGeometric ? "heightFt"u8 : "altFt"u8, message.AltitudeFt);
        Json.Field("speedKt"u8, message.GroundSpeedKt);
        Json.Field("trackDeg"u8, message.TrackDeg);
        Json.Field("latDeg"u8, message.LatitudeDeg);
        Json.Field("lonDeg"u8, message.LongitudeDeg);
        Json.Field("climbFtPerMin"u8, message.ClimbFtPerMin);
        if (message.Squawk >= 0) Json.Field("squawk"u8, new Mode3A((ushort)message.Squawk).ToString());
        Json.Field("alert"u8, message.Alert);
        Json.Field("emergency"u8, message.Emergency);
        Json.Field("spi"u8, message.Spi);
        Json.Field("ground"u8, message.OnGround);
    }
}
