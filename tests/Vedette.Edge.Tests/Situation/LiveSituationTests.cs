using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Edge.Tests.Situation;

public class LiveSituationTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    private static LiveSituation New() =>
        new(new HostDescription { Mode = HostMode.Demo }, (_, _) => Task.FromResult(new CommandResult(true, "")));

    private static Alert AlertOf(int number, AlertState state) => new()
    {
        Number = new(number),
        Kind = AlertKind.Incursion,
        State = state,
        Track = new(1),
        AirspaceId = "field",
        RaisedAt = Start,
        ChangedAt = Start,
        ChangedBy = "Vedette",
        Probability = 0.5,
        Reasons = [],
    };

    private static PictureEffect PictureAt(double seconds, TrackStatus status = TrackStatus.Confirmed) => new(
        Start.AddSeconds(seconds),
        [
            new Track
            {
                Number = new(1),
                Status = status,
                Existence = 1,
                Time = Start.AddSeconds(seconds),
                Position = Geodetic.FromDegrees(51, 23 + (seconds / 1000)),
                Velocity = default,
            },
        ],
        []);

    private static void Say(LiveSituation situation, params Effect[] effects)
    {
        situation.Begin(new JournalEntry(1, Start, EntryKind.Tick, "", default));
        foreach (var effect in effects) situation.Emit(default, effect);
        situation.Settle(new ChainCore());
    }

    [Fact]
    public void The_newest_value_of_everything_is_kept_and_nothing_shows_before_the_batch_ends()
    {
        using var situation = New();
        Say(situation, new AlertEffect(AlertOf(1, AlertState.Raised)), new AlertEffect(AlertOf(2, AlertState.Raised)), new AlertEffect(AlertOf(1, AlertState.Acknowledged)));
        var before = situation.Now;
        situation.Emit(default, new AlertEffect(AlertOf(3, AlertState.Raised)));
        Assert.Same(before, situation.Now);
        Assert.Equal([(1, AlertState.Acknowledged), (2, AlertState.Raised)], before.Alerts.Select(a => (a.Number.Value, a.State)));
        Assert.True(before.TakesEntries);
    }

    [Fact]
    public void A_live_core_that_hangs_is_not_shown_as_alive()
    {
        var time = new SteppedTime();
        using var situation = new LiveSituation(new HostDescription { Mode = HostMode.Live }, (_, _) => Task.FromResult(new CommandResult(true, "")), time: time);
        Say(situation);
        time.Now = 4;
        Assert.True(situation.Now.TakesEntries);
        time.Now = 6;
        Assert.Equal((false, "the core has taken nothing for 6 seconds"), (situation.Now.TakesEntries, situation.Now.Failure));
        Say(situation);
        Assert.True(situation.Now.TakesEntries);
    }

    [Fact]
    public void Refusals_are_a_ring_newest_first()
    {
        using var situation = New();
        Say(situation, [.. Enumerable.Range(0, 500).Select(i => new RefusalEffect(new("f", i, 0, "I048/040", "cut")))]);
        Assert.Equal(200, situation.Now.Refusals.Count);
        Assert.Equal(499, situation.Now.Refusals[0].Refusal.Entry);
        Assert.Equal(Start, situation.Now.Refusals[0].At);
    }

    [Fact]
    public void A_trail_is_ten_minutes_in_steps_and_ends_with_its_track()
    {
        using var situation = New();
        for (var s = 0; s <= 900; s++) Say(situation, PictureAt(s));
        var trail = situation.Trail(new(1));
        Assert.Equal(121, trail.Count);
        Assert.Equal(300, trail[0].At.SecondsSince(Start));
        Assert.Equal(900, trail[^1].At.SecondsSince(Start));
        Say(situation, PictureAt(901, TrackStatus.Ended));
        Assert.Empty(situation.Trail(new(1)));
        Assert.Empty(situation.Trails());
    }

    [Fact]
    public void A_track_that_ended_can_be_read_for_ten_minutes_of_journal_time_and_no_longer()
    {
        using var situation = New();
        for (var s = 0; s <= 60; s++) Say(situation, PictureAt(s));
        Assert.Null(situation.Ended(new(1)));
        Say(situation, PictureAt(61, TrackStatus.Ended));
        Say(situation, new PictureEffect(Start.AddSeconds(661), [], []));
        var ended = situation.Ended(new(1));
        Assert.Equal((TrackStatus.Ended, Start.AddSeconds(61), 13), (ended!.Track.Status, ended.At, ended.Trail.Count));
        Say(situation, new PictureEffect(Start.AddSeconds(662), [], []));
        Assert.Null(situation.Ended(new(1)));
    }

    [Fact]
    public void A_track_whose_alert_is_open_stays_readable_until_some_time_after_it_is_closed()
    {
        using var situation = New();
        for (var s = 0; s <= 60; s++) Say(situation, PictureAt(s));
        Say(situation, new AlertEffect(AlertOf(1, AlertState.Raised)), PictureAt(61, TrackStatus.Ended));
        for (var minutes = 11; minutes <= 300; minutes++) Say(situation, new PictureEffect(Start.AddSeconds(60 * minutes), [], []));
        Assert.NotNull(situation.Ended(new(1)));
        Say(situation, new AlertEffect(AlertOf(1, AlertState.Closed)));
        for (var minutes = 301; minutes <= 312; minutes++) Say(situation, new PictureEffect(Start.AddSeconds(60 * minutes), [], []));
        Assert.Null(situation.Ended(new(1)));
    }

    [Fact]
    public async Task A_slow_reader_gets_every_alert_and_only_the_newest_picture()
    {
        using var situation = New();
        using var subscription = situation.Subscribe();
        for (var i = 1; i <= 100; i++) Say(situation, PictureAt(i), new AlertEffect(AlertOf(i, AlertState.Raised)));
        situation.Dispose();
        var effects = await subscription.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(100, effects.OfType<AlertEffect>().Count());
        Assert.Equal(Start.AddSeconds(100), Assert.Single(effects.OfType<PictureEffect>()).At);
    }

    [Fact]
    public async Task Health_is_heard_though_a_newer_picture_always_waits()
    {
        using var situation = New();
        using var subscription = situation.Subscribe();
        Say(situation, PictureAt(1), new HealthEffect(Start, [], []));
        var heard = new List<Effect>();
        await foreach (var effect in subscription.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            heard.Add(effect);
            if (heard.Count == 4) break;
            Say(situation, PictureAt(1 + heard.Count));
        }

        Assert.Single(heard.OfType<HealthEffect>());
    }

    [Fact]
    public async Task A_reader_that_never_reads_is_cut_off_and_holds_up_nobody()
    {
        using var situation = New();
        using var subscription = situation.Subscribe();
        for (var i = 0; i < SituationSubscription.Capacity + 2; i++) Say(situation, new AlertEffect(AlertOf(1, AlertState.Raised)));
        Assert.True(subscription.Overrun);
        using var other = situation.Subscribe();
        Say(situation, new AlertEffect(AlertOf(2, AlertState.Raised)));
        situation.Dispose();
        Assert.Single(await other.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_picture_is_judged_two_minutes_later_and_says_from_which_entry()
    {
        using var situation = New();
        for (var k = 0; k < 12; k++)
        {
            Assert.Null(situation.Now.PictureQuality);
            situation.Emit(new EffectKey(40 + k, 0), PictureAt(10 * k));
            Say(situation);
        }

        Assert.Equal(6, situation.Now.PictureQuality!.Whole.Epochs);
        Assert.Equal(51, situation.Now.PictureQualityEntry);
    }

    [Fact]
    public async Task A_recording_that_stands_still_is_told_of_at_once()
    {
        using var pace = new PacedTime(20);
        using var situation = new LiveSituation(new HostDescription { Mode = HostMode.Replay }, (_, _) => Task.FromResult(new CommandResult(true, "")), playback: pace);
        Say(situation, new HealthEffect(Start, [], []));
        Assert.Equal(20, situation.Now.Pace?.Speed);
        using var subscription = situation.Subscribe();
        pace.Change(new(null, IsPaused: true, null));
        await foreach (var effect in subscription.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            Assert.IsType<HealthEffect>(effect);
            break;
        }

        Assert.True(situation.Now.Pace?.IsPaused);
    }
}
