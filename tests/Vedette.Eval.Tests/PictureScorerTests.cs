using System.Globalization;
using CsCheck;
using Vedette.Eval.Scoring;

namespace Vedette.Eval.Tests;

public class PictureScorerTests
{
    private const string TruthHead = "t,id,class,lat,lon,alt,vn,ve,vu,cov";
    private const string TrackHead = "t,track_id,lat,lon,alt,vn,ve,vu,pnn,pne,pee,class";

    [Fact]
    public void The_hand_made_case_scores_as_the_independent_scorer_says()
    {
        List<string> truth = [TruthHead], tracks = [TrackHead];
        for (var epoch = 1; epoch <= HandMadeCase.Epochs; epoch++)
        {
            foreach (var t in HandMadeCase.Truths(epoch))
                truth.Add(string.Create(CultureInfo.InvariantCulture, $"{HandMadeCase.TimeS(epoch)},{t.Target},{(t.Target < 2 ? "drone" : "civil")},{t.Place.LatitudeDeg},{t.Place.LongitudeDeg},500,10,5,0,{(t.Trackable ? 2 : 0)}"));
            foreach (var t in HandMadeCase.Tracks(epoch))
                tracks.Add(string.Create(CultureInfo.InvariantCulture, $"{HandMadeCase.TimeS(epoch)},{t.Track},{t.Place.LatitudeDeg},{t.Place.LongitudeDeg},{(t.Track == 30 ? "" : "520")},12,5,0,10000,1000,40000,drone"));
        }

        var score = Score(new(0, 40, 5), truth, tracks);
        Assert.Equal(1004.1, score.Gospa.PerTargetM, 0.06);
        Assert.Equal(1024.6, score.Continuity.TrajectoryPerTargetM, 0.06);
        Assert.Equal((5.223, 1.852, 0.619), (Math.Round(score.All.Anees, 3), Math.Round(score.All.MedianNees, 3), Math.Round(score.All.InsideShare, 3)));
        Assert.Equal((21, 323.39, 2.0, 20.0), (score.All.Count, Math.Round(score.All.PositionRmsM, 2), Math.Round(score.All.VelocityRmsMps, 2), Math.Round(score.All.HeightRmsM, 2)));
        Assert.Equal((5, 67.24), (score.Classes["civil"].Count, Math.Round(score.Classes["civil"].PositionRmsM, 2)));
        Assert.True(double.IsNaN(score.Classes["civil"].HeightRmsM));
        Assert.Equal(0.7619, score.ClassAccuracy, 4);
    }

    [Fact]
    public void One_pair_is_judged_as_one_reckons_by_hand()
    {
        // 30 m north and 40 m east of the target; 10 m and 20 m are stated: (9 + 4) / 2 = 6.5.
        var score = Score(new(0, 5, 5), [TruthHead, "5,a,drone,50,24,100,20,0,0,3"], [TrackHead, Row(5, 30, 40, "100,0,400")]);
        Assert.Equal(6.5, score.All.Anees, 2);
        Assert.Equal(50, score.All.PositionRmsM, 1);
        Assert.Equal(0, score.All.InsideShare);
    }

    [Fact]
    public void A_track_counts_with_its_last_row_of_the_period_brought_to_the_epoch_on_a_straight_line()
    {
        // 100 m/s east; the row is 2 s old and stands 200 m west of the target.
        var tracks = new[] { TrackHead, Row(1, 5000, 0, ",,"), Row(3, 0, -200, ",,", eastMps: 100) };
        Assert.Equal(0, Score(new(0, 5, 5), [TruthHead, "5,a,drone,50,24,100,0,100,0,3"], tracks).All.PositionRmsM, 1);
        Assert.Equal(0, Score(new(0, 10, 5), [TruthHead, "10,a,drone,50,24,100,0,100,0,3"], tracks).All.Count);
    }

    [Fact]
    public void Updates_are_counted_between_the_first_and_the_last_track_of_a_target()
    {
        List<string> truth = [TruthHead], tracks = [TrackHead];
        for (var epoch = 1; epoch <= 10; epoch++)
        {
            truth.Add($"{5 * epoch},a,drone,50,24,100,0,0,0,3");
            if (epoch is >= 3 and <= 8 and not 5) tracks.Add(Row(5 * epoch, 0, 0, ",,"));
        }

        Assert.Equal(5 / 6.0, Score(new(0, 50, 5), truth, tracks).UpdateProbability, 9);
    }

    [Fact]
    public void Tracks_called_birds_are_not_held_against_the_picture()
    {
        var score = Score(new(0, 5, 5), [TruthHead, "5,a,drone,50,24,100,0,0,0,3"], [TrackHead, Row(5, 0, 0, ",,").Replace("drone", "bird", StringComparison.Ordinal)]);
        Assert.Equal((1, 0), (score.Gospa.Missed, score.Gospa.False));
    }

    [Theory]
    [InlineData("t,id,lat", "1,2,3", "no column lon")]
    [InlineData(TruthHead, "5,a,drone,50", "line 2: 4 fields")]
    [InlineData(TruthHead, "5,a,drone,fifty,24,0,0,0,0,1", "lat is \"fifty\"")]
    public void A_table_that_is_wrong_is_told_where(string head, string row, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => TruthRow.ReadAll(CsvTable.Read("truth.csv", [head, row]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_in_a_table_ends_as_rows_or_as_a_named_mistake() =>
        Gen.String[Gen.Char["0123456789.,-abe\r t"], 0, 60].Array[0, 6].Sample(lines =>
        {
            try
            {
                TruthRow.ReadAll(CsvTable.Read("truth.csv", lines.Prepend("t,id,lat,lon")));
            }
            catch (FormatException e)
            {
                Assert.StartsWith("truth.csv", e.Message, StringComparison.Ordinal);
            }
        }, iter: 2000, threads: 1);

    private static PictureScorer Score(ScoringSpan span, IEnumerable<string> truth, IEnumerable<string> tracks) =>
        PictureScorer.Score(span, TruthRow.ReadAll(CsvTable.Read("truth.csv", truth)), TrackRow.ReadAll(CsvTable.Read("tracks.csv", tracks)));

    /// <summary>A track near 50 N 24 E; a degree is 111,229 m of latitude and 71,695 m of longitude there.</summary>
    private static string Row(double timeS, double northM, double eastM, string covariance, double eastMps = 0) => string.Create(
        CultureInfo.InvariantCulture, $"{timeS},7,{50 + (northM / 111_229.0):F9},{24 + (eastM / 71_695.0):F9},,0,{eastMps},0,{covariance},drone");
}
