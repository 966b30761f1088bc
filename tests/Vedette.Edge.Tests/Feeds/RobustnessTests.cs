using System.Net;
using System.Net.Sockets;
using Vedette.Core;
using Vedette.Edge.Feeds;
using Vedette.Edge.Recordings;
using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Sim;
using Vedette.Sim.Night;
using Vedette.Wire;

namespace Vedette.Edge.Tests.Feeds;

/// <summary>Malformed, truncated and random octets through every kind of feed into the real core: counted, named, and nothing stops.</summary>
public class RobustnessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly IReadOnlyList<SimulatedOctets> Night =
        [.. new SimulatedWorld(NightScenario.Create()).Octets(NightScenario.DemoStart).Take(4000)];

    private static List<byte[]> Sound(string feed) => [.. Night.Where(o => o.Feed == feed).Select(o => o.Octets.ToArray()).Take(60)];

    /// <summary>Sound pieces, each followed by a cut, a flipped and a random one; sound ones last.</summary>
    private static List<byte[]> Mixed(IReadOnlyList<byte[]> sound, ulong seed)
    {
        var random = SeededRandom.For(seed, 7);
        var mixed = new List<byte[]>();
        foreach (var piece in sound)
        {
            mixed.Add(piece);
            mixed.Add(piece[..Draw(piece.Length)]);
            var flipped = (byte[])piece.Clone();
            flipped[Draw(piece.Length)] ^= (byte)(1 + Draw(255));
            mixed.Add(flipped);
            mixed.Add([.. Enumerable.Range(0, Draw(200)).Select(_ => (byte)Draw(256))]);
        }

        return [.. mixed, .. sound];

        int Draw(int below) => (int)(random.NextDouble() * below);
    }

    [Fact]
    public async Task Bad_datagrams_are_refused_by_name_and_the_good_ones_still_count()
    {
        var feed = new UdpFeed("udp", new IPEndPoint(IPAddress.Loopback, 0));
        var sound = Sound("radar-01");
        var status = await WatchAsync(feed, FeedFormat.Asterix, async () =>
        {
            using var sender = new UdpClient();
            foreach (var piece in Mixed(sound, 1)) await sender.SendAsync(piece, new IPEndPoint(IPAddress.Loopback, feed.LocalPort));
        }, s => s.Refused > 30 && s.Records > 2 * sound.Count);
        Assert.Matches("^udp entry [0-9]+ offset [0-9]+ ", status.LastRefusal);
    }

    [Fact]
    public async Task A_bad_stream_is_refused_by_name_and_found_again_behind_the_damage()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var feed = new TcpFeed("tcp", "127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port);
        var sound = Sound("adsb-01");
        Assert.NotEmpty(sound);
        var status = await WatchAsync(feed, FeedFormat.Beast, async () =>
        {
            using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            foreach (var piece in Mixed(sound, 2)) await client.GetStream().WriteAsync(piece, TestContext.Current.CancellationToken);
        }, s => s.Refused > 10 && s.Records > sound.Count && s.State == FeedState.Failed);
        Assert.StartsWith("tcp entry ", status.LastRefusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_file_is_read_to_its_end()
    {
        using var folder = new Folder();
        foreach (var (feed, name) in new[] { ("radar-01", "a.ast"), ("adsb-01", "b.beast") })
        {
            File.WriteAllBytes(folder[name], [.. Sound(feed).Concat(Mixed(Sound(feed), 3)).SelectMany(piece => piece)]);
            var file = RecordedFile.Open(folder[name], name, NightScenario.DemoStart);
            var health = new LastHealth();
            using var core = new JournaledCore(new VedetteCore(), null, health);
            var recording = new FileRecording([file], new CoreConfiguration());
            Playback.Rush(recording.Arrivals(), core, () => { }, CancellationToken.None);
            Assert.Equal(1, recording.Progress);
            var status = Assert.Single(health.Feeds);
            Assert.True(status.Records > 60, $"{name}: {status}");
            Assert.True(status.Refused > 0 || recording.Flaws.Count > 0, $"{name}: nothing was refused");
        }
    }

    private static async Task<FeedStatus> WatchAsync(IFeed feed, FeedFormat format, Func<Task> send, Func<FeedStatus, bool> enough)
    {
        using var situation = new LiveSituation(new HostDescription { Mode = HostMode.Live }, (_, _) => throw new InvalidOperationException("no commands here"));
        await using var sequencer = new Sequencer(new JournaledCore(new VedetteCore(), null, situation), situation, SequencerOptions.Live());
        sequencer.Start();
        await sequencer.PostAsync(Arrival.Configuration(new CoreConfiguration { Feeds = [new(feed.Name, format)], PictureIntervalS = 0.1 }));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Patience);
        var running = new LiveFeeds([feed], sequencer, TimeProvider.System).RunAsync(stop.Token);
        while (situation.Now.Feeds.Count == 0) await Task.Delay(20, stop.Token);
        await send();
        while (!enough(situation.Now.Feeds[0]))
        {
            Assert.False(stop.IsCancellationRequested, situation.Now.Feeds[0].ToString());
            await Task.Delay(20, CancellationToken.None);
        }

        await stop.CancelAsync();
        await running;
        Assert.Equal("", situation.Now.Failure);
        return situation.Now.Feeds[0];
    }

    private sealed class LastHealth : ICoreListener
    {
        public IReadOnlyList<FeedStatus> Feeds { get; private set; } = [];

        public void Begin(in JournalEntry entry)
        {
        }

        public void Emit(EffectKey key, Effect effect)
        {
            if (effect is HealthEffect health) Feeds = health.Feeds;
        }

        public void Settle(IVedetteCore core)
        {
        }

        public void Fail(string why)
        {
        }
    }
}
