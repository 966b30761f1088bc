using CsCheck;
using Vedette.Assessment.Incursion;

namespace Vedette.Assessment.Tests.Incursion;

public class BoundaryCourseTests
{
    [Fact]
    public void A_circle_runs_square_to_its_radius_and_outward_is_where_the_place_is() => Gen.Double[0, 2 * Math.PI].Select(Gen.Double[21e3, 40e3]).Sample((angle, distanceM) =>
    {
        const double radiusM = 20e3;
        var corners = Enumerable.Range(0, 180).Select(i => Math.SinCos(i * Math.PI / 90)).ToArray();
        var course = Course([.. corners.Select(c => (radiusM * c.Cos, radiusM * c.Sin))], distanceM * Math.Cos(angle), distanceM * Math.Sin(angle));
        Assert.Equal(0, (course.AlongX * Math.Cos(angle)) + (course.AlongY * Math.Sin(angle)), 0.06);
        Assert.Equal(1, (course.OutX * Math.Cos(angle)) + (course.OutY * Math.Sin(angle)), 0.01);
        Assert.Equal(distanceM - radiusM, course.DistanceM, 0.002 * distanceM);
    });

    [Fact]
    public void Meanders_are_smoothed_away()
    {
        var east = Enumerable.Range(0, 200).Select(i => (X: i % 2 == 0 ? 0.0 : 1500, Y: -100e3 + (i * 1000.0)));
        var course = Course([.. east, (-200e3, 100e3), (-200e3, -100e3)], 8e3, 300);
        Assert.InRange(Math.Abs(course.AlongY), 0.99, 1);
        Assert.InRange(course.OutX, 0.99, 1);
    }

    [Fact]
    public void What_flies_along_is_believed_to_and_what_comes_straight_is_not()
    {
        var (along, across, far) = (default(LineMemory), default(LineMemory), default(LineMemory));
        for (var pathM = 0.0; pathM < 60e3; pathM += 250)
        {
            along.Follow(pathM, 0.1, 6e3);
            across.Follow(pathM, 1.5, 6e3);
            far.Pass(pathM);
        }

        Assert.True(along.Along > 0.7, $"{along.Along}");
        Assert.True(across.Along < 0.05, $"{across.Along}");
        Assert.Equal(0, far.Along);
        Assert.Equal(6e3, along.OffM, 1.0);
    }

    private static LineCourse Course((double X, double Y)[] corners, double eastM, double northM)
    {
        var volume = new AirspaceVolume(World.Square() with { Polygons = [[[.. corners.Select(c => World.At(c.X, c.Y))]]] });
        var (x, y) = volume.ToPlane(World.At(eastM, northM));
        return volume.Course(x, y);
    }
}
