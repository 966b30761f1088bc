using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking.Tests.Undetected;

public class SkyGridTests
{
    [Theory]
    [InlineData(50, 23, 250e3)]
    [InlineData(-17, 179.5, 300e3)]
    [InlineData(69, -179.9, 100e3)]
    [InlineData(0, 0, 5e3)]
    public void Every_place_in_range_lies_in_the_cell_whose_middle_is_within_half_a_diagonal(double latitudeDeg, double longitudeDeg, double rangeM)
    {
        var site = Site(latitudeDeg, longitudeDeg, rangeM);
        var grid = SkyGrid.Over([null, site])!;
        var random = new SeededRandom(5);
        for (var round = 0; round < 2000; round++)
        {
            double range = rangeM * Math.Sqrt(random.NextDouble(0, 1)), azimuth = random.NextDouble(0, 2 * Math.PI);
            var place = site.Frame.ToGeodetic(new(range * Math.Sin(azimuth), range * Math.Cos(azimuth), 0)) with { HeightM = 0 };
            var cell = grid.CellOf(place);
            Assert.InRange(cell, 0, grid.Cells - 1);
            var off = new EnuFrame(grid.CentreOf(cell, 0)).ToLocal(place.ToEcef());
            Assert.True(off.HorizontalNorm < 0.75 * grid.CellM, $"{off.HorizontalNorm} m from the middle of a cell of {grid.CellM} m");
        }
    }

    [Fact]
    public void Far_away_is_in_no_cell_and_without_radars_there_is_no_grid()
    {
        var grid = SkyGrid.Over([Site(50, 23, 100e3)])!;
        Assert.Equal(-1, grid.CellOf(Geodetic.FromDegrees(50, 30)));
        Assert.Equal(-1, grid.CellOf(Geodetic.FromDegrees(47, 23)));
        Assert.Equal(-1, grid.CellOf(Geodetic.FromDegrees(50, -157)));
        Assert.Null(SkyGrid.Over([null]));
    }

    [Fact]
    public void However_far_apart_radars_are_the_grid_stays_small()
    {
        var grid = SkyGrid.Over([Site(50, 23, 5e3), Site(40, -100, 400e3), Site(-35, 149, 400e3)])!;
        Assert.InRange(grid.Cells, 1, 10_000);
    }

    private static SensorSite Site(double latitudeDeg, double longitudeDeg, double rangeM) =>
        Sites.Radar(0, Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 60), new() { PeriodS = 6, MaxRangeM = rangeM });
}
