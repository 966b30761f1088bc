using Vedette.Air;
using Vedette.Sim.Night;

namespace Vedette.Scenarios;

public class WarnedInTime
{
    [Fact]
    public void An_alert_rises_minutes_before_the_drone_crosses_and_a_violation_once_it_has()
    {
        var scenario = SmallWorlds.Crossing();
        var crossedS = CrossedAtS(scenario);
        var watched = WatchedWorld.Run(scenario);
        var incursion = watched.Alerts.First(a => a.Kind == AlertKind.Incursion);
        Assert.Equal(0, watched.TargetOf(incursion.Track, incursion.RaisedAt));
        Assert.True(crossedS - incursion.RaisedAt.SecondsSince(scenario.Start) > 180, "raised at least three minutes before");
        Assert.Equal(Border.AirspaceId, incursion.AirspaceId);
        Assert.NotEmpty(incursion.Reasons[0].Text);
        var violation = watched.Alerts.First(a => a.Kind == AlertKind.Violation);
        Assert.Equal(incursion.Track, violation.Track);
        Assert.InRange(violation.RaisedAt.SecondsSince(scenario.Start) - crossedS, -10, 60);
    }

    [Fact]
    public void Nobody_else_is_alerted_on()
    {
        var watched = WatchedWorld.Run(SmallWorlds.Crossing());
        Assert.All(
            watched.Alerts.Where(a => a.Kind is AlertKind.Incursion or AlertKind.Violation),
            a => Assert.Equal(0, watched.TargetOf(a.Track, a.RaisedAt)));
    }

    [Fact]
    public void A_drone_that_turns_back_is_warned_of_and_the_alert_closes_without_a_violation()
    {
        var watched = WatchedWorld.Run(SmallWorlds.TurnBack());
        var incursion = watched.Alerts.First(a => a.Kind == AlertKind.Incursion);
        Assert.Equal(0, watched.TargetOf(incursion.Track, incursion.RaisedAt));
        Assert.Equal(AlertState.Closed, watched.Alerts.Last(a => a.Number == incursion.Number).State);
        Assert.DoesNotContain(watched.Alerts, a => a.Kind == AlertKind.Violation);
    }

    private static double CrossedAtS(Sim.Scenario scenario) =>
        new Sim.SimulatedWorld(scenario).Truth(scenario.Start, 1)
            .First(t => t.Targets.Any(s => s.Target.Number == 0 && Border.EastOfKm(s.State.Place) < 0)).At.SecondsSince(scenario.Start);
}
