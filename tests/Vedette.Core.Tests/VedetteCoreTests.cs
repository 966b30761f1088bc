using System.Text;
using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire;

namespace Vedette.Core.Tests;

public sealed class VedetteCoreTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 1);

    private readonly FakeRooms rooms = new();
    private readonly Recorded effects = new();
    private readonly VedetteCore core;

    public VedetteCoreTests() => core = new VedetteCore(rooms.Rooms);

    [Fact]
    public void A_gap_in_the_journal_is_our_own_fault_and_throws()
    {
        core.Apply(Tick(1, 0), effects);
        Assert.Throws<InvariantBrokenException>(() => core.Apply(Tick(3, 1), effects));
    }

    [Fact]
    public void Time_that_runs_backwards_is_our_own_fault_and_throws()
    {
        core.Apply(Tick(1, 5), effects);
        Assert.Throws<InvariantBrokenException>(() => core.Apply(Tick(2, 4), effects));
    }

    [Fact]
    public void A_picture_shows_only_what_arrived_before_its_instant()
    {
        Configure();
        core.Apply(Octets(2, 0.5, 10), effects);
        core.Apply(Octets(3, 1.0, 20), effects);
        var picture = effects.Of<PictureEffect>().Last();
        Assert.Equal(Start.AddSeconds(1), picture.At);
        Assert.Single(picture.Tracks);
    }

    [Fact]
    public void After_a_silence_only_the_newest_due_picture_is_made()
    {
        Configure();
        core.Apply(Tick(2, 0.1), effects);
        var before = effects.Of<PictureEffect>().Count();
        core.Apply(Tick(3, 3600.4), effects);
        Assert.Equal(before + 1, effects.Of<PictureEffect>().Count());
        Assert.Equal(Start.AddSeconds(3600), effects.Of<PictureEffect>().Last().At);
    }

    [Fact]
    public void Broken_octets_are_counted_named_and_stop_nothing()
    {
        Configure();
        core.Apply(Octets(2, 0.5, 10, 0xFF, 20), effects);
        core.Apply(Tick(3, 1), effects);
        var refusal = Assert.Single(effects.Of<RefusalEffect>()).Refusal;
        Assert.Equal((2L, 1), (refusal.Entry, refusal.Offset));
        var feed = Assert.Single(effects.Of<HealthEffect>().Last().Feeds);
        Assert.Equal((3L, 2L, 1L), (feed.Records, feed.Plots, feed.Refused));
        Assert.Equal(2, Assert.Single(effects.Of<HealthEffect>().Last().Sensors).LastEntry);
        Assert.Equal(2, rooms.Observed.Count);
    }

    [Fact]
    public void A_doubted_claim_is_counted_and_told_and_never_reaches_the_tracker()
    {
        var doubting = new FakeRooms { DoubtedFromDeg = 15 };
        using var own = new VedetteCore(doubting.Rooms);
        own.Apply(Configuration(1), effects);
        own.Apply(Octets(2, 0.5, 10, 20), effects);
        own.Apply(Tick(3, 1), effects);
        Assert.Equal(10, Assert.Single(doubting.Observed).Position!.Value.LongitudeDeg, 9);
        Assert.Equal(2, Assert.Single(effects.Of<HealthEffect>().Last().Feeds).Plots);
        Assert.Equal(1, effects.Of<IntegrityEffect>().Last().Integrity.Doubted);
    }

    [Fact]
    public void A_flood_of_broken_octets_is_counted_whole_and_told_in_part()
    {
        Configure();
        core.Apply(new JournalEntry(2, Start.AddSeconds(0.5), EntryKind.Octets, "radar", Enumerable.Repeat((byte)0xFF, 1000).ToArray()), effects);
        core.Apply(Tick(3, 1), effects);
        Assert.InRange(effects.Of<RefusalEffect>().Count(), 1, 20);
        Assert.Equal(1000, effects.Of<HealthEffect>().Last().Feeds[0].Refused);
    }

    [Fact]
    public void No_address_gets_more_positions_a_second_to_the_tracker_than_a_transponder_sends()
    {
        Configure();
        core.Apply(Octets(2, 0.5, [.. Enumerable.Repeat((byte)100, 500), .. Enumerable.Repeat((byte)101, 5), .. Enumerable.Repeat((byte)7, 30)]), effects);
        core.Apply(Octets(3, 1.5, 100), effects);
        core.Apply(Tick(4, 2), effects);
        int Observed(int longitudeDeg) => rooms.Observed.Count(p => Math.Round(p.Position!.Value.LongitudeDeg) == longitudeDeg);
        Assert.Equal((13, 5, 30), (Observed(100), Observed(101), Observed(7)));
        var feed = Assert.Single(effects.Of<HealthEffect>().Last().Feeds);
        Assert.Equal((536L, 488L), (feed.Plots, feed.Refused));
        Assert.Contains("more than a transponder sends", feed.LastRefusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensor_met_for_the_first_time_is_introduced_before_its_plots()
    {
        Configure();
        rooms.Calls.Clear();
        core.Apply(Octets(2, 0.5, 10, 0xFE, 0xFD), effects);
        Assert.Equal(["configure 1", "plots 1", "message", "configure 2", "plots 1"], rooms.Calls.Where(c => !c.StartsWith("advance", StringComparison.Ordinal)));
    }

    [Fact]
    public void Octets_of_a_feed_that_nobody_configured_are_refused_by_name()
    {
        Configure();
        core.Apply(new JournalEntry(2, Start, EntryKind.Octets, "stranger", new byte[] { 1 }), effects);
        Assert.Contains("stranger", Assert.Single(effects.Of<RefusalEffect>()).Refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"command\":\"launch\",\"by\":\"x\"}")]
    [InlineData("{\"command\":\"acknowledgeAlert\",\"alert\":1}")]
    public void A_command_that_cannot_be_read_or_has_no_name_is_answered_with_a_refusal(string json)
    {
        Configure();
        core.Apply(new JournalEntry(2, Start, EntryKind.Command, "console", Encoding.UTF8.GetBytes(json)), effects);
        Assert.False(Assert.Single(effects.Of<CommandEffect>()).Result.Accepted);
    }

    [Fact]
    public void Every_kind_of_entry_with_any_payload_is_taken_without_a_throw()
    {
        Gen.Select(Gen.Int[0, 6], Gen.Byte.Array[0, 60]).Array[1, 20].Sample(entries =>
        {
            using var fresh = new VedetteCore(new FakeRooms().Rooms);
            var sink = new Recorded();
            fresh.Apply(Configuration(1), sink);
            for (var i = 0; i < entries.Length; i++)
                fresh.Apply(new JournalEntry(i + 2, Start.AddSeconds(i), (EntryKind)entries[i].Item1, "radar", entries[i].Item2), sink);
        });
    }

    [Fact]
    public void The_same_entries_give_the_same_digest_and_one_other_octet_gives_another()
    {
        var first = DigestOf(10, 20, 30);
        Assert.Equal(first, DigestOf(10, 20, 30));
        Assert.NotEqual(first, DigestOf(10, 20, 31));
    }

    [Fact]
    public void An_exercise_cannot_turn_into_the_real_thing()
    {
        Configure();
        var real = CoreJson.Write(new CoreConfiguration { Exercise = true, Feeds = [new("radar", FeedFormat.Asterix)] });
        core.Apply(new JournalEntry(2, Start, EntryKind.Configuration, "", real), effects);
        Assert.Contains("exercise", Assert.Single(effects.Of<RefusalEffect>()).Refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_round_trips_exactly_through_its_json()
    {
        var airspace = new Airspace
        {
            Id = "a", Name = "Area", Polygons = [[[Kernel.Geodesy.Geodetic.FromDegrees(50.1, 23.7), Kernel.Geodesy.Geodetic.FromDegrees(51, 24)]]],
        };
        var sensor = new Sensor { Id = new SensorId(0), Name = "r", Kind = SensorKind.Radar3D, Source = new AsterixSource(25, 1) };
        var before = new CoreConfiguration { Sensors = [sensor], Airspaces = [airspace], Feeds = [new("f", FeedFormat.Beast, "s")] };
        var octets = CoreJson.Write(before);
        var after = CoreJson.ReadConfiguration(octets);
        Assert.Equal(octets, CoreJson.Write(after));
        Assert.Equal(sensor, after.Sensors[0]);
        Assert.Equal(double.PositiveInfinity, after.Airspaces[0].CeilingM);
        Assert.Equal(airspace.Polygons[0][0][0], after.Airspaces[0].Polygons[0][0][0]);
    }

    private static string DigestOf(params byte[] octets)
    {
        using var fresh = new VedetteCore(new FakeRooms().Rooms);
        var sink = new Recorded();
        fresh.Apply(Configuration(1), sink);
        fresh.Apply(Octets(2, 0.5, octets), sink);
        fresh.Apply(Tick(3, 2), sink);
        return fresh.Digest;
    }

    private void Configure() => core.Apply(Configuration(1), effects);

    private static JournalEntry Configuration(long sequence) =>
        new(sequence, Start, EntryKind.Configuration, "", CoreJson.Write(new CoreConfiguration { Feeds = [new("radar", FeedFormat.Asterix)] }));

    private static JournalEntry Tick(long sequence, double seconds) => new(sequence, Start.AddSeconds(seconds), EntryKind.Tick, "", default);

    private static JournalEntry Octets(long sequence, double seconds, params byte[] octets) =>
        new(sequence, Start.AddSeconds(seconds), EntryKind.Octets, "radar", octets);
}
