using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Tests;

public sealed class LostTrackTests
{
    [Fact]
    public void A_track_with_an_open_alert_that_ends_is_lost_and_only_a_person_closes_it()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var last = night.Drone();
        night.With(last with { Status = TrackStatus.Ended }, null).Look();
        night.Wait(19);
        Assert.Single(night.Desk.Alerts);
        night.Wait(2);
        Assert.Equal((AlertKind.LostTrack, AlertState.Raised, "pl-east", 12),
            (night.Alert(2).Kind, night.Alert(2).State, night.Alert(2).AirspaceId, night.Alert(2).Track.Value));
        Assert.Equal((AlertState.Closed, "T00012 was lost: goes on as A0002"), (night.Alert(1).State, night.Alert(1).Reasons[0].Text));
        Assert.Contains("was lost 20 km from Poland east: last seen 02:40:19 UTC", night.Alert(2).Reasons[0].Text);
        night.Wait(3600);
        Assert.NotEqual(AlertState.Closed, night.Alert(2).State);
        Assert.False(night.Do(new CloseAlert("Anna", 2, "")).Accepted);
        Assert.True(night.Do(new CloseAlert("Anna", 2, "wreck found at 50.51 N 23.20 E")).Accepted);
    }

    [Fact]
    public void A_case_that_was_taken_up_is_reminded_of_until_it_is_closed_and_the_lost_object_is_told_as_long()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Wait(25);
        Assert.Equal((2, 12), (Assert.Single(night.Desk.Lost).Alert.Value, night.Desk.Lost[0].Track.Number.Value));
        Assert.Same(night.Desk.Lost, night.Desk.Lost);
        night.Do(new AcknowledgeAlert("Anna", 2));
        var before = night.Alert(2).Reminders;
        night.Wait(1801);
        Assert.Equal((AlertState.Acknowledged, before + 1), (night.Alert(2).State, night.Alert(2).Reminders));
        Assert.StartsWith("Still missing, and its case still open", night.Alert(2).Reasons[0].Text, StringComparison.Ordinal);
        night.Wait(1801);
        Assert.Equal(before + 2, night.Alert(2).Reminders);
        night.Do(new CloseAlert("Anna", 2, "wreck found"));
        Assert.Empty(night.Desk.Lost);
    }

    [Fact]
    public void A_track_that_vanishes_without_a_word_is_lost_as_well()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Wait(25);
        Assert.Equal(AlertKind.LostTrack, night.Alert(2).Kind);
    }

    [Fact]
    public void The_same_object_under_a_new_number_keeps_its_alert_and_its_answer()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Do(new AcknowledgeAlert("Anna", 1));
        night.Wait(5);
        for (var i = 0; i < 60; i++) night.With(night.Drone(99) with { FirstSeen = Night.Start.AddSeconds(15) }, night.Judge(99, Identity.Unknown, 0.7)).Look();
        var alert = Assert.Single(night.Desk.Alerts);
        Assert.Equal((AlertState.Acknowledged, 99, "Anna"), (alert.State, alert.Track.Value, alert.ChangedBy));
        Assert.Contains(alert.Reasons, r => r.Text.StartsWith("T00012 ended; T00099 is", StringComparison.Ordinal));
    }

    [Fact]
    public void One_track_does_not_explain_two_losses()
    {
        var night = new Night();
        for (var i = 0; i < 20; i++)
            night.With(night.Drone(12), night.Judge(12, Identity.Suspect, 0.7)).With(night.Drone(13), night.Judge(13, Identity.Suspect, 0.7)).Look();
        for (var i = 0; i < 30; i++) night.With(night.Drone(99) with { FirstSeen = Night.Start.AddSeconds(19) }, night.Judge(99, Identity.Suspect, 0.7)).Look();
        Assert.Equal(1, night.Desk.Alerts.Count(a => a.Kind == AlertKind.LostTrack && a.State == AlertState.Raised));
        Assert.Equal(1, night.Desk.Alerts.Count(a => a.Kind == AlertKind.Incursion && a.State == AlertState.Raised && a.Track.Value == 99));
    }

    [Fact]
    public void A_neighbour_that_flew_beside_it_all_along_does_not_explain_the_loss()
    {
        var night = new Night();
        Track Neighbour() => night.Drone(13) with { Position = Geodetic.FromDegrees(night.Drone().Position.LatitudeDeg + 0.006, night.Drone().Position.LongitudeDeg) };
        for (var i = 0; i < 90; i++) night.With(night.Drone(12), night.Judge(12, Identity.Suspect, 0.7)).With(Neighbour(), night.Judge(13, Identity.Suspect, 0.7)).Look();
        for (var i = 0; i < 25; i++) night.With(Neighbour(), night.Judge(13, Identity.Suspect, 0.7)).Look();
        Assert.Single(night.Desk.Alerts, a => a.Kind == AlertKind.LostTrack && a.Track.Value == 12);
    }

    [Fact]
    public void A_track_that_appears_later_where_it_could_be_is_a_hint_and_no_more()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Wait(60);
        Track Later() => night.Drone(99) with { FirstSeen = Night.Start.AddSeconds(75) };
        for (var i = 0; i < 10; i++) night.With(Later(), night.Judge(99, Identity.Unknown)).Look();
        Assert.Equal(AlertState.Raised, night.Alert(2).State);
        Assert.Single(night.Alert(2).Reasons, r => r.Text.StartsWith("T00099 appeared", StringComparison.Ordinal));
    }

    [Fact]
    public void Landing_explains_the_end()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.With(night.Drone() with { OnGround = true }, night.Judge(12, Identity.Suspect, 0.7)).Look();
        night.Wait(30);
        Assert.Equal("T00012 was on the ground when it was last seen", Assert.Single(night.Desk.Alerts).Reasons[0].Text);
    }

    [Theory]
    [InlineData(Identity.Hostile, 8e3, 0.1, true)]
    [InlineData(Identity.Suspect, 90e3, 0.6, true)]
    [InlineData(Identity.Suspect, 90e3, 0.1, false)]
    [InlineData(Identity.Unknown, 8e3, 0.1, false)]
    [InlineData(Identity.Friend, 8e3, 0.6, false)]
    public void Losing_a_suspect_matters_near_the_airspace_or_on_its_way_there(Identity identity, double distanceM, double within20, bool lost)
    {
        var night = new Night();
        for (var i = 0; i < 5; i++) night.With(night.Drone(), night.Judge(12, identity, distanceM: distanceM, within20: within20)).Look();
        night.Wait(30);
        Assert.Equal(lost, night.Desk.Alerts.Any(a => a.Kind == AlertKind.LostTrack));
    }

    [Theory]
    [InlineData(59, 20, false)]
    [InlineData(60, 7, false)]
    [InlineData(60, 8, true)]
    public void What_was_seen_too_briefly_is_no_case_of_its_own(int seconds, int plots, bool lost)
    {
        var night = new Night();
        for (var i = 0; i < 5; i++)
        {
            night.With(night.Drone() with { FirstSeen = night.Now.AddSeconds(-seconds), Plots = plots },
                night.Judge(12, Identity.Suspect, distanceM: 5e3, within20: 0.9)).Look();
        }

        night.Wait(30);
        Assert.Equal(lost, night.Desk.Alerts.Any(a => a.Kind == AlertKind.LostTrack));
    }

    [Fact]
    public void Another_aircrafts_transponder_never_takes_over_a_lost_track()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        for (var i = 0; i < 25; i++)
            night.With(night.Drone(99) with { FirstSeen = Night.Start.AddSeconds(19), Address = new(0x48A1B2) }, night.Judge(99, Identity.Neutral)).Look();
        Assert.Contains(night.Desk.Alerts, a => a.Kind == AlertKind.LostTrack);
    }
}
