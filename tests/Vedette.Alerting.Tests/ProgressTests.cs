using Vedette.Air;

namespace Vedette.Alerting.Tests;

public class ProgressTests
{
    private readonly Night night = new(policy: new());

    [Fact]
    public void A_drone_that_gets_where_its_speed_says_raises_after_a_minute_of_it()
    {
        night.Fly(55, within10: 0.7);
        Assert.Empty(night.Alerts);
        night.Fly(20, within10: 0.7);
        Assert.Equal(AlertKind.Incursion, Assert.Single(night.Desk.Alerts).Kind);
    }

    [Fact]
    public void A_missile_needs_not_wait_for_the_whole_minute()
    {
        for (var i = 0; i < 35; i++)
        {
            var along = Night.Start.AddSeconds(i).SecondsSince(Night.Start) * 0.0035;
            var missile = night.Drone() with { Position = Kernel.Geodesy.Geodetic.FromDegrees(50.5, 23.4 - along, 200), Velocity = new(-249, 0, 0) };
            night.With(missile, night.Judge(12, Identity.Hostile, within10: 0.9)).Look();
        }

        Assert.Single(night.Desk.Alerts);
    }

    [Fact]
    public void Strung_echoes_that_claim_a_speed_and_stay_where_they_are_raise_nothing_however_long_and_are_not_missed()
    {
        for (var i = 0; i < 600; i++)
        {
            var hop = ((i / 7 * 5) % 11) * 0.0005;
            var flock = night.Drone() with { Position = Kernel.Geodesy.Geodetic.FromDegrees(50.5 + hop, 22.9 - hop, 300), Velocity = new(30, 40, 0) };
            night.With(flock, night.Judge(12, Identity.Suspect, inside: 0.99, distanceM: -5e3)).Look();
        }

        night.Wait(60);
        Assert.Empty(night.Alerts);
    }

    [Fact]
    public void What_is_probably_a_bird_by_now_raises_nothing_new_though_it_was_called_suspect_a_moment_ago()
    {
        for (var i = 0; i < 200; i++)
            night.With(night.Drone() with { Classes = Night.Surely(ObjectClass.Bird) }, night.Judge(12, Identity.Suspect, within10: 0.7)).Look();
        Assert.Empty(night.Alerts);
    }

    [Fact]
    public void What_an_object_proved_counts_under_its_new_number()
    {
        night.Fly(75, within10: 0.7);
        Assert.Single(night.Desk.Alerts);
        night.With(night.Drone() with { Status = TrackStatus.Ended }, null).Look();
        night.Fly(10, within10: 0.7, inside: 0.95, number: 13);
        night.Fly(20, within10: 0.7, inside: 0.95, number: 13);
        Assert.Contains(night.Desk.Alerts, a => a.Kind == AlertKind.Violation && a.Track == new TrackNumber(13));
    }
}
