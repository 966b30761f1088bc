using System.Text;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.Ogn;
using Vedette.Wire.Tests.Lines;

namespace Vedette.Wire.Tests.Ogn;

public class OgnTests
{
    private const string Glider = "ICA4B0E3A>OGFLR,qAS,Letzi:/115958h4711.75N/00802.59W'090/100/A=006498 !W57! id054B0E3A -396fpm +0.5rot FL062.30 9.0dB 0e -6.3kHz gps4x3";

    [Fact]
    public void Every_field_of_a_beacon_reaches_the_plot_in_si()
    {
        var heard = Feeding.Feed(Decoder(), Glider + "\r\n");
        var plot = Assert.Single(heard.Plots);
        Assert.Empty(heard.Refusals);
        Assert.Equal(Feeding.Now.AddSeconds(-2), plot.TimeOfApplicability);
        Assert.Equal(47 + (11.755 / 60), plot.Position!.Value.LatitudeDeg, 9);
        Assert.Equal(-8 - (2.597 / 60), plot.Position.Value.LongitudeDeg, 9);
        Assert.Equal(6498 * 0.3048, plot.Position.Value.HeightM, 6);
        Assert.Equal(6230, plot.Altitude!.Value.Feet, 6);
        Assert.Equal(100 * 1852 / 3600.0, plot.VelocityEastMps, 9);
        Assert.Equal(-396 * 0.3048 / 60, plot.ClimbMps, 9);
        Assert.Equal("4B0E3A", plot.Address.ToString());
        Assert.Equal(4.04, plot.SigmaPositionM, 2);
        Assert.Equal(9, plot.AmplitudeDb);
        Assert.Equal(PlotKind.Cooperative, plot.Kind);
    }

    [Theory]
    [InlineData("id05", "4B0E3A")]
    [InlineData("id06", "~4B0E3A")]
    [InlineData("id07", "~4B0E3A")]
    [InlineData("id45", null)]
    [InlineData("id85", null)]
    [InlineData("idC6", null)]
    public void Addresses_are_told_apart_and_nobody_is_named_who_asked_not_to_be_tracked(string flags, string? address)
    {
        var line = Glider.Replace("id05", flags, StringComparison.Ordinal) + " fnDMYDX";
        var plot = Assert.Single(Feeding.Feed(Decoder(), line + "\n").Plots);
        Assert.Equal(address, plot.Address?.ToString());
        Assert.Equal(address is null ? "" : "DMYDX", plot.Callsign.ToString());
        Assert.True(plot.Position!.Value.LatitudeDeg > 47);

        var kept = Encoding.ASCII.GetString(new OgnPrivacy().Filter(Encoding.ASCII.GetBytes(line + "\n")));
        Assert.Equal(line.Length + 1, kept.Length);
        Assert.Equal(address is not null, kept.Contains("4B0E3A", StringComparison.Ordinal));
        Assert.Equal(address is not null, kept.Contains("DMYDX", StringComparison.Ordinal));
        Assert.Equal(plot, Assert.Single(Feeding.Feed(Decoder(), kept).Plots));
        var json = Assert.Single(JsonCollected.Of(FeedFormat.Ogn, line + "\n").Records).Json;
        Assert.Equal(address is null, json.TryGetProperty("anonymous", out _));
        Assert.Equal(address is not null, json.TryGetProperty("address", out _));
    }

    [Fact]
    public void A_recording_is_cleaned_as_it_is_read()
    {
        var octets = Encoding.ASCII.GetBytes(Glider + "\n" + Glider.Replace("id05", "id45", StringComparison.Ordinal) + "\n");
        var text = Encoding.ASCII.GetString([.. TextFormats.Of(FeedFormat.Ogn)!.Read(new MemoryStream(octets), Feeding.Now).SelectMany(piece => piece.Octets.ToArray())]);
        Assert.Equal(octets.Length, text.Length);
        Assert.Equal(2, text.Split("4B0E3A").Length - 1);
    }

    [Fact]
    public void A_beacon_that_several_receivers_passed_on_counts_once()
    {
        var heard = Feeding.Feed(Decoder(), Glider + "\n" + Glider.Replace("Letzi", "LSGS", StringComparison.Ordinal) + "\n");
        Assert.Single(heard.Plots);
        Assert.Equal(2, heard.Records);
    }

    [Theory]
    [InlineData("# aprsc 2.1.4-g408ed49 17 Mar 2018 09:30:36 GMT GLIDERN1 37.187.40.234:14580")]
    [InlineData("LILH>OGNSDR,TCPIP*,qAC,GLIDERN2:/132201h4457.61NI00900.58E&/A=000423")]
    [InlineData("LILH>OGNSDR,TCPIP*,qAC,GLIDERN2:>132201h v0.2.7.RPI-GPU CPU:0.7")]
    [InlineData("FNT0828B8>OGNFNT,qAS,Huenenb2:/210414h4710.43N/00826.96E_152/001g002t057r000p000h48b10227 0.0dB")]
    public void What_does_not_fly_is_counted_and_makes_no_plot(string line)
    {
        var heard = Feeding.Feed(Decoder(), line + "\n");
        Assert.Equal((1, 0, 0), (heard.Records, heard.Plots.Count, heard.Refusals.Count));
    }

    [Theory]
    [InlineData("hello", "header")]
    [InlineData("ICA4B0E3A>OGFLR,qAS,Letzi:/995959h4711.75N/00802.59E'", "time")]
    [InlineData("ICA4B0E3A>OGFLR,qAS,Letzi:/115959h4711.75N", "position")]
    [InlineData("ICA4B0E3A>OGFLR,qAS,Letzi:/115959h9111.75N/00802.59E'", "latitude")]
    [InlineData("ICA4B0E3A>OGFLR,qAS,Letzi:/115959h4711.75N/00802.59X'", "longitude")]
    [InlineData("ICA4B0E3A>OGFLR,qAS,Letzi:/115959h4711.75N/00802.59E' !WXX!", "precision")]
    public void A_position_that_cannot_be_read_is_named_by_line_and_field(string line, string field)
    {
        var heard = Feeding.Feed(Decoder(), Glider + "\n" + line + "\n");
        Assert.Single(heard.Plots);
        Assert.Equal($"line 2 field {field}", Assert.Single(heard.Refusals).Item);
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter() =>
        Feeding.AssertPiecesDoNotMatter(Decoder, Encoding.ASCII.GetBytes($"{Glider}\r\nnoise\n{Glider.Replace("115958", "115959", StringComparison.Ordinal)}\n"));

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Broken_lines_never_throw()
    {
        Feeding.AssertNeverThrows(Decoder, Encoding.ASCII.GetBytes(Glider + "\n"));
        Feeding.AssertNeverThrows(() => new Through(Decoder()), Encoding.ASCII.GetBytes(Glider.Replace("id05", "id45", StringComparison.Ordinal) + "\n"));
    }

    [Fact]
    public void Every_message_that_the_network_calls_valid_is_read()
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("adsb/ogn/valid_messages"), "*.txt").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#').ToList();
            var heard = Feeding.Feed(Decoder(), string.Join('\n', lines) + "\n");
            Assert.True(heard.Refusals.Count == 0, $"{Path.GetFileName(file)}: {string.Join("; ", heard.Refusals.Take(3))}");
            Assert.Equal(lines.Count, heard.Records);
        }
    }

    private static OgnDecoder Decoder() => new("feed", new SensorDirectory(), "network");

    /// <summary>A decoder behind the filter, as a live feed has it.</summary>
    private sealed class Through(IFeedDecoder decoder) : IFeedDecoder
    {
        private readonly OgnPrivacy privacy = new();

        public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake) => decoder.Decode(privacy.Filter(octets), receivedAt, entry, intake);
    }
}
