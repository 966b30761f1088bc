using System.Net;
using System.Net.Sockets;
using CsCheck;
using Vedette.Core;
using Vedette.Edge.Configuration;
using Vedette.Edge.Journal;
using Vedette.Edge.Recordings;
using Vedette.Kernel;

namespace Vedette.Edge.Tests.Recordings;

public class RecordingTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    /// <summary>Beast frames of Mode S short messages, one each <paramref name="stepMs"/> by the 12-MHz counter.</summary>
    private static byte[] Beast(int frames, int stepMs, byte fill = 0x28) =>
        [.. Enumerable.Range(0, frames).SelectMany(i =>
        {
            var counter = 12_000L * stepMs * (i + 1);
            byte[] body = [.. Enumerable.Range(0, 6).Select(k => (byte)(counter >> (40 - (8 * k)))), 0x80, .. Enumerable.Repeat(fill, 7)];
            return (byte[])[0x1A, (byte)'2', .. body.SelectMany(o => o == 0x1A ? new[] { o, o } : [o])];
        })];

    private static FileRecording Open(params string[] paths)
    {
        var names = FileRecording.FeedNames(paths);
        return new([.. paths.Select((path, i) => RecordedFile.Open(path, names[i], Start))], new CoreConfiguration { Name = "Test" });
    }

    private static string Bytes(Folder folder, string name, byte[] octets)
    {
        File.WriteAllBytes(folder[name], octets);
        return folder[name];
    }

    private static string DigestOf(IEnumerable<Arrival> arrivals)
    {
        var core = new ChainCore();
        using var journaled = new JournaledCore(core, null, new Recorder());
        Playback.Rush(arrivals, journaled, () => { }, CancellationToken.None);
        return core.Digest;
    }

    [Fact]
    public void A_recording_begins_with_its_configuration_ticks_each_second_and_ends_its_feeds()
    {
        using var folder = new Folder();
        var arrivals = Open(Bytes(folder, "a.beast", Beast(100, 100))).Arrivals().ToList();
        Assert.Equal(EntryKind.Configuration, arrivals[0].Kind);
        Assert.Equal((EntryKind.FeedHealth, "a.beast"), (arrivals[1].Kind, arrivals[1].Source));
        Assert.All(arrivals, a => Assert.NotNull(a.At));
        Assert.Equal(arrivals.Select(a => a.At!.Value.Ticks).Order(), arrivals.Select(a => a.At!.Value.Ticks));
        var ticks = arrivals.Where(a => a.Kind == EntryKind.Tick).Select(a => a.At!.Value).ToList();
        Assert.All(ticks, tick => Assert.Equal(0, tick.Ticks % TimeSpan.TicksPerSecond));
        Assert.Equal(10, ticks.Count);
        Assert.Equal([EntryKind.FeedHealth, EntryKind.Tick], arrivals[^2..].Select(a => a.Kind));
        Assert.Equal(File.ReadAllBytes(folder["a.beast"]), arrivals.Where(a => a.Kind == EntryKind.Octets).SelectMany(a => a.Payload.ToArray()));
    }

    [Fact]
    public void Files_are_merged_by_time_and_none_loses_an_octet()
    {
        using var folder = new Folder();
        var recording = Open(Bytes(folder, "a.beast", Beast(300, 37)), Bytes(folder, "b.beast", Beast(50, 190, 0x2A)));
        var arrivals = recording.Arrivals().Where(a => a.Kind == EntryKind.Octets).ToList();
        Assert.Equal(arrivals.Select(a => a.At!.Value.Ticks).Order(), arrivals.Select(a => a.At!.Value.Ticks));
        foreach (var name in new[] { "a.beast", "b.beast" })
            Assert.Equal(File.ReadAllBytes(folder[name]), arrivals.Where(a => a.Source == name).SelectMany(a => a.Payload.ToArray()));
        Assert.Equal(1, recording.Progress);
    }

    [Fact]
    public async Task What_a_server_sends_is_the_same_recording_as_the_file_and_passes_once()
    {
        using var folder = new Folder();
        var octets = Beast(400, 40);
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var sending = Task.Run(async () =>
        {
            using var client = await server.AcceptTcpClientAsync();
            for (var sent = 0; sent < octets.Length; sent += 777) await client.GetStream().WriteAsync(octets.AsMemory(sent, Math.Min(777, octets.Length - sent)));
        });
        var recording = Open($"tcp://{server.LocalEndpoint}");
        var passed = recording.Arrivals().ToList();
        await sending;
        var kept = Open(Bytes(folder, "a.beast", octets)).Arrivals().ToList();
        Assert.Equal(kept.Select(a => (a.Kind, a.At)), passed.Select(a => (a.Kind, a.At)));
        Assert.Equal(octets, passed.Where(a => a.Kind == EntryKind.Octets).SelectMany(a => a.Payload.ToArray()));
        Assert.Contains("passed by", Assert.Throws<ConfigurationException>(() => recording.Arrivals().Count()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp://")]
    [InlineData("tcp://somewhere")]
    [InlineData("tcp://127.0.0.1:1/path")]
    public void An_address_that_is_none_says_what_is_expected(string path) =>
        Assert.Contains("tcp://host:port", Assert.Throws<ConfigurationException>(() => RecordedFile.Open(path, "x", null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_run_cut_anywhere_and_resumed_ends_with_the_same_digest()
    {
        using var folder = new Folder();
        var recording = Open(Bytes(folder, "a.beast", Beast(400, 40)));
        var whole = recording.Arrivals().ToList();
        var digest = DigestOf(whole);
        Gen.Int[0, whole.Count].Sample(
            cut =>
            {
                var path = folder[$"{cut}.journal"];
                if (File.Exists(path)) return;
                using (var first = Journaled(path, new ChainCore())) Playback.Rush(recording.Arrivals().Take(cut), first, () => { }, CancellationToken.None);
                Assert.Equal(digest, Resume(recording, path));
                Assert.Equal(digest, Resume(recording, path));
            },
            iter: 10,
            threads: 1);
    }

    [Fact]
    public void What_an_operator_did_in_the_meantime_stays_and_the_recording_goes_on_behind_it()
    {
        using var folder = new Folder();
        var recording = Open(Bytes(folder, "a.beast", Beast(100, 100)));
        using (var first = Journaled(folder["j"], new ChainCore()))
        {
            first.Take([.. recording.Arrivals().Take(20)], Start);
            first.Take([new Arrival(EntryKind.Command, "Anna", "{}"u8.ToArray())], Start);
            first.Take([.. recording.Arrivals().Skip(20).Take(20)], Start);
        }

        Resume(recording, folder["j"]);
        using var reader = JournalReader.Open(folder["j"]);
        Assert.Equal(recording.Arrivals().Count() + 1, reader.Entries().Count());
        Assert.Equal(DigestOf(new JournalRecording(folder["j"]).Arrivals()), reader.Checkpoints()[^1].Digest);
    }

    [Fact]
    public void A_journal_of_another_recording_is_refused_with_the_entry_that_differs()
    {
        using var folder = new Folder();
        var one = Open(Bytes(folder, "a.beast", Beast(100, 100)));
        using (var first = Journaled(folder["j"], new ChainCore())) Playback.Rush(one.Arrivals(), first, () => { }, CancellationToken.None);
        Bytes(folder, "a.beast", Beast(100, 100, 0x2A));
        var other = Open(folder["a.beast"]);
        Assert.Contains("entry 3 is not what a.beast says there", Assert.Throws<JournalException>(() => Resume(other, folder["j"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_file_is_read_to_its_end_or_refused_in_words()
    {
        using var folder = new Folder();
        var good = Beast(40, 25);
        Gen.Select(Gen.Byte.Array[0, 3000], Gen.Int[0, 800], Gen.Bool).Sample(
            (junk, keep, beginsWell) =>
            {
                var path = Bytes(folder, "any", beginsWell ? [.. good.AsSpan(0, Math.Min(keep, good.Length)), .. junk] : junk);
                try
                {
                    var octets = Open(path).Arrivals().Where(a => a.Kind == EntryKind.Octets).Sum(a => (long)a.Payload.Length);
                    Assert.InRange(octets, 0, new FileInfo(path).Length);
                }
                catch (ConfigurationException e)
                {
                    Assert.Contains("any", e.Message, StringComparison.Ordinal);
                }
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void A_wild_leap_of_time_costs_half_an_hour_of_ticks_at_most()
    {
        var octets = new[] { new RecordedOctets(Start, "f", default), new RecordedOctets(Start.AddSeconds(3e8), "f", default) };
        Assert.InRange(ArrivalScript.Of(new CoreConfiguration(), octets).Count(), 1800, 1810);
    }

    [Fact]
    public async Task Paced_time_neither_rushes_nor_drags()
    {
        using var time = new PacedTime(50);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var s = 0; s <= 10; s++) await time.UntilAsync(Start.AddSeconds(s), TestContext.Current.CancellationToken);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.19, 2);
    }

    private static JournaledCore Journaled(string path, IVedetteCore core) =>
        new(core, JournalWriter.Open(path, new Dictionary<string, string>()), new Recorder());

    private static string Resume(IRecording recording, string path)
    {
        var core = new ChainCore();
        using var journaled = Journaled(path, core);
        using var reader = JournalReader.Open(path);
        Playback.Rush(ResumedRecording.Resume(recording, reader, journaled), journaled, () => { }, CancellationToken.None);
        return core.Digest;
    }
}
