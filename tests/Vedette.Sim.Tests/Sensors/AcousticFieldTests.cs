using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Tests.Sensors;

public class AcousticFieldTests
{
    [Fact]
    public void A_bearing_points_to_where_the_target_was_when_it_made_the_sound()
    {
        var post = Geodetic.FromDegrees(50.5, 23.5, 5);
        // Passing north of the post, 3 km away, eastbound at 50 m/s: the sound takes some 9 s.
        var from = Geodesic.Direct(Geodesic.Direct(post, 0, 3000), -Math.PI / 2, 5000) with { HeightM = 200 };
        var sky = new Sky([Worlds.Straight(0, ObjectClass.OneWayDrone, from, Math.PI / 2, 50)], 4, -40);
        var field = new AcousticField([Worlds.Post("post-001", post)], 4);
        var frame = new EnuFrame(post);
        var bearings = new List<Bearing>();
        var heard = 0;
        for (; sky.NowS < 60; sky.Step())
        {
            field.Listen(sky.NowS, sky, bearings);
            foreach (var bearing in bearings)
            {
                heard++;
                var flight = sky.Flights[0];
                var delay = frame.Look(flight.At(bearing.TimeS).Position).RangeM / 340;
                var then = frame.Look(flight.At(bearing.TimeS - delay).Position);
                var refined = frame.Look(flight.At(bearing.TimeS - (then.RangeM / 340)).Position);
                Assert.Equal(0, Angle.WrapSigned(bearing.AzimuthRad - refined.AzimuthRad), 0.002);
                Assert.True(Math.Abs(Angle.WrapSigned(bearing.AzimuthRad - frame.Look(flight.At(bearing.TimeS).Position).AzimuthRad)) > 0.05);
            }
        }

        Assert.InRange(heard, 20, 60);
    }

    [Fact]
    public void An_airliner_and_a_distant_drone_are_not_heard()
    {
        var post = Geodetic.FromDegrees(50.5, 23.5, 5);
        var sky = new Sky(
            [
                Worlds.Straight(0, ObjectClass.Airliner, post with { HeightM = 2000 }, 1, 200),
                Worlds.Straight(1, ObjectClass.OneWayDrone, Geodesic.Direct(post, 2, 9000) with { HeightM = 200 }, 2, 50),
            ],
            4, 0);
        var field = new AcousticField([Worlds.Post("post-001", post)], 4);
        var bearings = new List<Bearing>();
        for (; sky.NowS < 60; sky.Step())
        {
            field.Listen(sky.NowS, sky, bearings);
            Assert.Empty(bearings);
        }
    }
}
