namespace Vedette.Scenarios;

/// <summary>The picture's own account of its quality, which knows no truth, held against the truth of the same minutes.</summary>
public class JudgesItself
{
    /// <summary>Before that, the truth counts what no sensor has told of twice.</summary>
    private const double SettledS = 60;

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void What_the_picture_says_of_itself_is_what_the_truth_says(ulong seed)
    {
        var watched = WatchedWorld.Run(SmallWorlds.MixedSky(seed));
        var own = watched.Review(SettledS);
        var (gospa, continuity) = watched.Score(watched.SecondsOf(own.From), watched.SecondsOf(own.To));
        Assert.Equal(continuity.Completeness, own.Whole.Completeness, 0.01);
        Assert.Equal(continuity.Ambiguity, own.Whole.Ambiguity, 0.01);
        Assert.Equal(continuity.Spuriousness, own.Whole.Spuriousness, 0.01);
        Assert.Equal(gospa.Missed, own.Whole.Missed, 0.1);
        Assert.Equal(gospa.False, own.Whole.False, 0.1);
        // What all sensors get wrong alike, as the slant range to an unknown height, is in the reference as well.
        Assert.InRange(own.Whole.GospaM / gospa.MeanM, 0.65, 1.15);
        Assert.InRange(own.Whole.PositionRmsM / gospa.LocalisationRmsM, 0.65, 1.15);
    }

    [Fact]
    public void The_same_pictures_give_the_same_figures()
    {
        var watched = WatchedWorld.Run(SmallWorlds.MixedSky(durationS: 210));
        Assert.Equal(watched.Review(0).Whole, watched.Review(0).Whole);
    }
}
