using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Vedette.Cli.Tests;

/// <summary>What other stations decoded already, through the whole program.</summary>
public sealed class TextFeedTests : IDisposable
{
    private const string Beacon = "FLRDDA5BA>OGFLR,qAS,LFMX:/165829h4415.41N/00600.03E'342/049/A=005524 id0ADDA5BA -454fpm\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vedette-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("sbs", "MSG,3,1,1,4CA2AD,1,2026/03/01,12:00:00.500,2026/03/01,12:00:00.600,,15225,,,51.2,-0.4,,,0,0,0,0\n", "MSG,3")]
    [InlineData("avr", "*8D40621D58C382D690C8AC2863A7;\n", "DF17")]
    [InlineData("aircraft-json", """{"now":1,"aircraft":[{"hex":"a3e31a","lat":1,"lon":2}]}""", "unknown")]
    [InlineData("ogn", Beacon, "aircraft")]
    [InlineData("uat", "-00a66ef135445d525a0c0519119021204800;\n", "UAT 0")]
    [InlineData("trace", """{"icao":"3c66b0","timestamp":1663259853,"trace":[[1,49.2,10.6,25125]]}""", "unknown")]
    public void Every_text_format_is_known_by_its_content_and_decoded_packed_or_not(string format, string text, string kind)
    {
        var plain = Write("recording", Encoding.ASCII.GetBytes(text));
        var (code, output, errors) = RunningVedette.Run("decode", plain, "--out", "summary");
        Assert.Equal((0, ""), (code, errors));
        Assert.Matches($@"(?m)^{kind} +1 +0$", output);
        Assert.Equal(output, RunningVedette.Run("decode", Packed(text), "--format", format, "--out", "summary").Output);
        Assert.Contains("records   1 read, 0 refused", RunningVedette.Run("replay", plain).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_station_and_a_polled_document_become_tracks_that_are_served_to_tar1090()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var station = new TcpListener(IPAddress.Loopback, 0);
        station.Start();
        var document = Path.Combine(folder.FullName, "aircraft.json");
        using var watch = new RunningVedette(
            "run", "--sbs", $"127.0.0.1:{((IPEndPoint)station.LocalEndpoint).Port}", "--aircraft-json", document, "--port", "0", "--data-origin", "*",
            "--journal", Path.Combine(folder.FullName, "watch.journal"));
        var url = await watch.WaitForAsync("Map:", cancellation);
        using var http = new HttpClient();
        using var client = await station.AcceptTcpClientAsync(cancellation);
        string[] hexes = [];
        for (var second = 0; second < 40 && hexes.Length < 2; second++)
        {
            var now = DateTime.UtcNow;
            var eastDeg = second * 0.0014;
            var line = string.Create(CultureInfo.InvariantCulture, $"MSG,3,1,1,4CA2AD,1,{now:yyyy/MM/dd},{now:HH:mm:ss.fff},,,,15225,194,90,51.2,{eastDeg:F5},0,2270,0,0,0,0\n");
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(line), cancellation);
            var unixS = new DateTimeOffset(now).ToUnixTimeMilliseconds() / 1000.0;
            await File.WriteAllTextAsync(document, string.Create(CultureInfo.InvariantCulture, $$"""{"now":{{unixS}},"aircraft":[{"hex":"a3e31a","lat":50.1,"lon":{{eastDeg}},"gs":194,"track":90,"seen_pos":0}]}"""), cancellation);
            await Task.Delay(500, cancellation);
            using var picture = JsonDocument.Parse(await http.GetStringAsync($"{url}/data/aircraft.json", cancellation));
            hexes = [.. picture.RootElement.GetProperty("aircraft").EnumerateArray().Select(a => a.GetProperty("hex").GetString()!)];
        }

        Assert.Equal(["4ca2ad", "a3e31a"], hexes.Order());
        watch.Terminate();
        Assert.Equal(0, watch.WaitForExit());
    }

    private string Packed(string text)
    {
        var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) packing.Write(Encoding.ASCII.GetBytes(text));
        return Write("packed", packed.ToArray());
    }

    private string Write(string name, byte[] octets)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, octets);
        return path;
    }
}
