using Vedette.Tracking.Existence;

namespace Vedette.Tracking.Tests.Existence;

public class KinTests
{
    [Fact]
    public void Three_looks_that_saw_two_tracks_apart_make_them_two_objects()
    {
        Kin kin = default;
        kin.SeenApart(7, 12.5);
        kin.SeenApart(7, 12.5);
        Assert.False(kin.KnownApart(7, 12.5));
        kin.SeenApart(7, 12.5);
        Assert.True(kin.KnownApart(7, 12.5));
    }

    [Fact]
    public void Another_component_in_the_same_place_of_the_table_is_somebody_else()
    {
        Kin kin = default;
        for (var i = 0; i < 5; i++) kin.SeenApart(7, 12.5);
        Assert.False(kin.KnownApart(7, 99));
        kin.SeenApart(7, 99);
        Assert.False(kin.KnownApart(7, 12.5));
        Assert.False(kin.KnownApart(7, 99));
    }

    [Fact]
    public void A_crowd_of_chance_neighbours_displaces_nobody_known_well()
    {
        Kin kin = default;
        for (var i = 0; i < 10; i++) kin.SeenApart(3, 1);
        for (var other = 10; other < 60; other++) kin.SeenApart(other, other);
        Assert.True(kin.KnownApart(3, 1));
    }
}
