using System.Text;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.AircraftJson;
using Vedette.Wire.Containers;
using Vedette.Wire.JsonStreams;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Traces;

/// <summary>
/// Trace files as recordings: each point a piece at its time, in the form of the aircraft object that would have told it, so that it replays
/// like any feed of aircraft.json. One document is held in memory at a time.
/// </summary>
internal static class TraceRecording
{
    private const int BufferOctets = 1 << 16;

    public static bool LooksLikeTrace(ReadOnlySpan<byte> head) => JsonNames.HasOneOf(head, "trace");

    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start)
    {
        var framer = new JsonObjectFramer();
        var buffer = new byte[BufferOctets];
        int read;
        while ((read = recording.Read(buffer)) > 0)
        {
            var position = 0;
            while (true)
            {
                var points = new Points(start);
                var what = framer.Next(buffer.AsSpan(0, read), ref position, out var whole);
                if (what == JsonEvent.NeedMore) break;
                if (what == JsonEvent.Object) TraceDocument.Read(whole, points);
                foreach (var (at, octets, offset) in points.Told) yield return new(at, octets, framer.Start + offset);
            }
        }
    }

    private sealed class Points(Instant start) : IAircraftTaker
    {
        private readonly Utf8Text text = new();
        private Instant last = start;

        public List<(Instant At, byte[] Octets, int Offset)> Told { get; } = [];

        public void OnAircraft(in AircraftReport report, double nowS, int offset)
        {
            last = Instant.FromUnixSeconds(nowS);
            Told.Add((last, AircraftText.Write(report, text), offset));
        }

        /// <summary>Passed on as it would have come: the feed refuses it by name.</summary>
        public void OnRefusal(string item, string reason, int offset) => Told.Add((last, Encoding.ASCII.GetBytes($"{{\"{item}\":\"{reason}\"}}\n"), offset));
    }
}

/// <summary>An aircraft object with a time of its own, in readsb's names.</summary>
internal static class AircraftText
{
    private static readonly string[] Types = ["unknown", "adsb_icao", "mlat", "tisb_icao", "mode_s"];

    public static byte[] Write(in AircraftReport report, Utf8Text json)
    {
        json.Length = 0;
        json.Append((byte)'{');
        json.Field("now"u8, Math.Round(report.NowS, 3));
        json.Field("hex"u8, new TransponderAddress(report.Address).ToString().ToLowerInvariant());
        json.Field("type"u8, Types[(int)report.Source]);
        json.Field("flight"u8, report.Flight.ToString());
        if (report.OnGround) json.Field("alt_baro"u8, "ground"u8);
        else json.Field("alt_baro"u8, report.AltBaroFt);
        json.Field("alt_geom"u8, report.AltGeomFt);
        json.Field("gs"u8, report.SpeedKt);
        json.Field("track"u8, report.TrackDeg);
        json.Field("baro_rate"u8, report.BaroRateFtPerMin);
        json.Field("geom_rate"u8, report.GeomRateFtPerMin);
        if (report.Squawk >= 0) json.Field("squawk"u8, new Mode3A((ushort)report.Squawk).ToString());
        json.Field("lat"u8, report.LatitudeDeg);
        json.Field("lon"u8, report.LongitudeDeg);
        json.Field("version"u8, Known(report.Version));
        json.Field("nic"u8, Known(report.Nic));
        json.Field("nac_p"u8, Known(report.NacP));
        json.Field("nac_v"u8, Known(report.NacV));
        json.Field("sil"u8, Known(report.Sil));
        json.Field("seen_pos"u8, 0.0);
        json.Close((byte)'}');
        json.Length--;
        json.Append((byte)'\n');
        return json.Written.ToArray();
    }

    private static double Known(sbyte category) => category < 0 ? double.NaN : category;
}
