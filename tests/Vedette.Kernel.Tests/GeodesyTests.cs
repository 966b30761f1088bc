using CsCheck;
using Vedette.Kernel.Geodesy;

namespace Vedette.Kernel.Tests;

public sealed class GeodesyTests
{
    private static readonly Gen<Geodetic> AnyPlace =
        Gen.Select(Gen.Double[-89.5, 89.5], Gen.Double[-179.9, 179.9], Gen.Double[-400, 60e3], Geodetic.FromDegrees);

    [Fact]
    public void The_quarter_meridian_is_10_001_965_73_m() =>
        Assert.Equal(10_001_965.729, Geodesic.Inverse(default, Geodetic.FromDegrees(90, 0)).DistanceM, 3);    // WGS-84, textbook value

    [Fact]
    public void A_degree_of_the_equator_is_111_319_491_m()
    {
        var (distance, bearing) = Geodesic.Inverse(default, Geodetic.FromDegrees(0, 1));
        Assert.Equal(Wgs84.SemiMajorAxisM * Math.PI / 180, distance, 6);
        Assert.Equal(Math.PI / 2, bearing, 12);
    }

    [Fact]
    public void Going_to_ecef_and_back_loses_less_than_a_millimetre() => AnyPlace.Sample(place =>
    {
        var back = place.ToEcef().ToGeodetic();
        Assert.Equal(place.LatitudeRad, back.LatitudeRad, 1e-10);
        Assert.Equal(place.LongitudeRad, back.LongitudeRad, 1e-10);
        Assert.Equal(place.HeightM, back.HeightM, 1e-3);
    });

    [Fact]
    public void The_direct_problem_undoes_the_inverse() =>
        Gen.Select(AnyPlace, Gen.Double[0, 2 * Math.PI], Gen.Double[1, 5e6]).Sample((from, bearing, distance) =>
        {
            var to = Geodesic.Direct(from, bearing, distance);
            var (d, b) = Geodesic.Inverse(from, to);
            Assert.Equal(distance, d, 1e-3);
            Assert.True(Math.Abs(Angle.WrapSigned(b - bearing)) * Math.Max(1, Math.Min(distance, 1e6)) < 1e-1);
        });

    [Fact]
    public void A_local_frame_keeps_lengths_and_comes_back() => Gen.Select(AnyPlace, AnyPlace).Sample((origin, point) =>
    {
        var frame = new EnuFrame(origin);
        var ecef = point.ToEcef();
        var local = frame.ToLocal(ecef);
        var d = ecef - frame.OriginEcef;
        Assert.Equal(Math.Sqrt((d.X * d.X) + (d.Y * d.Y) + (d.Z * d.Z)), local.Norm, 1e-5);
        var back = frame.ToEcef(local);
        Assert.Equal(ecef.X, back.X, 1e-5);
        Assert.Equal(ecef.Y, back.Y, 1e-5);
        Assert.Equal(ecef.Z, back.Z, 1e-5);
    });

    [Fact]
    public void Polar_coordinates_come_back() =>
        Gen.Select(Gen.Double[1, 4e5], Gen.Double[0, 6.283], Gen.Double[-1.5, 1.5], (r, a, e) => new Polar(r, a, e)).Sample(polar =>
        {
            var back = EnuFrame.ToPolar(EnuFrame.FromPolar(polar));
            Assert.Equal(polar.RangeM, back.RangeM, 1e-6);
            Assert.Equal(polar.AzimuthRad, back.AzimuthRad, 1e-9);
            Assert.Equal(polar.ElevationRad, back.ElevationRad, 1e-9);
        });

    [Fact]
    public void A_point_at_a_range_azimuth_and_height_has_them_all() =>
        Gen.Select(Gen.Double[-70, 70], Gen.Double[20e3, 380e3], Gen.Double[0, 6.283], Gen.Double[0, 15e3]).Sample((lat, range, azimuth, height) =>
        {
            var frame = new EnuFrame(Geodetic.FromDegrees(lat, 23, 100));
            var point = frame.AtHeight(range, azimuth, height);
            Assert.Equal(range, point.Norm, 1e-6);
            Assert.Equal(azimuth, EnuFrame.ToPolar(point).AzimuthRad, 1e-9);
            Assert.Equal(height, frame.ToGeodetic(point).HeightM, 1.0);
        });

    [Theory]   // FIELD: 30-m mast, targets at 30, 50, 100 and 300 m
    [InlineData(30, 45)]
    [InlineData(50, 52)]
    [InlineData(100, 64)]
    [InlineData(300, 94)]
    public void The_radio_horizon_of_a_30_m_mast(double targetM, double kilometres) =>
        Assert.Equal(kilometres, RadioHorizon.DistanceM(30, targetM) / 1000, 0.6);
}
