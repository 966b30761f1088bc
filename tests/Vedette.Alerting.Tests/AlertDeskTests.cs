using Vedette.Air;

namespace Vedette.Alerting.Tests;

public sealed class AlertDeskTests
{
    [Fact]
    public void A_likely_entry_raises_one_incursion_after_its_dwell_and_not_before()
    {
        var night = new Night();
        night.Fly(10, within10: 0.7);
        Assert.Empty(night.Desk.Alerts);
        night.Fly(30, within10: 0.7);
        var alert = Assert.Single(night.Desk.Alerts);
        Assert.Equal((AlertKind.Incursion, AlertState.Raised, "pl-east", 12), (alert.Kind, alert.State, alert.AirspaceId, alert.Track.Value));
        Assert.Equal(Night.Start.AddSeconds(10), alert.RaisedAt);
        Assert.Contains("T00012 (suspect, probably one-way drone) enters Poland east within 10 min with probability 70 %", alert.Reasons[^2].Text);
        Assert.Equal(110, alert.Reasons[^2].Entry);
        Assert.Equal(new Reason("suspect because: no transponder", 7), alert.Reasons[^1]);
    }

    [Fact]
    public void A_near_certain_entry_within_minutes_is_raised_at_once()
    {
        var night = new Night();
        var drone = night.Drone();
        var crossing = night.Judge(12, Identity.Hostile, 0.99, etaS: 90).Crossings[0] with { Within5Min = 0.95 };
        night.With(drone, night.Judge(12, Identity.Hostile) with { Crossings = [crossing] }).Look();
        Assert.Equal(Night.Start, Assert.Single(night.Desk.Alerts).RaisedAt);
    }

    [Theory]
    [InlineData(Identity.Friend)]
    [InlineData(Identity.AssumedFriend)]
    [InlineData(Identity.Neutral)]
    public void Who_is_friendly_or_neutral_enters_without_an_alert(Identity identity)
    {
        var night = new Night();
        night.Fly(60, within10: 0.99, inside: 0.99, identity: identity);
        Assert.Empty(night.Desk.Alerts);
    }

    [Fact]
    public void A_track_that_stays_pending_too_long_counts_as_unknown()
    {
        var patient = new Night(policy: new() { PendingPatienceS = 100, ProgressS = 0 });
        patient.Fly(39, within10: 0.9, identity: Identity.Pending);
        Assert.Empty(patient.Desk.Alerts);
        patient.Fly(15, within10: 0.9, identity: Identity.Pending);
        Assert.Single(patient.Desk.Alerts);
    }

    [Theory]
    [InlineData(-70e3, IdentitySource.Transponder, false)]
    [InlineData(-70e3, IdentitySource.Behaviour, true)]
    [InlineData(20e3, IdentitySource.Transponder, true)]
    public void An_unknown_that_answers_and_was_found_inside_has_time_to_become_known(double foundAtM, IdentitySource source, bool atOnce)
    {
        var night = new Night();
        for (var i = 0; i < 600; i++)
        {
            var judged = night.Judge(12, Identity.Unknown, 1, i < 5 && foundAtM > 0 ? 0 : 0.99, distanceM: i < 5 ? foundAtM : -70e3);
            night.With(night.Drone(), judged with { Identity = judged.Identity with { Source = source } }).Look();
            if (i == 60) Assert.Equal(atOnce, night.Desk.Alerts.Any(a => a.Kind == AlertKind.Violation));
        }

        Assert.Contains(night.Desk.Alerts, a => a.Kind == AlertKind.Violation);
    }

    [Theory]
    [InlineData(TrackStatus.Tentative, 0.99, ObjectClass.OneWayDrone)]
    [InlineData(TrackStatus.Coasting, 0.99, ObjectClass.OneWayDrone)]
    [InlineData(TrackStatus.Confirmed, 0.5, ObjectClass.OneWayDrone)]
    [InlineData(TrackStatus.Confirmed, 0.99, ObjectClass.Bird)]
    public void What_is_probably_no_object_raises_nothing(TrackStatus status, double existence, ObjectClass kind)
    {
        var night = new Night();
        for (var i = 0; i < 60; i++)
        {
            night.With(night.Drone() with { Status = status, Existence = existence, Classes = Night.Surely(kind) },
                night.Judge(12, Identity.Unknown, 0.99, 0.99)).Look();
        }

        Assert.Empty(night.Desk.Alerts);
    }

    [Fact]
    public void An_incursion_closes_by_itself_when_the_threat_has_passed_for_a_minute()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Fly(60, within10: 0.1);
        Assert.Equal(AlertState.Raised, night.Alert(1).State);
        night.Fly(1, within10: 0.1);
        Assert.Equal((AlertState.Closed, "Vedette"), (night.Alert(1).State, night.Alert(1).ChangedBy));
        Assert.Contains("stayed below 25 %", night.Alert(1).Reasons[0].Text);
    }

    [Fact]
    public void A_violation_takes_the_incursions_place_and_closes_a_minute_after_it_left()
    {
        var night = new Night();
        night.Fly(20, within10: 0.9);
        night.Fly(20, within10: 1, inside: 0.97);
        Assert.Equal((AlertState.Closed, AlertState.Raised), (night.Alert(1).State, night.Alert(2).State));
        Assert.Equal(AlertKind.Violation, night.Alert(2).Kind);
        Assert.Equal("It is inside now: goes on as A0002", night.Alert(1).Reasons[0].Text);
        night.Fly(61);
        Assert.All(night.Desk.Alerts, a => Assert.Equal(AlertState.Closed, a.State));
        Assert.Equal("Outside Poland east for 60 s; now 20 km from it", night.Alert(2).Reasons[0].Text);
    }

    [Fact]
    public void A_violation_needs_several_plots_not_only_time()
    {
        var night = new Night();
        for (var i = 0; i < 60; i++) night.With(night.Drone() with { Plots = 10 }, night.Judge(12, Identity.Hostile, 1, 0.99)).Look();
        Assert.DoesNotContain(night.Desk.Alerts, a => a.Kind == AlertKind.Violation);
    }

    [Fact]
    public void Who_leaves_and_may_return_is_an_incursion_again_and_not_all_clear()
    {
        var night = new Night();
        night.Fly(20, within10: 0.9);
        night.Fly(20, within10: 1, inside: 0.97);
        night.Fly(70, within10: 0.6);
        Assert.Equal((AlertState.Raised, AlertState.Closed), (night.Alert(1).State, night.Alert(2).State));
        Assert.DoesNotContain(night.Warnings, w => w.CapXml.Contains("AllClear", StringComparison.Ordinal));
    }

    [Fact]
    public void Evidence_that_returns_within_the_cool_down_opens_the_old_number_again()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Fly(70);
        night.Fly(20, within10: 0.7);
        Assert.Equal(AlertState.Raised, Assert.Single(night.Desk.Alerts).State);
        Assert.StartsWith("Again: ", night.Alert(1).Reasons[0].Text);
    }

    [Fact]
    public void Evidence_that_returns_after_the_cool_down_gets_a_new_number()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Fly(70 + (int)night.Policy.CoolDownS);
        night.Fly(20, within10: 0.7);
        Assert.Equal([AlertState.Closed, AlertState.Raised], night.Desk.Alerts.Select(a => a.State));
    }

    [Fact]
    public void What_a_person_closed_stays_closed_for_the_cool_down_and_then_gets_a_new_number()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        Assert.True(night.Do(new CloseAlert("Anna", 1, "known balloon")).Accepted);
        night.Fly((int)night.Policy.CoolDownS - 1, within10: 0.7);
        Assert.Equal(AlertState.Closed, Assert.Single(night.Desk.Alerts).State);
        night.Fly(5, within10: 0.7);
        Assert.Equal([AlertState.Closed, AlertState.Raised], night.Desk.Alerts.Select(a => a.State));
    }

    [Fact]
    public void An_operators_friend_lowers_the_alert_with_that_reason()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Fly(61, within10: 0.7, identity: Identity.Friend);
        Assert.Equal(AlertState.Closed, night.Alert(1).State);
        Assert.Equal("T00012 is now friend: no transponder", night.Alert(1).Reasons[0].Text);
    }

    [Fact]
    public void Nobody_answering_is_reminded_then_escalated_then_reminded_again()
    {
        var night = new Night();
        night.Fly(11 + 119, within10: 0.7);
        Assert.Equal((AlertState.Raised, 0), (night.Last.State, night.Last.Reminders));
        night.Fly(1, within10: 0.7);
        Assert.Equal((AlertState.Raised, 1), (night.Last.State, night.Last.Reminders));
        night.Fly(120, within10: 0.7);
        Assert.Equal((AlertState.Escalated, 1, "Vedette"), (night.Last.State, night.Last.Reminders, night.Last.ChangedBy));
        Assert.Equal("Escalated by itself: nobody acknowledged within 4 min", night.Last.Reasons[0].Text);
        night.Fly(300, within10: 0.7);
        Assert.Equal((AlertState.Escalated, 2), (night.Last.State, night.Last.Reminders));
        Assert.True(night.Do(new AcknowledgeAlert("Anna", 1)).Accepted);
        night.Fly(900, within10: 0.7);
        Assert.Equal((AlertState.Acknowledged, 2), (night.Alert(1).State, night.Alert(1).Reminders));
    }

    [Fact]
    public void Hours_without_an_answer_push_out_nothing_of_what_the_alert_is_about()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var raisedFor = night.Last.Reasons.Select(reason => reason.Text).ToList();
        night.Fly(3 * 3600, within10: 0.7);
        Assert.True(night.Last.Reminders > 30);
        Assert.Equal(raisedFor.Count + 3, night.Last.Reasons.Count);
        Assert.Equal(raisedFor, night.Last.Reasons.Select(reason => reason.Text).TakeLast(raisedFor.Count));
        Assert.StartsWith("Escalated and still not acknowledged after", night.Last.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlertKind.Incursion, double.NaN, 120)]
    [InlineData(AlertKind.Incursion, 900, 120)]
    [InlineData(AlertKind.Incursion, 100, 50)]
    [InlineData(AlertKind.Incursion, 10, 20)]
    [InlineData(AlertKind.Violation, 0, 60)]
    public void The_deadline_is_sooner_where_the_threat_is(AlertKind kind, double etaS, double expectedS) =>
        Assert.Equal(expectedS, new AlertPolicy().DeadlineS(kind, etaS));

    [Theory]
    [InlineData(0x0F40, "unlawful interference")]
    [InlineData(0x0F80, "radio failure")]
    [InlineData(0x0FC0, "emergency")]
    public void An_emergency_code_raises_whoever_shows_it(int code, string meaning)
    {
        var night = new Night();
        for (var i = 0; i < 7; i++) night.With(night.Drone() with { Code = new((ushort)code) }, night.Judge(12, Identity.Friend)).Look();
        var alert = Assert.Single(night.Desk.Alerts);
        Assert.Equal((AlertKind.EmergencyCode, ""), (alert.Kind, alert.AirspaceId));
        Assert.EndsWith(meaning, alert.Reasons[^2].Text);
        night.Fly(61, identity: Identity.Friend);
        Assert.Equal(AlertState.Closed, night.Alert(1).State);
    }

    [Fact]
    public void One_garbled_emergency_code_raises_nothing()
    {
        var night = new Night();
        night.With(night.Drone() with { Code = Mode3A.Hijack }, night.Judge(12, Identity.Friend)).Look();
        night.Fly(30, identity: Identity.Friend);
        Assert.Empty(night.Desk.Alerts);
    }

    [Fact]
    public void An_unchanged_picture_changes_nothing()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var same = night.With(night.Drone(), night.Judge(12, Identity.Suspect, 0.7)).Look();
        Assert.Same(AlertingChanges.None, same);
    }

    [Fact]
    public void Moving_figures_are_told_again_but_not_each_second()
    {
        var night = new Night();
        night.Fly(11, within10: 0.7);
        var before = night.Alerts.Count;
        for (var i = 0; i < 30; i++) night.Fly(1, within10: i % 2 == 0 ? 0.95 : 0.6);
        Assert.InRange(night.Alerts.Count - before, 1, 3);
    }

    [Fact]
    public void Only_protected_airspace_raises()
    {
        var night = new Night();
        night.Desk.Watch([Night.East with { Role = AirspaceRole.Information }]);
        night.Fly(60, within10: 0.99, inside: 0.99);
        Assert.Empty(night.Desk.Alerts);
    }

    [Fact]
    public void Closed_alerts_leave_the_list_after_their_time()
    {
        var night = new Night(policy: new() { KeepClosedS = 100, ProgressS = 0 });
        night.Fly(20, within10: 0.7);
        night.Fly(70);
        Assert.Single(night.Desk.Alerts);
        night.Fly(110);
        Assert.Empty(night.Desk.Alerts);
        Assert.Contains("There is no alert A0001 here", night.Do(new AcknowledgeAlert("Anna", 1)).Message);
    }
}
