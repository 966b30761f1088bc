using Vedette.Air;
using Vedette.Eval.SelfEvaluation;

namespace Vedette.Eval.Tests.SelfEvaluation;

/// <summary>Twenty-four pictures of which the first twelve or eighteen have had their minute of hindsight: c is 2 km, a false or missed one costs √(c²/2) = 1414 m.</summary>
public class PictureReviewTests
{
    private const int Pictures = 24;
    private const double OneWrongM = 1414.2;

    [Fact]
    public void Nothing_is_told_before_hindsight_has_come()
    {
        var sky = new HandMadeSky().With(new(1, 0));
        Assert.Null(sky.Fly(11));
        Assert.Equal(6, sky.Fly(1)!.Whole.Epochs);
    }

    [Fact]
    public void A_picture_that_was_right_is_found_right_and_its_uncertainty_is_told()
    {
        var whole = new HandMadeSky().With(new(1, 0)).With(new(2, 10)).Fly(Pictures)!.Whole;
        Assert.Equal((18, 2.0, 0.0, 0.0), (whole.Epochs, whole.Objects, whole.Missed, whole.False));
        Assert.Equal((1.0, 1.0, 0.0), (whole.Completeness, whole.Ambiguity, whole.Spuriousness));
        Assert.InRange(whole.PositionRmsM, 0.1, 5);
        Assert.InRange(whole.ReferenceRmsM, 0.1, whole.PositionRmsM);
        Assert.Equal(whole.PositionRmsM * Math.Sqrt(2), whole.GospaM, 1.0);
    }

    [Fact]
    public void A_track_without_support_is_false_in_every_picture_that_showed_it()
    {
        // Shown in pictures 3 to 5, with no plot after the third.
        var whole = new HandMadeSky().With(new(1, 0)).With(new(2, 10, Begins: 3, Shown: 3, Seen: 3, Ends: 6)).Fly(Pictures)!.Whole;
        Assert.Equal(3 / 18.0, whole.False, 9);
        Assert.Equal(0, whole.Missed);
        Assert.Equal(3 / 21.0, whole.Spuriousness, 9);
        Assert.Equal(3 * OneWrongM / 18, whole.GospaM, 5.0);
        Assert.Equal(Math.Sqrt(3 * OneWrongM * OneWrongM / 18), whole.GospaPerObjectM, 5.0);
    }

    [Fact]
    public void An_object_that_was_confirmed_late_was_missed_until_then()
    {
        var whole = new HandMadeSky().With(new(1, 0)).With(new(2, 10, Begins: 2, Shown: 6)).Fly(Pictures)!.Whole;
        Assert.Equal(4 / 18.0, whole.Missed, 9);
        Assert.Equal(1 - (4 / 34.0), whole.Completeness, 9);
        Assert.Equal(4 * OneWrongM / 18, whole.GospaM, 5.0);
    }

    [Fact]
    public void A_track_that_outlives_its_object_is_false_after_a_look()
    {
        // Last plot at 99 s; pictures at 100 s (perhaps), 110 s and 120 s (false), ended at 130 s.
        var whole = new HandMadeSky().With(new(1, 0)).With(new(2, 10, Seen: 10, Ends: 13)).Fly(Pictures)!.Whole;
        Assert.Equal(2 / 18.0, whole.False, 9);
        Assert.Equal(0, whole.Missed);
    }

    [Fact]
    public void A_second_number_on_one_object_is_ambiguous_and_not_spurious()
    {
        var whole = new HandMadeSky().With(new(1, 0)).With(new(2, 0.05, Begins: 4, Shown: 4, Seen: 7, Ends: 8)).Fly(Pictures)!.Whole;
        Assert.Equal(1.0, whole.Objects);
        Assert.Equal(22 / 18.0, whole.Ambiguity, 9);
        Assert.Equal(0, whole.Spuriousness);
        Assert.Equal(4 / 18.0, whole.False, 9);
    }

    [Fact]
    public void An_object_that_goes_on_under_another_number_is_one_change()
    {
        var whole = new HandMadeSky().With(new(1, 0, Seen: 8, Ends: 11)).With(new(2, 0, Begins: 10, Shown: 10)).Fly(Pictures)!.Whole;
        Assert.Equal(1, whole.NumberChanges);
        Assert.InRange(whole.NumberChangesPerHour, 15, 30);
    }

    [Fact]
    public void A_flock_known_for_what_it_is_counts_neither_as_shown_nor_as_missed()
    {
        var whole = new HandMadeSky().With(new(1, 0)).With(new(2, 10, Class: ObjectClass.Bird)).Fly(Pictures)!.Whole;
        Assert.Equal((1.0, 0.0, 0.0), (whole.Objects, whole.Missed, whole.False));
    }

    [Fact]
    public void Areas_are_judged_apart()
    {
        var sky = new HandMadeSky().With(new(1, 0)).With(new(2, 10, Begins: 2, Shown: 6)).With(new(3, 20, Begins: 3, Shown: 3, Seen: 3, Ends: 6));
        sky.Review.Divide([Around("west", 0), Around("middle", 10), Around("east", 20), Around("far", 300)]);
        var areas = sky.Fly(Pictures)!.Areas;
        Assert.Equal(["", "west", "middle", "east", "far"], areas.Select(a => a.Name));
        Assert.Equal([4.0 / 18, 0, 4.0 / 18, 0, 0], areas.Select(a => a.Missed));
        Assert.Equal([3.0 / 18, 0, 0, 3.0 / 18, 0], areas.Select(a => a.False));
        Assert.Equal(1, areas[1].Completeness);
        Assert.True(double.IsNaN(areas[4].Completeness));
    }

    [Fact]
    public void The_same_areas_told_anew_lose_nothing_and_others_begin_anew()
    {
        var sky = new HandMadeSky().With(new(1, 0));
        sky.Review.Divide([Around("west", 0)]);
        Assert.NotNull(sky.Fly(Pictures));
        sky.Review.Divide([Around("west", 0)]);
        Assert.NotNull(sky.Review.Quality);
        sky.Review.Divide([Around("east", 10)]);
        Assert.Null(sky.Review.Quality);
        Assert.Equal(6, sky.Fly(12)!.Whole.Epochs);
    }

    [Fact]
    public void Only_the_last_minutes_count()
    {
        var sky = new HandMadeSky(new() { Window = 12 }).With(new(1, 0)).With(new(2, 10, Begins: 3, Shown: 3, Seen: 3, Ends: 6));
        Assert.InRange(sky.Fly(12)!.Whole.False, 0.1, 1);
        var quality = sky.Fly(18)!;
        Assert.Equal((12, 0.0), (quality.Whole.Epochs, quality.Whole.False));
        Assert.Equal(110, quality.To.SecondsSince(quality.From), 1e-6);
    }

    [Fact]
    public void Memory_stays_bounded_while_tracks_come_and_go()
    {
        var sky = new HandMadeSky(new());
        for (var i = 0; i < 3000; i++) sky.With(new(i + 1, i % 50, Begins: i, Shown: i + 1, Seen: i + 3, Ends: i + 4));
        var most = 0;
        for (var i = 0; i < 250; i++)
        {
            sky.Fly(12);
            most = Math.Max(most, sky.Review.Remembered);
        }

        // Four are alive at a time; the ended are kept for what is judged still and a minute more.
        Assert.InRange(most, 4, 40);
    }

    [Fact]
    public void A_picture_with_too_many_tracks_is_left_out_and_that_is_told()
    {
        var sky = new HandMadeSky(new() { Window = 0, MostTracks = 2 }).With(new(1, 0)).With(new(2, 10)).With(new(3, 20, Begins: 4, Seen: 5, Ends: 6));
        var quality = sky.Fly(Pictures)!;
        Assert.Equal(3, quality.LeftOut);
        Assert.Equal(2.0, quality.Whole.Objects);
    }

    private static EvaluatedArea Around(string name, double lane)
    {
        var south = HandMadeSky.Place(lane - 3, -5);
        var north = HandMadeSky.Place(lane + 3, 40);
        return new(name, EvaluatedAreaKind.Airspace, [[[south, north with { LongitudeRad = south.LongitudeRad }, north, south with { LongitudeRad = north.LongitudeRad }]]]);
    }
}
