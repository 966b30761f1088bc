using System.Net;
using System.Net.Sockets;
using System.Text;
using Vedette.Core;
using Vedette.Edge.Feeds;

namespace Vedette.Edge.Tests.Feeds;

public class FeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Each_datagram_is_an_entry_exactly_as_it_came()
    {
        var feed = new UdpFeed("udp", new IPEndPoint(IPAddress.Loopback, 0));
        var entries = await RunAsync(feed, async () =>
        {
            using var sender = new UdpClient();
            for (var i = 0; i < 50; i++) await sender.SendAsync(Enumerable.Repeat((byte)i, i * 30).ToArray(), new IPEndPoint(IPAddress.Loopback, feed.LocalPort));
        }, enough: entries => entries.Count(e => e.Kind == EntryKind.Octets) >= 49);
        var octets = entries.Where(e => e.Kind == EntryKind.Octets).ToList();
        Assert.All(octets, e => Assert.Equal(e.Payload.Length, e.Payload.Span[0] * 30));
        Assert.Equal(49, octets.Count);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_ends_that_feed_only()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var feed = new UdpFeed("udp", (IPEndPoint)taken.Client.LocalEndPoint!);
        var entries = await RunAsync(feed, () => Task.CompletedTask, entries => Health(entries).Any(h => h.State == FeedState.Failed));
        Assert.Contains("UDP 127.0.0.1", Health(entries).Single(h => h.State == FeedState.Failed).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_connected_again_and_loses_nothing_that_came()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var feed = new TcpFeed("tcp", "127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port);
        var entries = await RunAsync(feed, async () =>
        {
            for (byte connection = 1; connection <= 2; connection++)
            {
                using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync(Enumerable.Repeat(connection, 100_000).ToArray(), TestContext.Current.CancellationToken);
            }
        }, enough: entries => Octets(entries).Length == 200_000);
        Assert.Equal(100_000, Octets(entries).Count(o => o == 2));
        Assert.All(entries, e => Assert.InRange(e.Payload.Length, 0, 65_536));
        Assert.Contains(Health(entries), h => h.State == FeedState.Failed && h.Detail.Contains("next attempt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_queue_cannot_take_is_counted_and_told()
    {
        // Not started: nobody takes from the queue.
        var core = new ChainCore();
        var sequencer = new Sequencer(new JournaledCore(core, null, new Recorder()), new Recorder(), SequencerOptions.Recorded());
        var line = new FeedLine("udp", sequencer, TimeProvider.System);
        for (var i = 0; i < SequencerOptions.Recorded().Capacity + 123; i++) line.Offer([1]);
        Assert.Equal(123, line.Dropped);
        var telling = line.LookAsync(TestContext.Current.CancellationToken);
        sequencer.Start();
        await telling;
        await sequencer.DisposeAsync();
        Assert.Equal(SequencerOptions.Recorded().Capacity, Octets(core.Seen).Length);
        Assert.StartsWith("123 pieces dropped", Assert.Single(Health(core.Seen)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_brings_nothing_is_silent_once_and_live_again_when_it_speaks()
    {
        var time = new SteppedTime();
        var core = new ChainCore();
        await using (var sequencer = new Sequencer(new JournaledCore(core, null, new Recorder()), new Recorder(), SequencerOptions.Recorded()))
        {
            sequencer.Start();
            var line = new FeedLine("tcp", sequencer, time);
            await line.PassAsync([1], TestContext.Current.CancellationToken);
            for (var i = 0; i < 30; i++)
            {
                time.Now += 1;
                await line.LookAsync(TestContext.Current.CancellationToken);
            }

            await line.PassAsync([1], TestContext.Current.CancellationToken);
            for (var i = 0; i < 12; i++)
            {
                time.Now += 1;
                await line.LookAsync(TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal([FeedState.Silent, FeedState.Silent], Health(core.Seen).Select(h => h.State));
    }

    [Fact]
    public async Task A_listener_logs_in_to_the_glider_network_and_keeps_no_identity_of_who_asked_for_that()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var feed = new TcpFeed("ogn", "127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port, TcpManner.AprsIs("r/51/20/250"));
        var greeting = new byte[200];
        var length = 0;
        var entries = await RunAsync(feed, async () =>
        {
            using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            length = await client.GetStream().ReadAsync(greeting, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("# hello\r\nFLRDDA5BA>OGFLR,qAS,L:/165829h4415.41N/00600.03E'342/049 id46DDA"u8.ToArray(), TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("5BA\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        }, enough: entries => Octets(entries).Length > 60);
        Assert.Equal("user N0CALL pass -1 vers Vedette 1 filter r/51/20/250\r\n", Encoding.ASCII.GetString(greeting, 0, length));
        Assert.Equal("# hello\nXXXXXXXXX>OGFLR,qAS,L:/165829h4415.41N/00600.03E'342/049 id46000000\n", Encoding.ASCII.GetString(Octets(entries)));
    }

    [Fact]
    public async Task A_document_is_read_again_and_again_and_each_new_state_is_an_entry()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.Delete(path);
            var feed = new PolledFeed("aircraft", path, TimeSpan.FromMilliseconds(20));
            var entries = await RunAsync(feed, async () =>
            {
                await File.WriteAllTextAsync(path + ".new", "first", TestContext.Current.CancellationToken);
                File.Move(path + ".new", path);
                await Task.Delay(1000, TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(path + ".new", "second", TestContext.Current.CancellationToken);
                File.Move(path + ".new", path, overwrite: true);
            }, enough: entries => Octets(entries).Length >= 11);
            Assert.Equal(["first", "second"], entries.Where(e => e.Kind == EntryKind.Octets).Select(e => Encoding.UTF8.GetString(e.Payload.Span)));
            Assert.Equal(FeedState.Failed, Health(entries).First().State);
            Assert.Contains("there is no such file", Health(entries).First().Detail, StringComparison.Ordinal);
            Assert.Contains(Health(entries), h => h.State == FeedState.Live);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Octets(IEnumerable<JournalEntry> entries) => [.. entries.Where(e => e.Kind == EntryKind.Octets).SelectMany(e => e.Payload.ToArray())];

    private static IEnumerable<FeedHealthChange> Health(IEnumerable<JournalEntry> entries) =>
        entries.Where(e => e.Kind == EntryKind.FeedHealth).Select(e => CoreJson.ReadFeedHealth(e.Payload.Span));

    /// <summary>Runs a feed while something is sent to it, until enough entries have come.</summary>
    private static async Task<List<JournalEntry>> RunAsync(IFeed feed, Func<Task> send, Func<List<JournalEntry>, bool> enough)
    {
        var core = new SharedChain();
        await using (var sequencer = new Sequencer(new JournaledCore(core, null, new Recorder()), new Recorder(), SequencerOptions.Recorded()))
        {
            sequencer.Start();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            stop.CancelAfter(Patience);
            var running = new LiveFeeds([feed], sequencer, TimeProvider.System).RunAsync(stop.Token);
            while (core.Copy().Count == 0) await Task.Delay(10, stop.Token);
            await send();
            while (!enough(core.Copy())) await Task.Delay(10, stop.Token);
            await stop.CancelAsync();
            await running;
        }

        return core.Copy();
    }

    /// <summary>Entries that a test reads while they are made.</summary>
    private sealed class SharedChain : IVedetteCore
    {
        private readonly List<JournalEntry> seen = [];

        public long Applied { get; private set; }

        public string Digest => "";

        public void Apply(in JournalEntry entry, IEffectSink effects)
        {
            Applied = entry.Sequence;
            lock (seen) seen.Add(entry with { Payload = entry.Payload.ToArray() });
        }

        public List<JournalEntry> Copy()
        {
            lock (seen) return [.. seen];
        }
    }
}
