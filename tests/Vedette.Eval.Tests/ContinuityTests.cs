using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Tests;

public class ContinuityTests
{
    [Fact]
    public void The_hand_made_case_scores_as_the_independent_scorer_says()
    {
        var continuity = new Continuity();
        for (var epoch = 1; epoch <= HandMadeCase.Epochs; epoch++)
            continuity.Add(HandMadeCase.TimeS(epoch), HandMadeCase.Truths(epoch), HandMadeCase.Tracks(epoch));
        Assert.Equal(0.875, continuity.Completeness, 4);
        Assert.Equal(1.2857, continuity.Ambiguity, 4);
        Assert.Equal(0.0541, continuity.Spuriousness, 4);
        Assert.Equal(0.7083, continuity.LongestSegment, 4);
        Assert.Equal(1, continuity.IdentitySwitches);
        Assert.Equal(1, continuity.Fragments);
        Assert.Equal(1, continuity.FalseTracks);
        Assert.Equal(0, continuity.NeverTracked);
        Assert.Equal(3, continuity.Targets);
        Assert.Equal(0, continuity.Initiation.MedianS);
        Assert.Equal(8, continuity.Initiation.PercentileS(90), 9);
    }

    [Fact]
    public void Two_targets_that_cross_and_keep_their_tracks_switch_nothing()
    {
        var kept = new Continuity();
        var swapped = new Continuity();
        for (var epoch = 0; epoch <= 20; epoch++)
        {
            var a = Geodetic.FromDegrees(50, 24 + (0.01 * epoch));
            var b = Geodetic.FromDegrees(50.001, 24.2 - (0.01 * epoch));
            TruthPoint[] truths = [new(0, a), new(1, b)];
            kept.Add(epoch, truths, [new(7, a), new(8, b)]);
            swapped.Add(epoch, truths, epoch <= 10 ? [new(7, a), new(8, b)] : [new(8, a), new(7, b)]);
        }

        Assert.Equal(0, kept.IdentitySwitches);
        Assert.Equal(2, swapped.IdentitySwitches);
    }
}
