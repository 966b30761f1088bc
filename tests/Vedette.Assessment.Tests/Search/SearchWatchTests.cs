using Vedette.Air;
using Vedette.Assessment.AllClear;
using Vedette.Assessment.Search;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Search;

public sealed class SearchWatchTests
{
    private static readonly Instant Lost = Instant.FromUtc(2026, 1, 17, 2);

    [Fact]
    public void The_area_grows_with_time_and_holds_where_straight_flight_would_have_led()
    {
        var watch = new SearchWatch();
        var before = 0.0;
        foreach (var minutes in (int[])[1, 3, 6, 12])
        {
            var area = Look(watch, minutes, Blind);
            Assert.True(area.AreaM2 > before, $"{minutes} min: {area.AreaM2} after {before}");
            before = area.AreaM2;
            Assert.Contains(area.Rings, ring => Holds(ring, West(area.LastKnown, 50 * 60 * minutes)));
        }
    }

    [Fact]
    public void Nothing_is_farther_than_the_object_could_have_flown()
    {
        var area = Look(new(), 10, Blind);
        Assert.InRange(area.ReachM, 50 * 600, 1.7 * 50 * 600);
        Assert.InRange(area.Flying, 0.5, 0.7);
        Assert.Equal(1, area.Flying + area.Down, 1e-12);
    }

    [Fact]
    public void Where_sensors_look_and_see_nothing_it_is_not_flying()
    {
        // Everything further than 10 km west of the last place is looked at closely.
        LookRate Guarded(int profile, int height, Geodetic place) => place.LongitudeDeg < 24 - 0.14 ? new(0.5, 2) : LookRate.None;
        var (free, guarded) = (Look(new(), 12, Blind), Look(new(), 12, Guarded));
        Assert.True(guarded.Flying < 0.25 * free.Flying, $"{guarded.Flying} {free.Flying}");
        Assert.True(guarded.AreaM2 < 0.7 * free.AreaM2, $"{guarded.AreaM2} {free.AreaM2}");
        Assert.Contains("ruled out", guarded.Reasons[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void However_well_sensors_look_where_it_came_down_stays_open()
    {
        var area = Look(new(), 30, static (_, _, _) => new(1, 1));
        Assert.InRange(area.Down, 0.9, 1);
        Assert.NotEmpty(area.Rings);
    }

    [Fact]
    public void The_area_is_gone_when_its_case_is_closed_and_that_is_told_at_once()
    {
        var watch = new SearchWatch();
        Assert.NotNull(watch.Update([Missing()], Blind, static () => "", Lost.AddSeconds(20), 9));
        Assert.Null(watch.Update([Missing()], Blind, static () => "", Lost.AddSeconds(21), 10));
        Assert.Equal([], watch.Update([], Blind, static () => "", Lost.AddSeconds(22), 11)!);
        Assert.Null(watch.Update([], Blind, static () => "", Lost.AddSeconds(40), 12));
    }

    [Fact]
    public void The_same_loss_gives_the_same_area_and_rests_on_the_last_plot()
    {
        var (one, two) = (Look(new(), 7, Blind), Look(new(), 7, Blind));
        Assert.Equal(one.Rings.SelectMany(static r => r), two.Rings.SelectMany(static r => r));
        Assert.Equal(77, one.Reasons[0].Entry);
    }

    [Fact]
    public void An_outline_encloses_just_the_cells_and_two_islands_are_two_rings()
    {
        var inside = new bool[100];
        foreach (var cell in (int[])[11, 12, 21, 22, 55]) inside[cell] = true;
        var rings = CellOutline.Of(inside, 10);
        Assert.Equal(2, rings.Count);
        Assert.All(rings[0], p => Assert.True(p.Column is >= 1 and <= 3 && p.Row is >= 1 and <= 3));
        Assert.All(rings[1], p => Assert.True(p.Column is >= 5 and <= 6 && p.Row is >= 5 and <= 6));
    }

    private static LookRate Blind(int profile, int height, Geodetic place) => LookRate.None;

    private static SearchArea Look(SearchWatch watch, int minutes, LooksAt looks) =>
        Assert.Single(watch.Update([Missing()], looks, static () => "2 of 3 sensors are counted on", Lost.AddSeconds(60 * minutes), 99)!);

    /// <summary>A one-way drone that flew west at 50 m/s.</summary>
    private static LostObject Missing()
    {
        var covariance = default(Covariance6);
        covariance.Set(0, 0, 1e4);
        covariance.Set(1, 1, 1e4);
        var classes = default(ClassProbabilities);
        classes[(int)ObjectClass.OneWayDrone] = 1;
        return new(new(12), new Track
        {
            Number = new(31), Status = TrackStatus.Ended, Existence = 0.4, Time = Lost, LastSeen = Lost, FirstSeen = Lost.AddSeconds(-600), LastEntry = 77,
            Position = Geodetic.FromDegrees(50, 24, 300), Velocity = new(-50, 0, 0), Covariance = covariance, Classes = classes, HeightKnown = true,
        });
    }

    private static Geodetic West(Geodetic from, double metres) => new EnuFrame(from).ToGeodetic(new(-metres, 0, 0));

    private static bool Holds(IReadOnlyList<Geodetic> ring, Geodetic place)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.LatitudeRad > place.LatitudeRad != b.LatitudeRad > place.LatitudeRad
                && place.LongitudeRad < ((b.LongitudeRad - a.LongitudeRad) * (place.LatitudeRad - a.LatitudeRad) / (b.LatitudeRad - a.LatitudeRad)) + a.LongitudeRad) inside = !inside;
        }

        return inside;
    }
}
