using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Vedette.Core;
using Vedette.Edge.Journal;
using Vedette.Sim;
using Vedette.Sim.Night;

namespace Vedette.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vedette-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_live_watch_takes_good_and_bad_octets_answers_and_goes_on_after_a_kill()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var port = FreeUdpPort();
        var journal = Path.Combine(folder.FullName, "watch.journal");
        string[] arguments = ["run", "--asterix", $"127.0.0.1:{port}", "--port", "0", "--journal", journal, "--name", "Test"];
        using var http = new HttpClient();

        using (var watch = new RunningVedette(arguments))
        {
            var url = await watch.WaitForAsync("Map:", cancellation);
            using var sender = new UdpClient();
            var night = new SimulatedWorld(NightScenario.Create());
            var datagrams = night.Octets(NightScenario.DemoStart).Where(o => o.Feed == "radar-01").Take(40).Select(o => o.Octets.ToArray()).ToList();
            foreach (var datagram in datagrams) await sender.SendAsync(datagram, new IPEndPoint(IPAddress.Loopback, port));
            await sender.SendAsync("not a radar at all"u8.ToArray(), new IPEndPoint(IPAddress.Loopback, port));
            await sender.SendAsync(new byte[] { 48, 0, 200, 0xFF }, new IPEndPoint(IPAddress.Loopback, port));
            await sender.SendAsync(datagrams[0], new IPEndPoint(IPAddress.Loopback, port));

            var feed = await UntilAsync(http, $"{url}/api/v1/feeds", list => list[0].GetProperty("refused").GetInt64() >= 2, cancellation);
            Assert.True(feed[0].GetProperty("records").GetInt64() > 0);
            var refusals = await UntilAsync(http, $"{url}/api/v1/refusals", list => list.GetArrayLength() >= 2, cancellation);
            Assert.All(refusals.EnumerateArray(), r => Assert.False(string.IsNullOrEmpty(r.GetProperty("reason").GetString())));
            using var health = await http.GetAsync($"{url}/healthz", cancellation);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            watch.Kill();
        }

        var before = Last(journal);
        Assert.True(before > 40);
        using (var watch = new RunningVedette(arguments))
        {
            var url = await watch.WaitForAsync("Map:", cancellation);
            var feeds = await UntilAsync(http, $"{url}/api/v1/feeds", list => list.GetArrayLength() == 1 && list[0].GetProperty("refused").GetInt64() >= 2, cancellation);
            Assert.Equal("live", feeds[0].GetProperty("state").GetString());
            watch.Terminate();
            Assert.Equal(0, watch.WaitForExit());
        }

        Assert.True(Last(journal) > before);
        Assert.Equal(0, RunningVedette.Run("verify", journal).Code);
    }

    [Fact]
    public async Task A_watch_starts_also_where_its_journal_was_cut_in_two()
    {
        var journal = Path.Combine(folder.FullName, "watch.journal");
        using (var writer = JournalWriter.Open(journal, new Dictionary<string, string>(StringComparer.Ordinal)))
            for (var i = 1; i <= 40; i++) writer.Append([new(i, Kernel.Instant.FromUtc(2026, 1, 17), EntryKind.Octets, "radar", new byte[500])]);
        var half = File.ReadAllBytes(journal)[..8192];
        File.WriteAllBytes(journal, half);

        using var watch = new RunningVedette("run", "--beast", "127.0.0.1:1", "--port", "0", "--journal", journal);
        await watch.WaitForAsync("Map:", TestContext.Current.CancellationToken);
        watch.Terminate();
        Assert.Equal(0, watch.WaitForExit());
        Assert.Contains("is damaged", watch.Errors, StringComparison.Ordinal);
        Assert.Equal(half, File.ReadAllBytes(journal));
        Assert.Single(folder.GetFiles("watch-*Z.journal"));
    }

    [Fact]
    public void A_port_that_is_taken_is_said_in_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (code, _, errors) = RunningVedette.Run("run", "--beast", "127.0.0.1:1", "--port", $"{port}", "--journal", Path.Combine(folder.FullName, "j"));
        Assert.Equal(2, code);
        Assert.Matches($"^vedette: the map cannot be served on 127.0.0.1 port {port}: .*Choose another with --port or --bind\n$", errors);
    }

    private static long Last(string path)
    {
        using var reader = JournalReader.Open(path);
        return reader.Last;
    }

    private static async Task<JsonElement> UntilAsync(HttpClient http, string url, Func<JsonElement, bool> enough, CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            using var document = JsonDocument.Parse(await http.GetStringAsync(url, cancellation));
            if (enough(document.RootElement)) return document.RootElement.Clone();
            Assert.True(i < 200, $"{url} stays {document.RootElement.GetRawText()}");
            await Task.Delay(50, cancellation);
        }
    }

    private static int FreeUdpPort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }
}
