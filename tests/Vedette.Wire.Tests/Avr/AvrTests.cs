using System.Text;
using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Wire.Avr;
using Vedette.Wire.Beast;
using Vedette.Wire.Tests.Beast;
using Vedette.Wire.Tests.Lines;

namespace Vedette.Wire.Tests.Avr;

public class AvrTests
{
    private const string Even = "8D40621D58C382D690C8AC2863A7", Odd = "8D40621D58C386435CC412692AD6";

    [Theory]
    [InlineData("*{0};\n*{1};\n")]
    [InlineData("*{0};\r\n:{1};\r\n")]
    [InlineData("@00000000ABCD{0};\n@0000000FABCD{1};\n")]
    [InlineData("%00000000ABCD{0};\n%0000000FABCD{1};\n")]
    [InlineData("<00000000ABCD80{0};\n<0000000FABCD80{1};\n")]
    [InlineData("*{0}; *{1};\n")]
    [InlineData("*{0};(120,30,1a2b)\n*{1};(120,30,1a2b)\n")]
    public void Two_halves_of_a_place_make_a_plot_whatever_the_mark(string text)
    {
        var heard = Feeding.Feed(Decoder(), string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Odd, Even));
        Assert.Empty(heard.Refusals);
        Assert.Equal(2, heard.Records);
        var plot = Assert.Single(heard.Plots);
        Assert.Equal(new TransponderAddress(0x40621D), plot.Address);
        Assert.Equal(52.2572, plot.Position!.Value.LatitudeDeg, 3);
        Assert.Equal(text[0] == '<', !double.IsNaN(plot.AmplitudeDb));
    }

    [Fact]
    public void Counters_give_the_times_between_messages()
    {
        var decoder = Decoder();
        var heard = new Intake();
        string[] lines = [$"@000000000001{Even};\n", $"@000000B71B01{Odd};\n", $"@0000016E3601{Even};\n"];
        double[] delaysS = [0.1, 0.4, 0.2];
        for (var i = 0; i < lines.Length; i++) decoder.Decode(Encoding.ASCII.GetBytes(lines[i]), Feeding.Now.AddSeconds(i + delaysS[i]), 1, heard);
        Assert.Equal(2, heard.Plots.Count);
        Assert.Equal(1, heard.Plots[1].TimeOfApplicability.SecondsSince(heard.Plots[0].TimeOfApplicability), 3);
    }

    [Theory]
    [InlineData("8D40621D58C382D690C8AC2863A7;", "mark")]
    [InlineData("*8D40621D58C382D690C8AC2863A7", "end")]
    [InlineData("*8D40621D58C382D690C8AC2863;", "message")]
    [InlineData("*8D40621D58C382D690C8AC2863G7;", "message")]
    [InlineData("@00000000AB;", "counter")]
    [InlineData("<00000000ABCDX;", "signal")]
    public void A_frame_that_cannot_be_read_is_named_by_line_and_field(string line, string field)
    {
        var heard = Feeding.Feed(Decoder(), $"*{Even};\n{line}\n");
        Assert.Equal(1, heard.Records);
        Assert.Equal($"line 2 field {field}", Assert.Single(heard.Refusals).Item);
        Assert.Equal(field, Assert.Single(JsonCollected.Of(FeedFormat.Avr, line + "\n").Refusals).Json.GetProperty("item").GetString());
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter() =>
        Feeding.AssertPiecesDoNotMatter(Decoder, Encoding.ASCII.GetBytes($"*{Even};\n*{Odd};*1234;\nnoise\n*{Even};\n*{Odd};\n"));

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Broken_text_never_throws() => Feeding.AssertNeverThrows(Decoder, Encoding.ASCII.GetBytes($"@00000000ABCD{Even};\n*{Odd};*1234;\n"));

    [Fact]
    public void A_recording_in_text_says_what_the_same_recording_says_in_beast()
    {
        var (beast, avr) = (new BeastDecoder("feed", new SensorDirectory(), "receiver"), Decoder());
        var (binary, heard) = (new Intake(), new Intake());
        using var recording = File.OpenRead(SharedData.Path("adsb/ulss7.beast"));
        foreach (var piece in BeastRecording.Read(recording, Feeding.Now))
        {
            beast.Decode(piece.Octets.Span, piece.At!.Value, 1, binary);
            avr.Decode(Encoding.ASCII.GetBytes(InText(piece.Octets.Span)), piece.At.Value, 1, heard);
        }

        Assert.True(heard.Plots.Count > 1400);
        Assert.Equal(binary.Records, heard.Records);
        Assert.Equal(binary.Plots, heard.Plots);
    }

    [Fact]
    public void The_real_text_has_the_messages_of_its_binary_twin()
    {
        var heard = Feeding.Feed(Decoder(), File.ReadAllText(SharedData.Path("adsb/modes1.avr")));
        Assert.DoesNotContain(heard.Refusals, refusal => refusal.Item.StartsWith("line", StringComparison.Ordinal));
        var recording = TextFormats.Of(FeedFormat.Avr)!.Read(File.OpenRead(SharedData.Path("adsb/modes1.avr")), Feeding.Now).ToList();
        Assert.All(recording, piece => Assert.InRange(piece.At!.Value.SecondsSince(Feeding.Now), 0, 10));
        Assert.Equal(new FileInfo(SharedData.Path("adsb/modes1.avr")).Length, recording.Sum(piece => piece.Octets.Length));
    }

    private static string InText(ReadOnlySpan<byte> beast)
    {
        var text = new StringBuilder();
        var framer = new BeastFramer();
        int position = 0, start = 0;
        while (framer.Next(beast, ref position, ref start) == BeastEvent.Frame) text.Append('<').Append(Convert.ToHexString(framer.Body)).Append(";\n");
        return text.ToString();
    }

    private static AvrDecoder Decoder() => new("feed", new SensorDirectory(), "receiver");
}
