using Vedette.Assessment.Incursion;

namespace Vedette.Assessment.Tests.Incursion;

public class LegMemoryTests
{
    [Fact]
    public void Small_turns_speak_for_a_goal_and_turning_back_speaks_against_one()
    {
        var before = new LegMemory().Purposeful;
        Assert.True(Flown(25, -25, 25).Purposeful > 2 * before);
        Assert.True(Flown(150, 170, 150).Purposeful < before);
    }

    [Fact]
    public void The_way_flown_counts_on_through_turns()
    {
        var leg = Flown(90);
        Assert.InRange(leg.PathM, 2 * 60 * 50 * 0.99, 2 * 61 * 50 * 1.01);
        Assert.True(leg.FlownM < 0.6 * leg.PathM);
    }

    [Fact]
    public void A_course_held_for_long_speaks_for_a_route_and_short_legs_speak_against_one()
    {
        Assert.Equal(1, new LegMemory().RouteOdds, 0.001);
        var held = new LegMemory();
        var odds = new List<double>();
        for (var s = 0; s < 1200; s++)
        {
            held.Follow(World.Track(World.At(50e3, 0), 90, 50, World.Noon.AddSeconds(s)), 0.02);
            odds.Add(held.RouteOdds);
        }

        Assert.True(odds.Zip(odds.Skip(1)).All(pair => pair.Second >= pair.First));
        Assert.InRange(odds[^1], 10, 30);
        Assert.True(Flown(90, 60, 90, 60).RouteOdds < 0.01);
    }

    /// <summary>Flies a minute at 50 m/s, turns by each of the angles, ° clockwise, at once, and flies a minute on.</summary>
    private static LegMemory Flown(params double[] turnsDeg)
    {
        var leg = new LegMemory();
        var (headingDeg, seconds) = (0.0, 0);
        foreach (var turnDeg in (double[])[0, .. turnsDeg])
        {
            headingDeg += turnDeg;
            for (var s = 0; s < 60; s++) leg.Follow(World.Track(World.At(50e3, 0), headingDeg, 50, World.Noon.AddSeconds(seconds++)), 0.02);
        }

        return leg;
    }
}
