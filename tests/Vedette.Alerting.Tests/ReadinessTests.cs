using Vedette.Air;

namespace Vedette.Alerting.Tests;

public sealed class ReadinessTests
{
    [Fact]
    public void The_first_picture_says_that_the_watch_has_begun()
    {
        var night = new Night();
        var status = night.Look().Readiness!;
        Assert.Equal((ReadinessLevel.Normal, ReadinessLevel.Normal, Night.Start), (status.Level, status.Recommended, status.Since));
    }

    [Fact]
    public void A_quiet_watch_says_nothing_more()
    {
        var night = new Night();
        night.Wait(1200);
        Assert.Single(night.Readiness);
    }

    [Fact]
    public void A_suspect_on_its_way_recommends_preventive_after_the_dwell_and_decides_nothing()
    {
        var night = new Night();
        night.Fly(10, within10: 0.3);
        Assert.Equal(ReadinessLevel.Normal, night.Desk.Readiness.Recommended);
        night.Fly(2, within10: 0.3);
        var status = night.Desk.Readiness;
        Assert.Equal((ReadinessLevel.Preventive, ReadinessLevel.Normal, "Vedette"), (status.Recommended, status.Level, status.DecidedBy));
        Assert.Equal("1 suspect or hostile and 0 unknown tracks approach; the most likely to enter within 20 min is T00012 with 30 %", status.Evidence[0].Text);
        Assert.InRange(status.Evidence[0].Entry, 100, night.Entry);
    }

    [Theory]
    [InlineData(ObjectClass.CruiseMissile)]
    [InlineData(ObjectClass.Ballistic)]
    public void A_missile_like_object_that_approaches_recommends_heightened(ObjectClass kind)
    {
        var night = new Night();
        for (var i = 0; i < 12; i++) night.With(night.Drone() with { Classes = Night.Surely(kind) }, night.Judge(12, Identity.Unknown, 0.3)).Look();
        Assert.Equal(ReadinessLevel.Heightened, night.Desk.Readiness.Recommended);
    }

    [Fact]
    public void A_violation_recommends_heightened()
    {
        var night = new Night();
        night.Fly(35, within10: 1, inside: 0.97);
        Assert.Equal(ReadinessLevel.Heightened, night.Desk.Readiness.Recommended);
        Assert.Equal("1 object inside protected airspace (violation alerts open)", night.Desk.Readiness.Evidence[0].Text);
    }

    [Fact]
    public void Stand_down_is_recommended_only_after_a_quiet_time_and_normal_after_another()
    {
        var night = new Night();
        night.Fly(25, within10: 1, inside: 0.97);
        Assert.True(night.Do(new SetReadiness("Anna", ReadinessLevel.Heightened, "drone inside")).Accepted);
        night.Fly(61 + 598);
        Assert.Equal(ReadinessLevel.Heightened, night.Desk.Readiness.Recommended);
        night.Fly(15);
        Assert.Equal((ReadinessLevel.StandDown, ReadinessLevel.Heightened), (night.Desk.Readiness.Recommended, night.Desk.Readiness.Level));
        Assert.True(night.Do(new SetReadiness("Anna", ReadinessLevel.StandDown, "quiet")).Accepted);
        Assert.Equal(ReadinessLevel.StandDown, night.Desk.Readiness.Recommended);
        night.Fly(602);
        Assert.Equal(ReadinessLevel.Normal, night.Desk.Readiness.Recommended);
    }

    [Fact]
    public void Who_raised_the_level_by_hand_is_not_told_to_stand_down_at_once()
    {
        var night = new Night();
        night.Wait(3600);
        night.Do(new SetReadiness("Anna", ReadinessLevel.Preventive, "the neighbour called"));
        night.Wait(590);
        Assert.Equal(ReadinessLevel.Preventive, night.Desk.Readiness.Recommended);
        night.Wait(20);
        Assert.Equal(ReadinessLevel.StandDown, night.Desk.Readiness.Recommended);
    }

    [Fact]
    public void Evidence_lifts_out_of_stand_down()
    {
        var night = new Night();
        night.Do(new SetReadiness("Anna", ReadinessLevel.StandDown, "quiet"));
        night.Wait(5);
        night.Fly(15, within10: 0.3);
        Assert.Equal(ReadinessLevel.Preventive, night.Desk.Readiness.Recommended);
    }

    [Fact]
    public void A_decision_names_who_and_why_with_its_entry()
    {
        var night = new Night();
        night.Wait(3);
        var entry = night.Entry;
        Assert.Equal(new(true, "Readiness is now preventive."), night.Do(new SetReadiness("Anna", ReadinessLevel.Preventive, "three launches reported")));
        var status = night.Readiness[^1];
        Assert.Equal((ReadinessLevel.Preventive, "Anna"), (status.Level, status.DecidedBy));
        Assert.Equal(new Reason("Anna set preventive: three launches reported", entry), status.Evidence[0]);
        Assert.Equal("Readiness is already preventive (by Anna since 02:40:03 UTC).", night.Do(new SetReadiness("Ben", ReadinessLevel.Preventive, "why not")).Message);
        Assert.False(night.Do(new SetReadiness("Ben", ReadinessLevel.Heightened, "")).Accepted);
        Assert.False(night.Do(new SetReadiness("Ben", (ReadinessLevel)77, "why not")).Accepted);
    }

    [Fact]
    public void Standing_down_with_open_alerts_says_so()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        Assert.Equal("Readiness is now stand-down. 1 alert is still open.", night.Do(new SetReadiness("Anna", ReadinessLevel.StandDown, "order")).Message);
    }
}
