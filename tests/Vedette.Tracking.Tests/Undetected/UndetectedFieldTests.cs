using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking.Tests.Undetected;

/// <summary>What nobody has seen yet is thinned by looks and by nothing else.</summary>
public class UndetectedFieldTests
{
    private static readonly Geodetic Near = Geodetic.FromDegrees(50.2, 23.2), Far = Geodetic.FromDegrees(51.9, 23.1);

    private readonly List<SensorSite?> sites = [Site(0, 50, 23), Site(1, 51, 25)];
    private readonly UndetectedField field = new(new TuningTable());

    [Fact]
    public void Where_radars_look_less_and_less_is_undetected_and_where_none_turns_everything_stays()
    {
        field.Advance(sites, 0);
        var first = Objects(Near);
        for (var t = 1; t <= 60; t++) field.Advance(sites, t);
        Assert.Equal(first, Objects(Near), 0.001 * first);
        Run(61, 180);
        Assert.True(Objects(Near) < 0.2 * first, $"{first} -> {Objects(Near)}");
    }

    [Fact]
    public void A_radar_that_falls_silent_thins_nothing_any_more()
    {
        Run(0, 120);
        var watched = Objects(Near);
        for (var t = 121; t <= 600; t++) field.Advance(sites, t);
        Assert.True(Objects(Near) > 5 * watched, $"{watched} -> {Objects(Near)}");
        Run(601, 720);
        Assert.Equal(watched, Objects(Near), 0.5 * watched);
    }

    [Fact]
    public void After_a_day_without_radars_it_is_as_though_nobody_had_ever_looked()
    {
        field.Advance(sites, 0);
        var first = Objects(Near);
        Run(1, 120);
        field.Advance(sites, 86_400);
        Assert.Equal(first, Objects(Near), 0.001 * first);
    }

    [Fact]
    public void In_the_end_as_many_begin_to_fly_as_are_seen()
    {
        Run(0, 1200);
        var settled = Objects(Near);
        Run(1201, 2400);
        Assert.Equal(settled, Objects(Near), 0.01 * settled);
    }

    [Fact]
    public void What_a_track_is_given_up_of_is_undetected_again_there_and_not_elsewhere()
    {
        Run(0, 120);
        double here = Objects(Near), elsewhere = Objects(Far);
        field.Return(Near, 0.3);
        Assert.True(Objects(Near) > 1.5 * here, $"{here} -> {Objects(Near)}");
        Assert.Equal(elsewhere, Objects(Far));
    }

    [Fact]
    public void A_radar_that_joins_changes_nothing_of_what_is_believed_where_others_looked()
    {
        Run(0, 120);
        var before = Objects(Near);
        sites.Add(Site(2, 50, 28));
        field.Reconsider();
        field.Advance(sites, 120);
        Assert.Equal(before, Objects(Near), 0.3 * before);
        Assert.True(field.TryExpect(sites[2]!, Geodetic.FromDegrees(50.2, 28.2), out var unseen, out _));
        Assert.True(unseen > 5 * before);
    }

    [Fact]
    public void Of_a_place_that_a_radar_does_not_reach_nothing_is_said()
    {
        Run(0, 10);
        Assert.False(field.TryExpect(sites[0]!, Geodetic.FromDegrees(50, 35), out _, out _));
        Assert.False(field.TryExpect(Site(7, 50, 23), Near, out _, out _));
    }

    [Fact]
    public void Flocks_not_met_yet_go_down_more_slowly_than_objects()
    {
        Run(0, 1);
        field.TryExpect(sites[0]!, Near, out var objects, out var flocks);
        Run(1, 12);
        field.TryExpect(sites[0]!, Near, out var objectsLater, out var flocksLater);
        Assert.True(flocksLater / flocks > objectsLater / objects);
        Assert.True(flocksLater < flocks);
    }

    private double Objects(Geodetic place)
    {
        Assert.True(field.TryExpect(sites[0]!, place, out var objects, out _));
        return objects;
    }

    /// <summary>Both radars turn.</summary>
    private void Run(int fromS, int toS)
    {
        for (var t = fromS; t <= toS; t++)
        {
            foreach (var site in sites) site!.Clock.OnPlot(t, t);
            field.Advance(sites, t);
        }
    }

    private static SensorSite Site(int id, double latitudeDeg, double longitudeDeg) => Sites.Radar(
        id, Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 60), new() { PeriodS = 6, MaxRangeM = 250e3, ReferenceRangeM = 220e3, ClutterPerScan = 15 });
}
