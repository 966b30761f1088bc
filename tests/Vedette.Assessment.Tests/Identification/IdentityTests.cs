using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Tests.Identification;

public class IdentityTests
{
    private readonly Assessor assessor = new();
    private Instant now = World.Noon;

    public IdentityTests() => assessor.Watch([World.Square()]);

    private static readonly Track Inbound = World.Track(World.At(6e3, 0), 270, 50);
    private static readonly Track Outbound = World.Track(World.At(60e3, 0), 90, 50);

    private static readonly Track Airliner = World.Track(World.At(-20e3, 0, 10e3), 90, 220) with
    {
        Address = new(0x489A01),
        Callsign = Callsign.From("LOT123"),
        Classes = World.Certain(ObjectClass.Airliner),
    };

    /// <summary>Shows the same track for some seconds and tells what is said at the end.</summary>
    private IdentityJudgement Show(Track track, int seconds)
    {
        IdentityJudgement? last = null;
        for (var s = 0; s < seconds; s++)
        {
            now = now.AddSeconds(1);
            last = assessor.Assess([track with { Time = now, LastSeen = now }], now)[0].Identity;
        }

        return last!;
    }

    [Fact]
    public void A_new_track_is_pending_until_there_is_enough_to_say()
    {
        Assert.Equal(Identity.Pending, Show(Inbound with { FirstSeen = now }, 10).Identity);
        Assert.Equal(Identity.Pending, Show(Inbound with { FirstSeen = now.AddSeconds(-60), Plots = 2 }, 10).Identity);
        Assert.Equal(Identity.Suspect, Show(Inbound, 1).Identity);
    }

    [Fact]
    public void A_silent_object_that_comes_close_is_suspect_and_the_reason_says_why_and_what_it_is_worth()
    {
        var judgement = Show(Inbound, 10);
        Assert.Equal((Identity.Suspect, IdentitySource.Behaviour), (judgement.Identity, judgement.Source));
        Assert.Contains("No transponder, 180 km/h", judgement.Reasons[0].Text);
        Assert.Contains("attention only", judgement.Reasons[0].Text);
        Assert.Equal(4711, judgement.Reasons[0].Entry);
    }

    [Fact]
    public void A_silent_object_that_flies_elsewhere_is_unknown() => Assert.Equal(Identity.Unknown, Show(Outbound, 10).Identity);

    [Fact]
    public void A_suspect_that_turns_away_stays_suspect_for_a_minute_and_then_says_what_it_was()
    {
        Show(Inbound, 10);
        Assert.Equal(Identity.Suspect, Show(Outbound, 55).Identity);
        var after = Show(Outbound, 30);
        Assert.Equal(Identity.Unknown, after.Identity);
        Assert.Contains("Was suspect since", after.Reasons[1].Text);
    }

    [Fact]
    public void A_moment_of_doubt_changes_nothing()
    {
        Show(Outbound, 20);
        Assert.Equal(Identity.Unknown, Show(Inbound, 3).Identity);
        Assert.Equal(Identity.Unknown, Show(Outbound, 3).Identity);
        Assert.Equal(Identity.Unknown, Show(Inbound, 3).Identity);
        Assert.Equal(Identity.Suspect, Show(Inbound, 20).Identity);
    }

    [Fact]
    public void An_airliner_that_answers_is_neutral_by_its_transponder()
    {
        var judgement = Show(Airliner, 400);
        Assert.Equal((Identity.Neutral, IdentitySource.Transponder), (judgement.Identity, judgement.Source));
        Assert.Contains("LOT123 flies as civil traffic does", judgement.Reasons[0].Text);
    }

    [Fact]
    public void A_civil_aircraft_that_climbs_descends_or_hovers_stays_neutral()
    {
        Assert.Equal(Identity.Neutral, Show(Airliner with { Classes = World.Certain(ObjectClass.Patrol) }, 10).Identity);
        var hovering = World.Track(World.At(-20e3, 0, 300), 90, 5) with { Address = new(0x489A01), Classes = World.Certain(ObjectClass.SmallDrone) };
        Assert.Equal(Identity.Neutral, Show(hovering, 200).Identity);
        Assert.Equal(Identity.Unknown, Show(hovering with { Classes = World.Certain(ObjectClass.OneWayDrone) }, 100).Identity);
    }

    [Fact]
    public void One_the_watch_was_told_of_is_a_friend_by_its_address_once_radar_has_met_it()
    {
        assessor.Expect([new() { Address = 0x489A01, Name = "our patrol" }]);
        var patrol = Airliner with { Classes = World.Certain(ObjectClass.FastJet) };
        var judgement = Show(patrol, 10);
        Assert.Equal((Identity.Friend, IdentitySource.FlightPlan), (judgement.Identity, judgement.Source));
        Assert.Contains("our patrol", judgement.Reasons[0].Text);
        Assert.Equal(Identity.AssumedFriend, Show(patrol with { Number = new(8), SensedIndependently = false }, 10).Identity);
        Assert.NotEqual(Identity.Friend, Show(patrol with { Number = new(9), Address = new(0x489A02) }, 10).Identity);
        Assert.NotEqual(Identity.Friend, Show(patrol with { Number = new(10), Classes = World.Certain(ObjectClass.CruiseMissile) }, 10).Identity);
    }

    [Fact]
    public void Who_was_told_of_as_a_friend_is_assumed_one_until_a_radar_meets_it_and_then_is()
    {
        assessor.Expect([new() { Address = 0x489A01, Name = "our patrol" }]);
        Assert.Equal(Identity.AssumedFriend, Show(Airliner with { SensedIndependently = false }, 60).Identity);
        var met = Show(Airliner, 10);
        Assert.Equal(Identity.Friend, met.Identity);
        Assert.Contains("radar sees it", met.Reasons[0].Text);
        Assert.Contains("Was assumed friend since", met.Reasons[1].Text);
    }

    [Fact]
    public void A_drone_that_broadcasts_its_name_is_claimed_until_a_radar_meets_it_and_known_by_the_end_of_its_serial_number()
    {
        var drone = World.Track(World.At(20e3, 0, 100), 90, 12) with
        {
            Address = new(0x123456 | TransponderAddress.NonIcaoFlag), Callsign = Callsign.From("X4CKJ007"), Classes = World.Certain(ObjectClass.SmallDrone), SensedIndependently = false,
        };
        Assert.Contains("claimed only, no radar has met it yet", Show(drone, 60).Reasons[0].Text);
        Assert.Contains("who it is stays its own word", Show(drone with { SensedIndependently = true }, 60).Reasons[0].Text);
        assessor.Expect([new() { Callsign = "1581F5FJD229400X4CKJ007", Identity = Identity.Neutral, Name = "survey drone" }]);
        Assert.Contains("survey drone", Show(drone with { Number = new(8) }, 60).Reasons[0].Text);
    }

    [Fact]
    public void What_drifts_as_a_balloon_does_is_never_suspect_however_fast_the_wind()
    {
        var balloon = World.Track(World.At(8e3, 0, 3000), 270, 35) with { Classes = World.Certain(ObjectClass.Balloon) };
        var judgement = Show(balloon, 600);
        Assert.Equal(Identity.Unknown, judgement.Identity);
        Assert.Contains("not under its own power", judgement.Reasons[0].Text);
    }

    [Fact]
    public void A_plan_proves_nothing_outside_its_times()
    {
        assessor.Expect([new() { Callsign = "LOT123", Until = World.Noon.AddSeconds(100) }, new() { Callsign = "LOT123", From = World.Noon.AddSeconds(900), Identity = Identity.Neutral, Name = "the late one" }]);
        Assert.Equal(IdentitySource.FlightPlan, Show(Airliner, 50).Source);
        Assert.Equal(IdentitySource.Transponder, Show(Airliner, 300).Source);
        Assert.Contains("the late one", Show(Airliner, 700).Reasons[0].Text);
    }

    [Fact]
    public void Where_address_and_callsign_are_told_both_must_be_answered()
    {
        assessor.Expect([new() { Address = 0x489A01, Callsign = "LOT124" }, new() { Callsign = "rescue1", Identity = Identity.Neutral }]);
        Assert.Equal(IdentitySource.Transponder, Show(Airliner, 10).Source);
        Assert.Equal(Identity.Friend, Show(Airliner with { Callsign = Callsign.From("LOT124") }, 10).Identity);
        var rescue = Airliner with { Number = new(8), Address = null, Callsign = Callsign.From("RESCUE1") };
        Assert.Equal((Identity.Neutral, IdentitySource.FlightPlan), (Show(rescue with { Code = new(0x123) }, 10).Identity, Show(rescue with { Code = new(0x123) }, 1).Source));
    }

    [Fact]
    public void A_transponder_that_does_not_fit_the_flight_proves_nothing()
    {
        var judgement = Show(Airliner with { Classes = World.Certain(ObjectClass.CruiseMissile) }, 10);
        Assert.Equal((Identity.Unknown, IdentitySource.Behaviour), (judgement.Identity, judgement.Source));
        Assert.Contains("a cruise missile", judgement.Reasons[0].Text);
    }

    [Fact]
    public void One_that_answers_inside_for_long_and_is_seen_by_radar_is_assumed_a_friend()
    {
        var patrol = Airliner with { Address = null, Code = new Mode3A(0x123), Classes = World.Certain(ObjectClass.Patrol) };
        Assert.Equal(Identity.Unknown, Show(patrol, 290).Identity);
        Assert.Equal(Identity.AssumedFriend, Show(patrol, 90).Identity);
        Assert.Equal(Identity.Unknown, Show(patrol with { Number = new(8), SensedIndependently = false }, 400).Identity);
    }

    [Fact]
    public void Unlawful_interference_is_suspect_at_once_even_for_an_airliner()
    {
        Show(Airliner, 10);
        var judgement = Show(Airliner with { Code = Mode3A.Hijack }, 7);
        Assert.Equal((Identity.Suspect, IdentitySource.Transponder), (judgement.Identity, judgement.Source));
        Assert.Contains("7500", judgement.Reasons[0].Text);
    }

    [Theory]
    [InlineData(ObjectClass.Balloon, 14)]
    [InlineData(ObjectClass.Unknown, 14)]
    [InlineData(ObjectClass.Bird, 25)]
    public void A_balloon_or_a_stray_is_never_suspect_for_crossing_a_line(ObjectClass c, double speedMps)
    {
        var drifting = World.Track(World.At(-5e3, 0), 270, speedMps) with { Classes = World.Certain(c) };
        Assert.Equal(Identity.Unknown, Show(drifting, 700).Identity);
    }

    [Fact]
    public void Crossing_a_line_alone_makes_nothing_hostile()
    {
        var drone = World.Track(World.At(-5e3, 0), 270, 50) with { Classes = World.Certain(ObjectClass.OneWayDrone) };
        Assert.Equal(Identity.Suspect, Show(drone, 700).Identity);
    }

    [Fact]
    public void A_silent_missile_like_object_that_comes_on_is_labelled_hostile_for_attention_only()
    {
        var missile = World.Track(World.At(15e3, 0, 100), 270, 230) with { Classes = World.Certain(ObjectClass.CruiseMissile) };
        var judgement = Show(missile, 10);
        Assert.Equal((Identity.Hostile, IdentitySource.Behaviour), (judgement.Identity, judgement.Source));
        Assert.Contains("attention only", judgement.Reasons[0].Text);
        Assert.NotEqual(Identity.Hostile, Show(missile with { Number = new(8), SensedIndependently = false }, 10).Identity);
    }

    [Fact]
    public void The_operators_word_stands_until_it_is_taken_back()
    {
        Show(Inbound, 10);
        Assert.True(assessor.Decide(new SetIdentity("Anna", 7, Identity.Friend, "called by phone"), now, 99).Accepted);
        var friend = Show(Inbound with { Code = Mode3A.Hijack }, 200);
        Assert.Equal((Identity.Friend, IdentitySource.Operator), (friend.Identity, friend.Source));
        Assert.Equal(new Reason("Decided by Anna: called by phone", 99), friend.Reasons[0]);
        Assert.True(assessor.Decide(new SetIdentity("Anna", 7, null, "wrong track"), now, 120).Accepted);
        Assert.Equal(Identity.Suspect, Show(Inbound, 1).Identity);
    }

    [Fact]
    public void A_decision_on_a_track_nobody_knows_is_refused_in_words()
    {
        var result = assessor.Decide(new SetIdentity("Anna", 1234, Identity.Friend, "?"), now, 1);
        Assert.False(result.Accepted);
        Assert.Contains("T01234", result.Message);
    }
}
