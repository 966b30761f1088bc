using System.Text;
using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Wire.Sbs;
using Vedette.Wire.Tests.Beast;
using Vedette.Wire.Tests.Lines;

namespace Vedette.Wire.Tests.Sbs;

public class SbsTests
{
    private const string Flight =
        "MSG,1,1,1,4CA2AD,1,2026/03/01,12:00:00.000,2026/03/01,12:00:00.100,RYR3AB  ,,,,,,,,,,,0\r\n"
        + "MSG,6,1,1,4CA2AD,1,2026/03/01,12:00:00.100,2026/03/01,12:00:00.100,,,,,,,,2270,0,0,0,0\n"
        + "MSG,4,1,1,4CA2AD,1,2026/03/01,12:00:00.200,2026/03/01,12:00:00.300,,,361.4,90,,,-1728,,,,,0\n"
        + "MSG,3,1,1,4CA2AD,1,2026/03/01,12:00:00.500,2026/03/01,12:00:00.600,,15225,,,51.20522,-0.43106,,,0,0,0,0\n";

    [Fact]
    public void A_place_is_dressed_with_what_the_lines_before_it_said_of_the_same_aircraft()
    {
        var heard = Feeding.Feed(Decoder(), Flight);
        var plot = Assert.Single(heard.Plots);
        Assert.Empty(heard.Refusals);
        Assert.Equal(4, heard.Records);
        Assert.Equal(PlotKind.Cooperative, plot.Kind);
        Assert.Equal(new TransponderAddress(0x4CA2AD), plot.Address);
        Assert.Equal("RYR3AB", plot.Callsign.ToString());
        Assert.Equal("2270", plot.Code.ToString());
        Assert.Equal(361.4 * 1852 / 3600, plot.VelocityEastMps, 9);
        Assert.Equal(0, plot.VelocityNorthMps, 9);
        Assert.Equal(-1728 * 0.3048 / 60, plot.ClimbMps, 9);
        Assert.Equal(15_225, plot.Altitude!.Value.Feet, 6);
        Assert.Equal(51.20522, plot.Position!.Value.LatitudeDeg, 9);
        Assert.True(double.IsNaN(plot.Position.Value.HeightM));
        Assert.Equal(Feeding.Now.AddSeconds(0.5), plot.TimeOfApplicability);
        Assert.Equal(7, plot.Entry);
        Assert.False(plot.OnGround);
    }

    [Fact]
    public void A_station_in_another_time_zone_keeps_its_times_and_one_with_a_wrong_clock_gets_the_arrival()
    {
        Assert.Equal(Feeding.Now.AddSeconds(0.5), Assert.Single(Feeding.Feed(Decoder(), Flight.Replace(",12:", ",17:", StringComparison.Ordinal)).Plots).TimeOfApplicability);
        Assert.Equal(Feeding.Now, Assert.Single(Feeding.Feed(Decoder(), Flight.Replace(",12:00", ",12:07", StringComparison.Ordinal)).Plots).TimeOfApplicability);
        Assert.Equal(Feeding.Now, Assert.Single(Feeding.Feed(Decoder(), Flight.Replace("2026/03/01", "", StringComparison.Ordinal)).Plots).TimeOfApplicability);
    }

    [Fact]
    public void A_geometric_height_is_no_pressure_altitude()
    {
        var plot = Assert.Single(Feeding.Feed(Decoder(), Flight.Replace("15225", "15225H", StringComparison.Ordinal)).Plots);
        Assert.Null(plot.Altitude);
        Assert.Equal(15_225 * 0.3048, plot.Position!.Value.HeightM, 9);
    }

    [Fact]
    public void On_the_ground_there_is_no_altitude_and_an_address_marked_as_not_icao_stays_marked()
    {
        var heard = Feeding.Feed(Decoder(), "MSG,2,1,1,~4CA2AD,1,2026/03/01,12:00:00,2026/03/01,12:00:00,,0,12,181,51.1,-0.2,,,,,,-1\n");
        var plot = Assert.Single(heard.Plots);
        Assert.True(plot.OnGround);
        Assert.Null(plot.Altitude);
        Assert.False(plot.Address!.Value.IsIcao);
    }

    [Fact]
    public void The_places_of_a_multilateration_station_are_its_measurements()
    {
        var sensors = new SensorDirectory();
        sensors.Put(new Sensor { Id = SensorId.None, Name = "mlat", Kind = SensorKind.Multilateration });
        Assert.Equal(PlotKind.Positioned, Assert.Single(Feeding.Feed(new SbsDecoder("feed", sensors, "mlat"), Flight).Plots).Kind);
    }

    [Theory]
    [InlineData("MSG,9,1,1,4CA2AD,1,2026/03/01,12:00:00.500,,,,,,,,,,,,,,0", "transmission")]
    [InlineData("MSG,,1,1,4CA2AD,1", "transmission")]
    [InlineData("MSG,3,1,1,,1,2026/03/01,12:00:00.500,,,,,,,51,1", "address")]
    [InlineData("MSG,3,1,1,4CA2ADF,1,2026/03/01,12:00:00.500", "address")]
    [InlineData("MSG,3,1,1,4CA2AD,1,2026/02/30,12:00:00.500", "dateGenerated")]
    [InlineData("MSG,3,1,1,4CA2AD,1,2026/03/01,24:00:00.500", "timeGenerated")]
    [InlineData("MSG,3,1,1,4CA2AD,1,2026/03/01,12:00:00.500,2026/03/01,12:00:00,NINELONGX", "callsign")]
    [InlineData("MSG,3,1,1,4CA2AD,1,,,,,,high,,,51,1", "altitude")]
    [InlineData("MSG,3,1,1,4CA2AD,1,,,,,,,,,91,1", "latitude")]
    [InlineData("MSG,3,1,1,4CA2AD,1,,,,,,,,,51,181", "longitude")]
    [InlineData("MSG,3,1,1,4CA2AD,1,,,,,,,-5,,51,1", "groundSpeed")]
    [InlineData("MSG,3,1,1,4CA2AD,1,,,,,,,NaN,,51,1", "groundSpeed")]
    [InlineData("MSG,6,1,1,4CA2AD,1,,,,,,,,,,,,9999", "squawk")]
    [InlineData("MSG,8,1,1,4CA2AD,1,,,,,,,,,,,,,,,,yes", "onGround")]
    [InlineData("HELLO", "type")]
    public void A_line_that_cannot_be_read_is_named_by_line_and_field(string line, string field)
    {
        var heard = Feeding.Feed(Decoder(), "STA,,1,1,4CA2AD,1,2026/03/01,12:00:00,2026/03/01,12:00:00,OK\n" + line + "\n");
        Assert.Empty(heard.Plots);
        Assert.Equal(1, heard.Records);
        var refusal = Assert.Single(heard.Refusals);
        Assert.Equal($"line 2 field {field}", refusal.Item);
        Assert.Equal(61, refusal.Offset);
        Assert.Equal(field, Assert.Single(JsonCollected.Of(FeedFormat.Sbs, line + "\n").Refusals).Json.GetProperty("item").GetString());
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter() =>
        Assert.Single(Feeding.AssertPiecesDoNotMatter(Decoder, Encoding.ASCII.GetBytes(Flight + new string('x', 2000) + "\nMSG,3\n" + Flight[..100])).Plots);

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Broken_lines_never_throw() => Feeding.AssertNeverThrows(Decoder, Encoding.ASCII.GetBytes(Flight));

    [Fact]
    public void Each_line_is_json_in_the_units_of_the_format()
    {
        var lines = JsonCollected.Of(FeedFormat.Sbs, Flight);
        Assert.Equal(["MSG,1", "MSG,6", "MSG,4", "MSG,3"], lines.Records.Select(record => record.Kind));
        var place = lines.Records[3].Json;
        Assert.Equal(Flight.IndexOf("MSG,3", StringComparison.Ordinal), place.GetProperty("off").GetInt32());
        Assert.Equal(15_225, place.GetProperty("altFt").GetDouble());
        Assert.Equal("2026-03-01T12:00:00.500", place.GetProperty("generatedLocal").GetString());
        Assert.Equal("4CA2AD", place.GetProperty("icao").GetString());
        Assert.False(place.TryGetProperty("speedKt", out _));
    }

    [Theory]
    [InlineData("ulss7.beastblackbox.sbs")]
    [InlineData("ex1.readsb.sbs.xz")]
    [InlineData("short.readsb.sbs.xz")]
    [InlineData("thy9bp.readsb.sbs.xz")]
    [InlineData("ulss7err.readsb.sbs.xz")]
    public void Real_lines_give_every_place_and_address_that_is_in_them(string name)
    {
        var path = SharedData.Path($"adsb/golden/{name}");
        var lines = (name.EndsWith(".xz", StringComparison.Ordinal) ? Xz.Lines(path) : File.ReadLines(path)).Where(line => line.StartsWith("MSG", StringComparison.Ordinal)).ToList();
        var heard = Feeding.Feed(Decoder(), string.Join('\n', lines) + "\n");
        var told = lines.Select(line => line.Split(',')).Where(f => f.Length > 15 && f[14].Length > 0 && f[15].Length > 0).Select(f => (f[4], f[14], f[15])).ToList();
        Assert.Empty(heard.Refusals);
        Assert.Equal(lines.Count, heard.Records);
        Assert.Equal(
            told.Select(t => (t.Item1, double.Parse(t.Item2), double.Parse(t.Item3))),
            heard.Plots.Select(p => (p.Address!.Value.ToString(), Math.Round(p.Position!.Value.LatitudeDeg, 7), Math.Round(p.Position.Value.LongitudeDeg, 7))));
    }

    private static SbsDecoder Decoder() => new("feed", new SensorDirectory(), "station");
}
