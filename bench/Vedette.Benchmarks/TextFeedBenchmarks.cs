using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Wire;

namespace Vedette.Benchmarks;

/// <summary>Ten thousand records of each text format to plots, in pieces of 64 KB as they come from a socket.</summary>
[MemoryDiagnoser]
public class TextFeedBenchmarks
{
    private const int Records = 10_000;
    private const int PieceOctets = 1 << 16;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 12);

    private byte[] octets = [];
    private IFeedDecoder decoder = null!;

    [Params(FeedFormat.Sbs, FeedFormat.Avr, FeedFormat.AircraftJson, FeedFormat.Ogn, FeedFormat.Uat)]
    public FeedFormat Format { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Records; i++) text.Append(CultureInfo.InvariantCulture, $"{Line(i)}\n");
        octets = Encoding.ASCII.GetBytes(text.ToString());
        decoder = StandardRooms.Create().Decoder(new FeedConfiguration("feed", Format), new SensorDirectory());
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public long Read()
    {
        var sink = new CountingSink();
        for (var at = 0; at < octets.Length; at += PieceOctets) decoder.Decode(octets.AsSpan(at, Math.Min(PieceOctets, octets.Length - at)), Now, 1, sink);
        return sink.Records;
    }

    private string Line(int i) => Format switch
    {
        FeedFormat.Sbs => string.Create(CultureInfo.InvariantCulture, $"MSG,3,1,1,4CA{i % 500:X3},1,2026/03/01,12:00:00.500,2026/03/01,12:00:00.600,,{15_225 + (i % 50)},,,51.{i % 100_000:D5},-0.43106,,,0,0,0,0"),
        FeedFormat.Avr => i % 2 == 0 ? "*8D40621D58C382D690C8AC2863A7;" : "*8D40621D58C386435CC412692AD6;",
        FeedFormat.Ogn => string.Create(CultureInfo.InvariantCulture, $"FLRDDA{i % 500:X3}>OGFLR,qAS,LFMX:/1159{i % 60:D2}h4415.41N/00600.03E'342/049/A=005524 !W{i % 10}{i % 7}! id0ADDA{i % 500:X3} -454fpm -1.1rot 8.8dB 0e +51.2kHz gps4x5"),
        FeedFormat.Uat => "-00a66ef135445d525a0c0519119021204800;rs=1;rssi=-20.1;t=1772366400.123;",
        _ => string.Create(CultureInfo.InvariantCulture, $$"""{"now":1772366400.0,"hex":"4ca{{i % 500:x3}}","type":"adsb_icao","flight":"RYR3AB  ","alt_baro":35000,"alt_geom":35700,"gs":489.0,"track":67.26,"baro_rate":-64,"squawk":"3471","emergency":"none","category":"A3","nav_qnh":1013.6,"lat":51.{{i:D5}},"lon":-0.373001,"nic":8,"rc":186,"seen_pos":0.1,"version":2,"nic_baro":1,"nac_p":10,"nac_v":2,"sil":3,"sil_type":"perhour","mlat":[],"tisb":[],"messages":261,"seen":0.1,"rssi":-22.3}"""),
    };

    private sealed class CountingSink : IIntake
    {
        public long Records { get; private set; }

        public void OnPlot(in Plot plot)
        {
        }

        public void OnSensorMessage(in SensorMessage message)
        {
        }

        public void OnRefusal(in Refusal refusal) => throw new InvalidOperationException(refusal.ToString());

        public void OnRecord() => Records++;
    }
}
