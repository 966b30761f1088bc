using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Wire.Tests.Lines;
using Vedette.Wire.Uat;

namespace Vedette.Wire.Tests.Uat;

public partial class UatTests
{
    private const string Basic = "-00a66ef135445d525a0c0519119021204800;";

    [Fact]
    public void A_message_becomes_a_plot_in_si()
    {
        var heard = Feeding.Feed(Decoder(), Basic + "rs=1;rssi=-12.5;\n");
        var plot = Assert.Single(heard.Plots);
        Assert.Empty(heard.Refusals);
        Assert.Equal("A66EF1", plot.Address.ToString());
        Assert.Equal(37.4534, plot.Position!.Value.LatitudeDeg, 3);
        Assert.Equal(1000, plot.Altitude!.Value.Feet, 6);
        Assert.True(double.IsNaN(plot.Position.Value.HeightM));
        Assert.Equal(-12.5, plot.AmplitudeDb);
        Assert.Equal(Feeding.Now, plot.TimeOfApplicability);
        Assert.Equal(PlotKind.Cooperative, plot.Kind);
    }

    [Fact]
    public void A_sender_coupled_to_utc_tells_where_it_was_when_the_second_began()
    {
        var unixS = Feeding.Now.ToUnixSeconds() - 0.4;
        var plot = Assert.Single(Feeding.Feed(Decoder(), Basic + string.Create(CultureInfo.InvariantCulture, $"t={unixS:F3};\n")).Plots);
        Assert.Equal(Feeding.Now.AddSeconds(-1), plot.TimeOfApplicability);
        Assert.Equal(Feeding.Now, Assert.Single(Feeding.Feed(Decoder(), Basic + "t=12.5;\n").Plots).TimeOfApplicability);
    }

    [Theory]
    [InlineData("00a66ef135;", "mark")]
    [InlineData("-00a66ef135445d525a0c0519119021204800", "end")]
    [InlineData("-00a66ef135445d525a0c05191190212048;", "message")]
    [InlineData("-00a66ef135445d525a0c051911902120480x;", "message")]
    [InlineData("-08a66ef135445d525a0c0519119021204800;", "type")]
    [InlineData("-00a66ef135445d525a0c0519119021204800;t=soon;", "t")]
    public void A_line_that_cannot_be_read_is_named_by_line_and_field(string line, string field)
    {
        var heard = Feeding.Feed(Decoder(), Basic + "\n" + line + "\n");
        Assert.Equal(1, heard.Records);
        Assert.Equal($"line 2 field {field}", Assert.Single(heard.Refusals).Item);
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter() =>
        Feeding.AssertPiecesDoNotMatter(Decoder, Encoding.ASCII.GetBytes($"{Basic}\r\n+3514;rs=2;\nnoise\n{Basic}rs=1;\n"));

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Broken_lines_never_throw() => Feeding.AssertNeverThrows(Decoder, Encoding.ASCII.GetBytes($"{Basic}rs=1;t=1577840000.1;\n"));

    [Fact]
    public void Every_message_of_a_real_recording_says_what_dump978_says_of_it()
    {
        var lines = File.ReadAllLines(SharedData.Path("adsb/uat/dump978_sample.txt"));
        var heard = JsonCollected.Of(FeedFormat.Uat, string.Join('\n', lines) + "\n");
        Assert.Empty(heard.Refusals);
        Assert.Equal(704, heard.Records.Count(record => record.Kind == "UAT uplink"));
        var truth = File.ReadAllText(SharedData.Path("adsb/golden/dump978_sample.uat2text.txt")).Split("HDR:\n")[1..];
        var told = heard.Records.Where(record => record.Kind != "UAT uplink").Select(record => record.Json).ToList();
        Assert.Equal(truth.Length, told.Count);
        foreach (var (text, json) in truth.Zip(told))
        {
            double? Told(string name) => json.TryGetProperty(name, out var value) ? value.GetDouble() : null;
            Assert.EndsWith(Value(text, "Address")![..6], json.GetProperty("address").GetString(), StringComparison.Ordinal);
            Assert.Equal(Number(text, "MDB Type"), Told("type"));
            Assert.Equal(Number(text, "NIC"), Told("nic"));
            Assert.Equal(Number(text, "Latitude")!.Value, Told("latDeg")!.Value, 0.00006);
            Assert.Equal(Number(text, "Longitude")!.Value, Told("lonDeg")!.Value, 0.00006);
            Assert.Equal(Number(text, "Altitude"), Told("altFt"));
            Assert.Equal(Number(text, "Sec. altitude"), Told("heightFt"));
            Assert.Equal(Number(text, "N/S velocity"), Told("northKt"));
            Assert.Equal(Number(text, "E/W velocity"), Told("eastKt"));
            Assert.Equal(Number(text, "Vertical rate"), Told("climbFtPerMin"));
            Assert.Equal(Value(text, "UTC coupling") == "yes", json.GetProperty("utcCoupled").GetBoolean());
            Assert.Equal(Number(text, "NACp"), Told("nacp"));
            Assert.Equal(Number(text, "SIL"), Told("sil"));
            var name = Value(text, "Callsign");
            if (name is null or "unavailable") continue;
            Assert.Equal(name.Replace("squawk ", "", StringComparison.Ordinal), json.GetProperty(name.StartsWith("squawk", StringComparison.Ordinal) ? "squawk" : "callsign").GetString());
        }
    }

    [GeneratedRegex(@"^ ([^:\n]+): +(.*)$", RegexOptions.Multiline)]
    private static partial Regex Member();

    private static string? Value(string text, string name) => Member().Matches(text).FirstOrDefault(m => m.Groups[1].Value == name)?.Groups[2].Value;

    private static double? Number(string text, string name) =>
        Value(text, name) is { } value && double.TryParse(value.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static UatDecoder Decoder() => new("feed", new SensorDirectory(), "receiver");
}
