using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.JsonStreams;
using Vedette.Wire.Lines;

namespace Vedette.Wire.AircraftJson;

/// <summary>
/// Each aircraft object as a line in our names: <c>off</c>, <c>icao</c>, <c>source</c>, <c>time</c> (of its position), <c>callsign</c>, <c>altFt</c>,
/// <c>heightFt</c>, <c>ground</c>, <c>speedKt</c>, <c>trackDeg</c>, <c>climbFtPerMin</c>, <c>squawk</c>, <c>latDeg</c>, <c>lonDeg</c>, <c>seenPosS</c>,
/// <c>nic</c>, <c>nacp</c>, <c>nacv</c>, <c>sil</c>, <c>version</c>, <c>signalDb</c>.
/// </summary>
internal sealed class AircraftJsonLines : IRecordJson, IAircraftTaker
{
    private static readonly string[] Sources = ["unknown", "claim", "mlat", "groundTrack", "modeS"];

    private readonly JsonObjectFramer framer = new();
    private readonly Utf8Text json = new();
    private IRecordLines? lines;

    /// <summary>Where what is taken goes.</summary>
    public void To(IRecordLines taker) => lines = taker;

    public void Write(ReadOnlySpan<byte> octets, IRecordLines to)
    {
        To(to);
        var position = 0;
        JsonEvent what;
        while ((what = framer.Next(octets, ref position, out var whole)) != JsonEvent.NeedMore)
        {
            if (what == JsonEvent.Object) AircraftDocument.Read(whole, this);
            else if (what == JsonEvent.Broken) OnRefusal("json", "an object that was never finished, or is too large", 0);
        }
    }

    public void OnAircraft(in AircraftReport report, double nowS, int offset)
    {
        Begin(offset);
        json.Field("icao"u8, new TransponderAddress(report.Address).ToString());
        json.Field("source"u8, Sources[(int)report.Source]);
        if (report.HasPlace && nowS < 1e11) json.Field("time"u8, Instant.FromUnixSeconds(nowS - (double.IsNaN(report.SeenPosS) ? 0 : report.SeenPosS)));
        json.Field("callsign"u8, report.Flight.ToString());
        json.Field("altFt"u8, report.AltBaroFt);
        json.Field("heightFt"u8, report.AltGeomFt);
        if (report.OnGround) json.Field("ground"u8, true);
        json.Field("speedKt"u8, report.SpeedKt);
        json.Field("trackDeg"u8, report.TrackDeg);
        json.Field("climbFtPerMin"u8, double.IsNaN(report.BaroRateFtPerMin) ? report.GeomRateFtPerMin : report.BaroRateFtPerMin);
        if (report.Squawk >= 0) json.Field("squawk"u8, new Mode3A((ushort)report.Squawk).ToString());
        json.Field("latDeg"u8, report.LatitudeDeg);
        json.Field("lonDeg"u8, report.LongitudeDeg);
        json.Field("seenPosS"u8, report.SeenPosS);
        json.Field("nic"u8, Known(report.Nic));
        json.Field("nacp"u8, Known(report.NacP));
        json.Field("nacv"u8, Known(report.NacV));
        json.Field("sil"u8, Known(report.Sil));
        json.Field("version"u8, Known(report.Version));
        json.Field("signalDb"u8, report.SignalDb);
        json.Close((byte)'}');
        lines!.OnRecord(Sources[(int)report.Source], json.WithoutComma);
    }

    public void OnRefusal(string item, string reason, int offset)
    {
        Begin(offset);
        json.Field("item"u8, item);
        json.Field("err"u8, reason);
        json.Close((byte)'}');
        lines!.OnRefusal("aircraft", json.WithoutComma);
    }

    private void Begin(int offset)
    {
        json.Length = 0;
        json.Append("{\"off\":"u8);
        json.Number((ulong)(framer.Start + offset));
    }

    private static double Known(sbyte category) => category < 0 ? double.NaN : category;
}
