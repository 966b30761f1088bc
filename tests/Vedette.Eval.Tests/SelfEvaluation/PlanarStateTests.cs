using Vedette.Eval.SelfEvaluation;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Tests.SelfEvaluation;

public class PlanarStateTests
{
    private static readonly PlanarState Northbound = new()
    {
        At = Instant.UnixEpoch, Place = Geodetic.FromDegrees(50, 24), NorthMps = 100,
        Covariance = new() { EE = 1e-3, NN = 1e-3, VeVe = 100, VnVn = 100 },
    };

    [Fact]
    public void A_known_place_later_tells_the_velocity_before_it()
    {
        // No noise, the place known both times, 100 m farther east and 50 m farther north than expected after 10 s: 10 and 5 m/s more.
        var expected = Northbound.Moved(10, 0, 0);
        var later = expected with
        {
            Place = Geodetic.FromDegrees(
                expected.Place.LatitudeDeg + (50 / Wgs84.MeridianRadiusM(expected.Place.LatitudeRad) / Angle.RadiansPerDegree),
                expected.Place.LongitudeDeg + (100 / (Wgs84.PrimeVerticalRadiusM(expected.Place.LatitudeRad) * Math.Cos(expected.Place.LatitudeRad)) / Angle.RadiansPerDegree)),
            EastMps = 10, NorthMps = 105, Covariance = new() { EE = 5e-4, NN = 5e-4, VeVe = 1e-6, VnVn = 1e-6 },
        };
        var smoothed = Northbound.StepBack(later, 0, 0);
        Assert.Equal(10, smoothed.EastMps, 0.01);
        Assert.Equal(105, smoothed.NorthMps, 0.01);
        Assert.InRange(smoothed.VelocityVariance, 0, 0.01);
    }

    [Fact]
    public void Where_nothing_was_learned_nothing_changes()
    {
        var before = Northbound with { Covariance = new() { EE = 900, NN = 400, EVe = 50, VeVe = 25, VnVn = 16 } };
        var smoothed = before.StepBack(before.Moved(10, 0.02, 3), 0.02, 3);
        Assert.InRange(Gate.GroundDistanceM(before.Place, smoothed.Place), 0, 1e-6);
        Assert.Equal(before.PlaceVarianceM2, smoothed.PlaceVarianceM2, 1e-6);
    }

    [Fact]
    public void A_straight_way_goes_along_a_geodesic_and_a_turn_round_a_circle()
    {
        var eastbound = Northbound with { EastMps = 250, NorthMps = 0 };
        var there = Geodesic.Direct(eastbound.Place, Math.PI / 2, 2500);
        Assert.InRange(Gate.GroundDistanceM(there, eastbound.Moved(10, 0, 0).Place), 0, 0.5);
        // Nine degrees a second for ten seconds: a quarter of a circle, the chord of which is √2 radii long.
        var turned = Northbound.Moved(10, Math.PI / 20, 0);
        Assert.Equal(100, turned.EastMps, 0.1);
        Assert.Equal(0, turned.NorthMps, 0.1);
        // The middle of the turn is flown at once, so that the chord is as long as the way.
        Assert.Equal(1000, Gate.GroundDistanceM(Northbound.Place, turned.Place), 1.0);
    }
}
