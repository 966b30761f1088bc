using System.Buffers.Binary;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Coverage;

public sealed class TerrainTests
{
    private const double RidgeDeg = 21.3;

    [Fact]
    public void Flat_ground_hides_what_the_smooth_earth_hides_and_no_more()
    {
        var smooth = Seen(null);
        var flat = Seen(Ground((_, _) => 0));
        Assert.Equal(Share(smooth, 300, 21.6), Share(flat, 300, 21.6), 0.02);
        Assert.Equal(Share(smooth, 30, 21.3), Share(flat, 30, 21.3), 0.05);
    }

    [Fact]
    public void A_ridge_hides_what_flies_low_behind_it_and_nothing_before_it_or_high_above_it()
    {
        var ridge = Seen(Ground((_, lon) => Math.Abs(lon - RidgeDeg) < 0.03 ? 400 : 0));
        Assert.InRange(Share(ridge, 300, 21.1), 0.95, 1);
        Assert.Equal(0, Share(ridge, 300, 21.6));
        // The line over a crest 340 m above the mast at 25 km climbs 680 m by 50 km.
        Assert.InRange(Share(ridge, 3000, 21.6), 0.95, 1);
    }

    [Fact]
    public void Heights_are_above_the_ground_of_the_place()
    {
        // A plateau as high as the mast is no screen by itself: 100 m above it are 100 m above the line of sight.
        var plateau = Seen(Ground((_, lon) => lon > 21.25 ? 60 : 0));
        Assert.InRange(Share(plateau, 100, 21.4), 0.95, 1);
    }

    [Fact]
    public void Ground_that_nobody_told_is_taken_for_flat()
    {
        var hole = Seen(Ground((_, _) => TerrainGrid.Unknown));
        Assert.Equal(Share(Seen(Ground((_, _) => 0)), 100, 21.3), Share(hole, 100, 21.3));
    }

    [Fact]
    public void The_statement_says_whose_ground_it_is()
    {
        var shore = Watched(Ground((_, _) => 0), []);
        Assert.Contains(shore.AllClear.Reasons, r => r.Text.Contains("the ground of a drawing board", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blanked_sector_sees_nothing_and_the_rest_what_it_did()
    {
        BlankedSector east = new(60 * Angle.RadiansPerDegree, 120 * Angle.RadiansPerDegree);
        var seen = Watched(null, [east]).Last;
        Assert.Equal(0, Share(seen, 1000, 21.4));
        Assert.InRange(Share(seen, 1000, 20.5), 0.95, 1);
    }

    [Fact]
    public void A_sector_over_north_holds_north()
    {
        BlankedSector north = new(350 * Angle.RadiansPerDegree, 10 * Angle.RadiansPerDegree);
        Assert.True(north.Holds(0));
        Assert.True(north.Holds(355 * Angle.RadiansPerDegree));
        Assert.False(north.Holds(Math.PI));
    }

    private static CoveragePicture Seen(TerrainGrid? terrain) => Watched(terrain, []).Last;

    private static Shore Watched(TerrainGrid? terrain, BlankedSector[] blanked)
    {
        var shore = new Shore();
        shore.Radar(50.5, 20.95, heightM: 60, blanked: blanked);
        return shore.Begin(terrain: terrain).Run(3);
    }

    private static double Share(CoveragePicture seen, double heightM, double longitudeDeg)
    {
        var profile = seen.Profiles.ToList().FindIndex(p => p.Class == ObjectClass.LightAircraft);
        return seen.DetectionAt(profile, seen.HeightsM.ToList().IndexOf(heightM), seen.Area.CellOf(Geodetic.FromDegrees(50.5, longitudeDeg))) / 255.0;
    }

    private static TerrainGrid Ground(Func<double, double, double> height)
    {
        const double step = 0.01;
        var grid = new TerrainGrid
        {
            SouthDeg = 48.5, WestDeg = 19, StepLatDeg = step, StepLonDeg = step, Rows = 400, Columns = 450, Posts = new byte[2 * 400 * 450], Source = "a drawing board",
        };
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
                BinaryPrimitives.WriteInt16LittleEndian(grid.Posts.AsSpan(2 * ((row * grid.Columns) + column)), (short)height(grid.SouthDeg + (row * step), grid.WestDeg + (column * step)));
        return grid;
    }
}
