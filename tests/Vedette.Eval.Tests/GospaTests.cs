using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Tests;

public class GospaTests
{
    [Fact]
    public void The_hand_made_case_scores_as_the_independent_scorer_says()
    {
        var series = new GospaSeries();
        for (var epoch = 1; epoch <= HandMadeCase.Epochs; epoch++)
            series.Add(Gospa.Measure(HandMadeCase.Truths(epoch), HandMadeCase.Tracks(epoch)));
        Assert.Equal(1717.9, series.MeanM, 0.06);
        Assert.Equal(1004.1, series.PerTargetM, 0.06);
        Assert.Equal(323.4, series.LocalisationRmsM, 0.06);
        Assert.Equal(0.375, series.Missed, 9);
        Assert.Equal(1.0, series.False, 9);
    }

    [Fact]
    public void A_perfect_picture_costs_nothing_and_an_empty_one_half_the_squared_cutoff_a_target()
    {
        var truths = HandMadeCase.Truths(1);
        TrackPoint[] same = [.. truths.Select(t => new TrackPoint(t.Target, t.Place))];
        Assert.Equal(0, Gospa.Measure(truths, same).ValueM);
        Assert.Equal(Math.Sqrt(3 * 2000.0 * 2000 / 2), Gospa.Measure(truths, []).ValueM, 6);
    }

    [Fact]
    public void A_track_beyond_the_cutoff_is_both_a_miss_and_a_false_track()
    {
        TruthPoint[] truth = [new(0, Geodetic.FromDegrees(50, 24))];
        TrackPoint[] track = [new(0, Geodetic.FromDegrees(50.02, 24))];
        var parts = Gospa.Measure(truth, track);
        Assert.Equal((0, 1, 1), (parts.Matched, parts.Missed, parts.False));
        Assert.Equal(2000, parts.ValueM, 6);
    }
}
