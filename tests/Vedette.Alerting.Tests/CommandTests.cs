using Vedette.Air;

namespace Vedette.Alerting.Tests;

public sealed class CommandTests
{
    [Fact]
    public void A_closed_alert_is_refused_with_who_and_when()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        Assert.Equal(new(true, "Alert A0001 is closed."), night.Do(new CloseAlert("Anna", 1, "weather balloon")));
        foreach (var command in new OperatorCommand[] { new AcknowledgeAlert("Ben", 1), new EscalateAlert("Ben", 1, "why not"), new CloseAlert("Ben", 1, "me too") })
            Assert.Equal(new(false, "Alert A0001 is already closed (by Anna at 02:40:20 UTC)."), night.Do(command));
    }

    [Fact]
    public void Acknowledging_or_escalating_twice_is_refused()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        Assert.True(night.Do(new AcknowledgeAlert("Anna", 1)).Accepted);
        Assert.Equal("Alert A0001 is already acknowledged (by Anna at 02:40:20 UTC).", night.Do(new AcknowledgeAlert("Ben", 1)).Message);
        Assert.True(night.Do(new EscalateAlert("Anna", 1, "two more behind it")).Accepted);
        Assert.Equal("Alert A0001 is already escalated (by Anna at 02:40:20 UTC).", night.Do(new EscalateAlert("Ben", 1, "same")).Message);
        Assert.True(night.Do(new AcknowledgeAlert("Clara", 1)).Accepted);
        Assert.Equal(("Clara", AlertState.Acknowledged), (night.Alert(1).ChangedBy, night.Alert(1).State));
    }

    [Theory]
    [InlineData("", "why", 1, "Say who you are")]
    [InlineData("Anna", " ", 1, "Say why: closing")]
    [InlineData("Anna", "why", 7, "There is no alert A0007")]
    public void A_command_without_name_reason_or_alert_is_refused(string by, string why, int number, string message)
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var before = night.Alert(1);
        var (result, changes) = night.Desk.Command(new CloseAlert(by, number, why), night.Now, night.Entry);
        Assert.False(result.Accepted);
        Assert.StartsWith(message, result.Message);
        Assert.Same(AlertingChanges.None, changes);
        Assert.Same(before, night.Alert(1));
    }

    [Fact]
    public void An_accepted_command_tells_the_change_and_its_entry()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        var entry = night.Entry;
        night.Do(new AcknowledgeAlert("Anna", 1));
        Assert.Equal(new Reason("Acknowledged by Anna", entry), night.Last.Reasons[0]);
    }

    [Fact]
    public void Somebody_elses_command_and_a_statement_before_the_first_picture_are_refused()
    {
        var night = new Night();
        Assert.False(night.Do(new SetIdentity("Anna", 1, Identity.Friend, "why")).Accepted);
        Assert.Contains("nothing to state yet", night.Do(new DraftStatement("Anna")).Message);
    }
}
