using Vedette.Air;

namespace Vedette.Alerting.Tests;

public sealed class AllClearTests
{
    [Fact]
    public void What_the_sensors_allow_is_said_while_nothing_stands_against_it_and_only_when_it_changes()
    {
        var night = new Night();
        night.Wait(5);
        IReadOnlyList<AllClear> sensed = [Clear(allowed: true)];
        Assert.Equal(sensed, night.Desk.Qualify(sensed, night.Now, night.Entry));
        Assert.Null(night.Desk.Qualify(sensed, night.Now, night.Entry));
    }

    [Fact]
    public void Nothing_is_clear_while_a_track_may_enter_is_inside_or_is_lost_until_a_person_has_explained_it()
    {
        var night = new Night();
        IReadOnlyList<AllClear> sensed = [Clear(allowed: true)];
        night.Fly(20, within10: 0.7);
        Assert.StartsWith("Poland east: no all-clear: 1 track may enter (T00012). What the sensors", Verdict(night, sensed), StringComparison.Ordinal);
        night.Fly(20, within10: 1, inside: 1);
        Assert.Contains("1 track is inside (T00012)", Verdict(night, sensed), StringComparison.Ordinal);
        night.Wait(25);
        Assert.Contains("1 lost track is not explained (T00012)", Verdict(night, sensed), StringComparison.Ordinal);
        night.Do(new CloseAlert("Anna", night.Desk.Lost[0].Alert.Value, "wreck found"));
        Assert.Equal(sensed, night.Desk.Qualify(sensed, night.Now, night.Entry));
    }

    [Fact]
    public void What_the_sensors_could_have_missed_is_said_after_what_was_seen()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var said = Assert.Single(night.Desk.Qualify([Clear(allowed: false)], night.Now, night.Entry)!);
        Assert.False(said.Allowed);
        Assert.Equal(["Poland east: no all-clear: 1 track may enter (T00012).", "the verdict of the sensors", "a figure"], said.Reasons.Select(r => r.Text));
        Assert.Contains(night.State().Lines, line => line.Text.Contains("no all-clear: 1 track may enter", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alert_of_one_airspace_says_nothing_of_another()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var said = night.Desk.Qualify([Clear(allowed: true) with { AirspaceId = "elsewhere" }], night.Now, night.Entry);
        Assert.True(Assert.Single(said!).Allowed);
    }

    private static string Verdict(Night night, IReadOnlyList<AllClear> sensed)
    {
        var said = Assert.Single(night.Desk.Qualify(sensed, night.Now, night.Entry)!);
        Assert.False(said.Allowed);
        return said.Reasons[0].Text;
    }

    private static AllClear Clear(bool allowed) => new()
    {
        AirspaceId = Night.East.Id,
        Allowed = allowed,
        Weakest = [],
        Unseen = [],
        Reasons = [new("the verdict of the sensors"), new("a figure")],
    };
}
