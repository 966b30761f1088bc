using Vedette.Sim.Faults;

namespace Vedette.Scenarios;

public class TrackedSky
{
    /// <summary>Pictures are scored once tracks have had time to begin, s.</summary>
    private const double SettledS = 60;

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Every_aircraft_of_a_small_sky_is_tracked_without_a_break(ulong seed)
    {
        var (gospa, continuity) = WatchedWorld.Run(SmallWorlds.MixedSky(seed)).Score(SettledS);
        Assert.Equal(12, continuity.Targets);
        Assert.Equal(0, continuity.NeverTracked);
        Assert.InRange(continuity.Completeness, 0.97, 1);
        Assert.InRange(continuity.LongestSegment, 0.95, 1);
        Assert.InRange(continuity.IdentitySwitches, 0, 1);
        Assert.InRange(continuity.Ambiguity, 1, 1.1);
        Assert.InRange(gospa.LocalisationRmsM, 0, 200);
        Assert.InRange(gospa.False, 0, 1);
    }

    [Fact]
    public void The_same_octets_give_the_same_effects_bit_for_bit()
    {
        var scenario = SmallWorlds.MixedSky(durationS: 90);
        var first = WatchedWorld.Run(scenario);
        Assert.Equal(first.Digest, WatchedWorld.Run(scenario).Digest);
        Assert.NotEqual(first.Digest, WatchedWorld.Run(scenario with { Seed = 2 }).Digest);
    }

    [Fact]
    public void Corrupt_datagrams_are_counted_and_named_and_the_picture_holds()
    {
        var watched = WatchedWorld.Run(SmallWorlds.MixedSky() with
        {
            Faults = [new CorruptDatagrams("radar-01", 0, 300, 0.05), new CorruptDatagrams("adsb-01", 0, 300, 0.05)],
        });
        Assert.NotEmpty(watched.Refusals);
        Assert.All(watched.Refusals, r =>
        {
            Assert.Contains(r.Feed, new[] { "radar-01", "adsb-01" });
            Assert.NotEmpty(r.Item);
            Assert.NotEmpty(r.Reason);
            Assert.True(r.Entry > 1);
        });
        // Health is told with the last picture, a moment before the last octets.
        var counted = watched.Health!.Feeds.Sum(f => f.Refused);
        Assert.InRange(counted, watched.Refusals.Count * 0.95, watched.Refusals.Count);
        Assert.InRange(watched.Score(SettledS).Continuity.Completeness, 0.95, 1);
    }

    [Fact]
    public void Duplicates_and_late_datagrams_make_no_second_track()
    {
        var (_, continuity) = WatchedWorld.Run(SmallWorlds.MixedSky() with
        {
            Faults = [new DuplicatedDatagrams("radar-01", 0, 300, 0.2), new LateDatagrams("radar-02", 0, 300, 0.1, 3)],
        }).Score(SettledS);
        Assert.InRange(continuity.Completeness, 0.97, 1);
        Assert.InRange(continuity.Ambiguity, 1, 1.1);
        Assert.InRange(continuity.IdentitySwitches, 0, 1);
    }

    [Fact]
    public void One_radar_falls_silent_and_the_tracks_go_on_with_the_other()
    {
        var (_, continuity) = WatchedWorld.Run(SmallWorlds.MixedSky() with { Faults = [new Outage("radar-01", 120, 240)] }).Score(SettledS);
        Assert.InRange(continuity.Completeness, 0.95, 1);
        Assert.InRange(continuity.IdentitySwitches, 0, 2);
    }
}
