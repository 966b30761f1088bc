using Microsoft.Data.Sqlite;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Journal;
using Vedette.Kernel;

namespace Vedette.Edge.Tests;

public class SequencerTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    private static Arrival At(double seconds, byte octet = 0) => Arrival.Octets("radar-01", new[] { octet }, Start.AddSeconds(seconds));

    [Fact]
    public void Time_never_runs_backwards_and_numbers_have_no_gaps()
    {
        var core = new ChainCore();
        using var journaled = new JournaledCore(core, null, new Recorder());
        journaled.Take([At(5), At(3), At(7)], Start);
        journaled.Take([At(1), Arrival.Tick()], Start.AddSeconds(6));
        Assert.Equal([5, 5, 7, 7, 7], core.Seen.Select(e => e.At.SecondsSince(Start)));
        Assert.Equal([1, 2, 3, 4, 5], core.Seen.Select(e => e.Sequence));
    }

    [Fact]
    public void Entries_are_on_the_disk_before_they_are_applied()
    {
        using var folder = new Folder();
        var core = new ChainCore { BreaksAt = 2 };
        using (var journaled = new JournaledCore(core, JournalWriter.Open(folder["j"], new Dictionary<string, string>()), new Recorder()))
            Assert.Throws<InvariantBrokenException>(() => journaled.Take([At(1), At(2), At(3)], Start));
        using var reader = JournalReader.Open(folder["j"]);
        Assert.Equal(3, reader.Entries().Count());
    }

    [Fact]
    public async Task A_disk_that_refuses_stops_the_watch_visibly_and_nothing_of_the_batch_is_applied()
    {
        using var folder = new Folder();
        var core = new ChainCore();
        var recorder = new Recorder();
        await using var sequencer = new Sequencer(Open(folder["j"], core), recorder, SequencerOptions.Recorded());
        using (var connection = new SqliteConnection($"Data Source={folder["j"]};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON block BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
            command.ExecuteNonQuery();
        }

        sequencer.Start();
        await sequencer.PostAsync(At(0), TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<JournalException>(() => sequencer.Completion);
        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, recorder.Failure);
        Assert.Empty(core.Seen);
    }

    [Fact]
    public void A_restart_ends_with_the_same_digest_as_one_long_run()
    {
        using var folder = new Folder();
        var arrivals = Enumerable.Range(0, 1000).Select(i => At(i, (byte)i)).ToArray();
        var whole = new ChainCore();
        using (var uninterrupted = new JournaledCore(whole, null, new Recorder())) uninterrupted.Take(arrivals, Start);

        using (var first = Open(folder["j"], new ChainCore()))
            foreach (var part in arrivals.Take(600).Chunk(90)) first.Take(part, Start);
        var again = new ChainCore();
        using (var second = Open(folder["j"], again))
        {
            using (var reader = JournalReader.Open(folder["j"])) second.Restore(reader);
            Assert.Equal(600, second.Applied);
            second.Take(arrivals.AsSpan(600), Start);
        }

        Assert.Equal(whole.Digest, again.Digest);
        using var checkpoints = JournalReader.Open(folder["j"]);
        Assert.Equal(whole.Digest, checkpoints.Checkpoints()[^1].Digest);
    }

    [Fact]
    public void A_core_that_judges_otherwise_does_not_continue_the_journal()
    {
        using var folder = new Folder();
        using (var first = Open(folder["j"], new ChainCore())) first.Take([At(1), At(2)], Start);
        using var other = new JournaledCore(new Contrarian(), null, new Recorder());
        using var reader = JournalReader.Open(folder["j"]);
        Assert.Contains("the effects differ within entries 1 to 2", Assert.Throws<JournalException>(() => other.Restore(reader)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_answered_and_ticks_come_when_nothing_else_does()
    {
        using var folder = new Folder();
        var core = new ChainCore();
        await using (var sequencer = new Sequencer(Open(folder["j"], core), new Recorder(), SequencerOptions.Live() with { TickEvery = TimeSpan.FromMilliseconds(20) }))
        {
            sequencer.Start();
            var answer = await sequencer.SubmitAsync(new AcknowledgeAlert("Anna", 3), TestContext.Current.CancellationToken);
            Assert.Equal(new CommandResult(true, "done"), answer);
            for (var waited = 0; core.Applied < 3 && waited < 1000; waited++) await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(core.Seen.Count(e => e.Kind == EntryKind.Tick) >= 2, "silence brings ticks");
        Assert.Equal("Anna", Assert.Single(core.Seen, e => e.Kind == EntryKind.Command).Source);
    }

    [Fact]
    public async Task A_broken_core_is_told_and_lets_everybody_go()
    {
        var recorder = new Recorder();
        await using var sequencer = new Sequencer(new JournaledCore(new ChainCore { BreaksAt = 1 }, null, recorder), recorder, SequencerOptions.Recorded());
        sequencer.Start();
        await sequencer.PostAsync(At(0), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvariantBrokenException>(() => sequencer.Completion);
        Assert.Contains("breaks here", recorder.Failure, StringComparison.Ordinal);
        Assert.False(sequencer.TryPost(At(1)));
        Assert.False((await sequencer.SubmitAsync(new DraftStatement("Anna"), TestContext.Current.CancellationToken)).Accepted);
    }

    [Fact]
    public void A_command_is_answered_only_when_what_it_did_can_be_seen()
    {
        var answer = new TaskCompletionSource<CommandResult>();
        var listener = new SettledListener(() => answer.Task.IsCompleted);
        using var journaled = new JournaledCore(new ChainCore(), null, listener);
        journaled.Take([new Arrival(EntryKind.Command, "Anna", default, Start, answer), At(1)], Start);
        Assert.Equal([false], listener.AtSettling);
        Assert.True(answer.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_command_goes_before_what_waits_in_the_queue()
    {
        var core = new ChainCore();
        await using (var sequencer = new Sequencer(new JournaledCore(core, null, new Recorder()), new Recorder(), SequencerOptions.Recorded()))
        {
            while (sequencer.TryPost(At(0))) continue;
            var answer = sequencer.SubmitAsync(new DraftStatement("Anna"), TestContext.Current.CancellationToken);
            sequencer.Start();
            Assert.True((await answer).Accepted);
        }

        Assert.Equal(EntryKind.Command, core.Seen[0].Kind);
        Assert.Equal(SequencerOptions.Recorded().Capacity + 1, core.Seen.Count);
    }

    [Fact]
    public async Task Many_senders_lose_nothing_and_keep_their_own_order()
    {
        var core = new ChainCore();
        await using (var sequencer = new Sequencer(new JournaledCore(core, null, new Recorder()), new Recorder(), SequencerOptions.Live()))
        {
            sequencer.Start();
            await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
            {
                for (var i = 0; i < 2000; i++) await sequencer.PostAsync(Arrival.Octets($"f{sender}", BitConverter.GetBytes(i)));
            })));
        }

        for (var sender = 0; sender < 4; sender++)
        {
            var own = core.Seen.Where(e => e.Source == $"f{sender}").Select(e => BitConverter.ToInt32(e.Payload.Span)).ToArray();
            Assert.Equal(Enumerable.Range(0, 2000), own);
        }
    }

    private static JournaledCore Open(string path, IVedetteCore core) =>
        new(core, JournalWriter.Open(path, new Dictionary<string, string>()), new Recorder());

    /// <summary>Looks at something whenever a batch has been applied.</summary>
    private sealed class SettledListener(Func<bool> look) : ICoreListener
    {
        public List<bool> AtSettling { get; } = [];

        public void Begin(in JournalEntry entry)
        {
        }

        public void Emit(EffectKey key, Effect effect)
        {
        }

        public void Settle(IVedetteCore core) => AtSettling.Add(look());

        public void Fail(string why)
        {
        }
    }

    /// <summary>Says something else than the core that wrote the journal.</summary>
    private sealed class Contrarian : IVedetteCore
    {
        public long Applied { get; private set; }

        public string Digest => "otherwise";

        public void Apply(in JournalEntry entry, IEffectSink effects) => Applied = entry.Sequence;
    }
}
