using System.Text;
using System.Text.Json;
using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Wire.AircraftJson;
using Vedette.Wire.Tests.Lines;

namespace Vedette.Wire.Tests.AircraftJson;

public class AircraftJsonTests
{
    private static readonly double NowS = Feeding.Now.ToUnixSeconds();

    private const string Aircraft =
        """
        {"hex":"a3e31a","type":"adsb_icao","flight":"N35GR   ","r":"N35GR","alt_baro":45000,"alt_geom":45700,"gs":489.0,"track":90,"baro_rate":-64,
        "squawk":"3471","nav_modes":["autopilot","tcas"],"lat":35.208109,"lon":-110.373001,"nic":8,"rc":186,"seen_pos":1.939,"version":2,"nac_p":10,
        "nac_v":2,"sil":3,"mlat":[],"tisb":[],"messages":261,"seen":0.1,"rssi":-22.3,"lastPosition":{"lat":1,"lon":2}}
        """;

    [Fact]
    public void Every_member_that_is_read_reaches_the_plot_in_si()
    {
        var heard = Feeding.Feed(Decoder(), Document(Aircraft));
        var plot = Assert.Single(heard.Plots);
        Assert.Empty(heard.Refusals);
        Assert.Equal(PlotKind.Cooperative, plot.Kind);
        Assert.Equal(Feeding.Now.AddSeconds(-1.939), plot.TimeOfApplicability);
        Assert.Equal("A3E31A", plot.Address.ToString());
        Assert.Equal("N35GR", plot.Callsign.ToString());
        Assert.Equal(45_000, plot.Altitude!.Value.Feet, 6);
        Assert.Equal(45_700 * 0.3048, plot.Position!.Value.HeightM, 6);
        Assert.Equal(35.208109, plot.Position.Value.LatitudeDeg, 9);
        Assert.Equal(489 * 1852 / 3600.0, plot.VelocityEastMps, 9);
        Assert.Equal(-64 * 0.3048 / 60, plot.ClimbMps, 9);
        Assert.Equal("3471", plot.Code.ToString());
        Assert.Equal(new ClaimedIntegrity(2, 8, 10, 2, 3), plot.Integrity);
        Assert.Equal(10 / 2.4477, plot.SigmaPositionM, 3);
        Assert.Equal(-22.3, plot.AmplitudeDb);
    }

    [Fact]
    public void A_position_that_is_told_again_is_told_once()
    {
        string At(double nowS, double seenPosS, double latDeg) =>
            $$"""{"now":{{nowS}},"aircraft":[{"hex":"a3e31a","lat":{{latDeg}},"lon":2,"seen_pos":{{seenPosS}}}]}""";
        var heard = Feeding.Feed(Decoder(), At(NowS, 0.4, 50) + At(NowS + 1, 1.4, 50) + At(NowS + 2, 2.5, 50) + At(NowS + 3, 0.1, 50.01) + At(NowS + 4, 0.1, 50.01), Feeding.Now.AddSeconds(2));
        Assert.Equal([-0.4, 2.9, 3.9], heard.Plots.Select(p => Math.Round(p.TimeOfApplicability.SecondsSince(Feeding.Now), 3)));
        Assert.Equal(5, heard.Records);
    }

    [Theory]
    [InlineData("\"type\":\"mlat\"", PlotKind.Positioned)]
    [InlineData("\"type\":\"tisb_icao\"", PlotKind.Positioned)]
    [InlineData("\"type\":\"adsb_icao\",\"mlat\":[\"lat\",\"lon\"]", PlotKind.Positioned)]
    [InlineData("\"tisb\":[\"lat\"]", PlotKind.Positioned)]
    [InlineData("\"type\":\"adsr_icao\"", PlotKind.Cooperative)]
    [InlineData("\"mlat\":[\"gs\"]", PlotKind.Cooperative)]
    public void What_others_measured_is_not_the_aircrafts_claim(string members, PlotKind kind) =>
        Assert.Equal(kind, Assert.Single(Feeding.Feed(Decoder(), Document($$"""{"hex":"a3e31a","lat":1,"lon":2,{{members}}}""")).Plots).Kind);

    [Fact]
    public void The_ground_is_no_altitude_and_a_tilde_is_no_icao_address()
    {
        var plot = Assert.Single(Feeding.Feed(Decoder(), Document("""{"hex":"~2b3c4d","alt_baro":"ground","gs":12,"true_heading":90,"lat":1,"lon":2}""")).Plots);
        Assert.True(plot.OnGround);
        Assert.Null(plot.Altitude);
        Assert.Equal("~2B3C4D", plot.Address.ToString());
        Assert.True(plot.VelocityEastMps > 6);
    }

    [Fact]
    public void Aggregators_milliseconds_and_single_objects_are_read_too()
    {
        var v2 = $$"""{"ac":[{{Aircraft}}],"msg":"No error","now":{{NowS * 1000}},"total":1}""";
        var one = Aircraft.Insert(1, $"\"now\":{NowS},");
        Assert.Equal(Feeding.Now.AddSeconds(-1.939), Assert.Single(Feeding.Feed(Decoder(), v2).Plots).TimeOfApplicability);
        Assert.Equal(Feeding.Now.AddSeconds(-1.939), Assert.Single(Feeding.Feed(Decoder(), one + "\n").Plots).TimeOfApplicability);
    }

    [Fact]
    public void Old_positions_are_passed_over_and_a_wrong_clock_gives_the_arrival_less_the_age()
    {
        Assert.Empty(Feeding.Feed(Decoder(), Document("""{"hex":"a3e31a","lat":1,"lon":2,"seen_pos":61}""")).Plots);
        Assert.Equal(Feeding.Now.AddSeconds(3600 - 1.939), Assert.Single(Feeding.Feed(Decoder(), Document(Aircraft), Feeding.Now.AddSeconds(3600)).Plots).TimeOfApplicability);
    }

    [Theory]
    [InlineData("""{"lat":1,"lon":2}""", "hex")]
    [InlineData("""{"hex":"xyz","lat":1}""", "hex")]
    [InlineData("""{"hex":"a3e31a","lat":91}""", "lat")]
    [InlineData("""{"hex":"a3e31a","lon":"2"}""", "lon")]
    [InlineData("""{"hex":"a3e31a","squawk":"7800"}""", "squawk")]
    [InlineData("""{"hex":"a3e31a","alt_baro":"high"}""", "alt_baro")]
    [InlineData("""{"hex":"a3e31a","nac_p":99}""", "nac_p")]
    [InlineData("""{"hex":"a3e31a","gs":{"kt":3}}""", "gs")]
    [InlineData("""["hex"]""", "aircraft")]
    public void An_aircraft_that_cannot_be_read_is_named_and_the_others_are_kept(string bad, string member)
    {
        var document = Document(bad + "," + Aircraft);
        var heard = Feeding.Feed(Decoder(), document);
        Assert.Single(heard.Plots);
        var refusal = Assert.Single(heard.Refusals);
        Assert.Equal(member, refusal.Item);
        Assert.Equal(document.IndexOf(bad, StringComparison.Ordinal), refusal.Offset);
        var lines = JsonCollected.Of(FeedFormat.AircraftJson, document);
        Assert.Equal(refusal.Offset, Assert.Single(lines.Refusals).Json.GetProperty("off").GetInt32());
        Assert.Equal(45_700, Assert.Single(lines.Records).Json.GetProperty("heightFt").GetDouble());
    }

    [Fact]
    public void A_connection_that_broke_costs_its_object_and_at_most_the_next()
    {
        var whole = Document(Aircraft);
        for (var length = 1; length < whole.Length; length++)
        {
            var heard = Feeding.Feed(Decoder(), whole[..length] + "\n" + whole + "\n" + whole);
            Assert.InRange(heard.Plots.Count, 1, 2);
            Assert.InRange(heard.Refusals.Count, 0, 2);
        }
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter() =>
        Feeding.AssertPiecesDoNotMatter(Decoder, Encoding.ASCII.GetBytes(Document(Aircraft) + " noise " + Document("""{"hex":"no"}""") + "{\"a\":{" + Document(Aircraft)));

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Broken_documents_never_throw() => Feeding.AssertNeverThrows(Decoder, Encoding.ASCII.GetBytes(Document(Aircraft)));

    [Theory]
    [InlineData("json/aircraft_1.json")]
    [InlineData("json/aircraft_2.json")]
    [InlineData("json/aircraft_3.json")]
    [InlineData("golden/ulss7.readsb.aircraft_end.json")]
    public void Real_documents_give_every_fresh_position(string name)
    {
        var octets = File.ReadAllBytes(SharedData.Path($"adsb/{name}"));
        using var document = JsonDocument.Parse(octets);
        var list = document.RootElement.GetProperty("aircraft").EnumerateArray().ToList();
        var placed = list.Where(a => a.TryGetProperty("lat", out _) && a.GetProperty("seen_pos").GetDouble() <= 60).ToList();
        var heard = Feeding.Feed(Decoder(), octets, Feeding.Now, 1000);
        Assert.Empty(heard.Refusals);
        Assert.Equal(list.Count, heard.Records);
        Assert.Equal(
            placed.Select(a => (a.GetProperty("hex").GetString()!.ToUpperInvariant(), a.GetProperty("lat").GetDouble())),
            heard.Plots.Select(p => (p.Address.ToString()!, Math.Round(p.Position!.Value.LatitudeDeg, 9))));
    }

    private static string Document(string aircraft) => $$"""{"now":{{NowS}},"messages":12,"aircraft":[{{aircraft}}]}""";

    private static AircraftJsonDecoder Decoder() => new("feed", new SensorDirectory(), "station");
}
