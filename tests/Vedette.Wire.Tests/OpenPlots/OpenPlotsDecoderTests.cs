using System.Text;
using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.OpenPlots;

namespace Vedette.Wire.Tests.OpenPlots;

public class OpenPlotsDecoderTests
{
    private const string Header = "id,sensor,kind,t,t_arr,range,az,el,rr,lat,lon,alt,vn,ve,m3a,addr\n";

    private const string Rows =
        "0,east,psr,0.423,0.926,100515.7,143.325,,,,,,,,,\n"
        + "1,east,cmb,0.080,0.823,136095.6,167.724,3.819,-12.50,,,11010.9,,,2220,4B2446\r\n"
        + "2,east,north,6.000,6.350,,,,,,,,,,,\n"
        + "3,post,acoustic,7.1,7.6,,331.998,,,,,,,,,\n"
        + "4,tower,adsb,8.014,9.544,,,,,50.7131327,21.9751285,11963.4,-149.65,-157.65,,49B112\n";

    private static readonly Instant Origin = Instant.FromUtc(2026, 1, 1);

    [Fact]
    public void Every_field_of_every_kind_is_read()
    {
        var heard = Read(Header + Rows);
        Assert.Empty(heard.Refusals);
        Assert.Equal(4, heard.Plots.Count);
        Assert.Single(heard.Messages);

        var combined = heard.Plots[1];
        Assert.Equal(PlotKind.Combined, combined.Kind);
        Assert.Equal(136095.6, combined.RangeM);
        Assert.Equal(167.724, combined.AzimuthRad / Angle.RadiansPerDegree, 9);
        Assert.Equal(3.819, combined.ElevationRad / Angle.RadiansPerDegree, 9);
        Assert.Equal(-12.5, combined.RangeRateMps);
        Assert.Equal(11010.9, combined.Altitude!.Value.Metres);
        Assert.Equal("2220", combined.Code!.Value.ToString());
        Assert.Equal(0x4B2446, combined.Address!.Value.Value);
        Assert.Equal(Origin.AddSeconds(0.08), combined.TimeOfApplicability);
        Assert.Equal(Origin.AddSeconds(0.823), combined.ReceivedAt);

        var claimed = heard.Plots[3];
        Assert.Equal(50.7131327, claimed.Position!.Value.LatitudeDeg, 9);
        Assert.Equal(11963.4, claimed.Position!.Value.HeightM);
        Assert.Equal(-157.65, claimed.VelocityEastMps);
        Assert.Equal(-149.65, claimed.VelocityNorthMps);
        Assert.Equal(PlotKind.Bearing, heard.Plots[2].Kind);
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter()
    {
        var text = Header + Rows;
        var whole = Read(text);
        Gen.Int[1, 40].Array[1, 30].Sample(sizes =>
        {
            var heard = new Heard();
            var decoder = Decoder();
            var octets = Encoding.ASCII.GetBytes(text);
            for (int at = 0, i = 0; at < octets.Length; i++)
            {
                var size = Math.Min(sizes[i % sizes.Length], octets.Length - at);
                decoder.Decode(octets.AsSpan(at, size), Origin, 0, heard);
                at += size;
            }

            Assert.Equal(whole.Plots, heard.Plots);
            Assert.Equal(whole.Messages, heard.Messages);
        });
    }

    [Fact]
    public void Columns_may_stand_in_another_order_when_the_header_says_so()
    {
        var heard = Read("kind,az,sensor,colour,t_arr,t,range\npsr,10,east,red,2,1,5000\n");
        Assert.Empty(heard.Refusals);
        Assert.Equal(5000, Assert.Single(heard.Plots).RangeM);
    }

    [Theory]
    [InlineData("5,east,psr,1,2,abc,10,,,,,,,,,", "line 2 field range")]
    [InlineData("5,east,psr,1,2,,10,,,,,,,,,", "line 2 field range")]
    [InlineData("5,east,psr,1,2,1000,,,,,,,,,,", "line 2 field az")]
    [InlineData("5,east,radar,1,2,1000,10,,,,,,,,,", "line 2 field kind")]
    [InlineData("5,nobody,psr,1,2,1000,10,,,,,,,,,", "line 2 field sensor")]
    [InlineData("5,east,psr,,2,1000,10,,,,,,,,,", "line 2 field t")]
    [InlineData("5,east,psr,1,2,1000,10,,,,,,,,9999,", "line 2 field m3a")]
    [InlineData("5,east,psr,1,2,1000,10,,,,,,,,,XYZ", "line 2 field addr")]
    [InlineData("5,east,psr,1,2,NaN,10,,,,,,,,,", "line 2 field range")]
    [InlineData("5,tower,adsb,1,2,,,,,95.0,20,,,,,", "line 2 field lat")]
    public void A_malformed_row_is_named_by_line_and_field(string row, string item)
    {
        var heard = Read(Header + row + "\n");
        Assert.Empty(heard.Plots);
        Assert.Equal(item, Assert.Single(heard.Refusals).Item);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void A_row_cut_anywhere_never_throws_and_what_follows_is_read()
    {
        var row = Rows.Split('\n')[1];
        for (var length = 1; length < row.Length; length++)
        {
            var heard = Read(Header + row[..length] + "\n" + Rows);
            Assert.True(heard.Plots.Count is 4 or 5);
            Assert.Equal(1, heard.Plots.Count - 4 + heard.Refusals.Count);
        }
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Random_octets_never_throw()
    {
        Gen.Byte.Array[0, 400].Sample(octets =>
        {
            var heard = new Heard();
            var decoder = Decoder();
            decoder.Decode(octets, Origin, 1, heard);
            decoder.Decode("\n"u8, Origin, 1, heard);
        });
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Rows_with_octets_changed_never_throw_and_are_counted_one_way_or_the_other()
    {
        var row = "1,east,cmb,0.080,0.823,136095.6,167.724,3.819,-12.50,,,11010.9,,,2220,4B2446";
        Gen.Select(Gen.Int[0, row.Length - 1], Gen.Char[' ', '~']).Sample((at, c) =>
        {
            var heard = Read(Header + row[..at] + c + row[(at + 1)..] + "\n");
            Assert.True(heard.Plots.Count + heard.Messages.Count + heard.Refusals.Count == 1);
        });
    }

    [Fact]
    public void A_line_without_end_is_refused_once_and_left_behind()
    {
        var heard = Read(Header + new string('7', 5000) + "\n" + Rows);
        Assert.Single(heard.Refusals);
        Assert.Equal(4, heard.Plots.Count);
    }

    private static Heard Read(string text)
    {
        var heard = new Heard();
        Decoder().Decode(Encoding.ASCII.GetBytes(text), Origin, 0, heard);
        return heard;
    }

    private static OpenPlotsDecoder Decoder()
    {
        var sensors = new SensorDirectory();
        sensors.Put(new() { Id = SensorId.None, Name = "east", Kind = SensorKind.Radar2D, Position = Geodetic.FromDegrees(50, 23) });
        sensors.Put(new() { Id = SensorId.None, Name = "post", Kind = SensorKind.Acoustic, Position = Geodetic.FromDegrees(50, 23) });
        sensors.Put(new() { Id = SensorId.None, Name = "tower", Kind = SensorKind.Adsb, Position = Geodetic.FromDegrees(50, 23) });
        return new("test", sensors, Origin);
    }

    private sealed class Heard : IIntake
    {
        public List<Plot> Plots { get; } = [];

        public List<SensorMessage> Messages { get; } = [];

        public List<Refusal> Refusals { get; } = [];

        public void OnPlot(in Plot plot) => Plots.Add(plot);

        public void OnSensorMessage(in SensorMessage message) => Messages.Add(message);

        public void OnRefusal(in Refusal refusal) => Refusals.Add(refusal);

        public void OnRecord()
        {
        }
    }
}
