using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.AircraftJson;
using Vedette.Wire.Tests.Beast;
using Vedette.Wire.Tests.Lines;

namespace Vedette.Wire.Tests.Traces;

public class TraceTests
{
    private static readonly double StartS = Feeding.Now.ToUnixSeconds();

    private static readonly string Trace =
        $$"""
        {"icao":"3c66b0","r":"D-AIUP","timestamp":{{StartS}},"trace":[
        [0.5,49.2,10.6,25125,446.5,309.0,0,-2176,{"type":"adsb_icao","flight":"DLH7YA  ","squawk":"1000","nac_p":8,"version":2},"adsb_icao",25875,-2208,335,-10.7],
        [8.6,49.3,10.5,24825,446.0,306.6,12,-2176,null,"mlat",null,null,null,null],
        [20,49.4,10.4,"ground",12.0,null,2,null,null],
        [30,49.5,10.3,null,null,null,1,null,null]]}
        """;

    [Fact]
    public void Each_point_replays_at_its_time_with_what_was_told_beside_it()
    {
        var plots = Replay(Encoding.UTF8.GetBytes(Trace)).Plots;
        Assert.Equal([0.5, 8.6, 20, 30], plots.Select(p => Math.Round(p.TimeOfApplicability.SecondsSince(Feeding.Now), 6)));
        Assert.All(plots, p => Assert.Equal("3C66B0", p.Address.ToString()));
        Assert.Equal(25_125, plots[0].Altitude!.Value.Feet, 6);
        Assert.Equal(25_875 * 0.3048, plots[0].Position!.Value.HeightM, 6);
        Assert.Equal(PlotKind.Cooperative, plots[0].Kind);
        Assert.Null(plots[1].Altitude);
        Assert.Equal(24_825 * 0.3048, plots[1].Position!.Value.HeightM, 6);
        Assert.Equal(PlotKind.Positioned, plots[1].Kind);
        Assert.Equal("DLH7YA", plots[1].Callsign.ToString());
        Assert.Equal("1000", plots[1].Code.ToString());
        Assert.Equal(-2176 * 0.3048 / 60, plots[1].ClimbMps, 6);
        Assert.True(plots[2].OnGround);
        Assert.True(plots[2].Callsign.IsBlank);
        Assert.True(double.IsNaN(plots[3].VelocityEastMps));
    }

    [Theory]
    [InlineData("[1,91,10,1]", "trace[1]")]
    [InlineData("[1,49]", "trace[2]")]
    [InlineData("[null,49,10]", "trace[0]")]
    [InlineData("[1,49,10,\"high\"]", "trace[3]")]
    [InlineData("{}", "trace")]
    public void A_row_that_cannot_be_read_is_named_and_the_others_are_kept(string row, string item)
    {
        var text = Trace.Replace("\"trace\":[", "\"trace\":[" + row + ",", StringComparison.Ordinal);
        Assert.Equal(4, Replay(Encoding.UTF8.GetBytes(text)).Plots.Count);
        var lines = new JsonCollected();
        TextFormats.All.Single(format => format.Name == "trace").Json().Write(Encoding.UTF8.GetBytes(text), lines);
        Assert.Equal(4, lines.Records.Count);
        var refusal = Assert.Single(lines.Refusals).Json;
        Assert.Equal(item, refusal.GetProperty("item").GetString());
        Assert.Equal(text.IndexOf(row, StringComparison.Ordinal), refusal.GetProperty("off").GetInt32());
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Broken_files_never_throw() => Gen.Select(Gen.Int[0, Trace.Length - 1], Gen.Byte).Array[1, 10].Sample(changes =>
    {
        var octets = Encoding.UTF8.GetBytes(Trace);
        foreach (var (at, octet) in changes) octets[at] = octet;
        Replay(octets);
        TextFormats.All.Single(format => format.Name == "trace").Json().Write(octets, new JsonCollected());
    });

    [Fact]
    public void Every_point_of_real_files_is_read()
    {
        foreach (var path in Directory.GetFiles(SharedData.Path("adsb/json/traces"), "*.json"))
        {
            using var unpacking = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            var unpacked = new MemoryStream();
            unpacking.CopyTo(unpacked);
            using var document = JsonDocument.Parse(unpacked.ToArray());
            var rows = document.RootElement.GetProperty("trace").EnumerateArray().ToList();
            var heard = Replay(unpacked.ToArray());
            Assert.Empty(heard.Refusals);
            Assert.Equal(rows.Select(row => row[1].GetDouble()), heard.Plots.Select(p => Math.Round(p.Position!.Value.LatitudeDeg, 9)));
        }
    }

    private static Intake Replay(byte[] octets)
    {
        var format = TextFormats.All.Single(known => known.Name == "trace");
        var decoder = new AircraftJsonDecoder("feed", new SensorDirectory(), "station");
        var heard = new Intake();
        var last = Instant.MinValue;
        foreach (var piece in format.Read(new MemoryStream(octets), Feeding.Now))
        {
            last = Instant.Max(last, piece.At!.Value);
            decoder.Decode(piece.Octets.Span, last, 1, heard);
        }

        return heard;
    }
}
