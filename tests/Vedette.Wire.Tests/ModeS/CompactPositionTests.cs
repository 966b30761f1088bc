using System.Globalization;
using CsCheck;
using Vedette.TestSupport;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Tests.ModeS;

/// <summary>
/// Vectors: data/adsb/cpr, the tables of RTCA DO-260B section 2.4 and positions that a formally verified implementation decoded
/// (angles in 32-bit angular weighted binary).
/// </summary>
public class CompactPositionTests
{
    /// <summary>One unit of angular weighted binary, deg.</summary>
    private const double Unit = 360.0 / (1L << 32);

    [Theory]
    [InlineData("airborne/encoding/MOPS-table-2-139.csv", false)]
    [InlineData("airborne/encoding/t6-3awb.csv", false)]
    [InlineData("airborne/encoding/t6-4awb.csv", false)]
    [InlineData("surface/encoding/MOPS-table-2-141.csv", true)]
    [InlineData("surface/encoding/t6-1awb.csv", true)]
    [InlineData("surface/encoding/t6-2awb.csv", true)]
    public void Encodes_as_the_standard_s_tables(string file, bool surface)
    {
        foreach (var row in Rows(file))
        {
            var fields = CompactPosition.Encode(Latitude(row[1]), Longitude(row[2]), row[0] == 1, surface);
            Assert.Equal((row[3], row[4]), ((long)fields.Latitude, (long)fields.Longitude));
        }
    }

    [Theory]
    [InlineData("airborne/global-decoding/airborne_globally_decoded_positions_01.csv")]
    [InlineData("airborne/global-decoding/airborne_globally_decoded_gd_random_positions.csv")]
    public void Decodes_airborne_pairs_as_the_verified_implementation(string file)
    {
        foreach (var row in Rows(file))
        {
            var (even, odd) = Pair(row, surface: false);
            foreach (var newestIsOdd in new[] { false, true })
            {
                var decoded = CompactPosition.TryGlobalAirborne(even, odd, newestIsOdd, out var latitude, out var longitude);
                Assert.Equal(row[8] == 1, decoded);
                if (decoded) AssertPlace(row[newestIsOdd ? 11 : 9], row[newestIsOdd ? 12 : 10], latitude, longitude);
            }
        }
    }

    [Theory]
    [InlineData("surface/global-decoding/surface_globally_decoded_positions_01.csv")]
    [InlineData("surface/global-decoding/surface_globally_decoded_gd_random_positions.csv")]
    public void Decodes_surface_pairs_to_the_candidate_nearest_the_reference(string file)
    {
        foreach (var row in Rows(file))
        {
            var (even, odd) = Pair(row, surface: true);
            foreach (var newestIsOdd in new[] { false, true })
            {
                var (trueLatitude, trueLongitude) = (Latitude(row[newestIsOdd ? 4 : 0]), Longitude(row[newestIsOdd ? 5 : 1]));
                var decoded = CompactPosition.TryGlobalSurface(
                    even, odd, newestIsOdd, trueLatitude + 3, trueLongitude - 20, out var latitude, out var longitude);
                Assert.Equal(row[8] == 1, decoded);
                if (!decoded) continue;
                Assert.Equal(trueLatitude, latitude, 1e-4);
                Assert.Equal(0, Math.IEEERemainder(Longitude(row[newestIsOdd ? 12 : 10]) - longitude, 90), 4 * Unit);
                Assert.Equal(0, Math.IEEERemainder(trueLongitude - longitude, 360), 0.01);
            }
        }
    }

    [Theory]
    [InlineData("airborne/local-decoding/airborne_locally_decoded_positions_01.csv", false)]
    [InlineData("airborne/local-decoding/airborne_locally_decoded_ld_random_positions.csv", false)]
    [InlineData("surface/local-decoding/surface_locally_decoded_positions_01.csv", true)]
    [InlineData("surface/local-decoding/surface_locally_decoded_ld_random_positions.csv", true)]
    public void Decodes_one_half_near_a_reference_as_the_verified_implementation(string file, bool surface)
    {
        foreach (var row in Rows(file))
        {
            var fields = new CprFields((int)row[5], (int)row[6], row[4] == 1, surface);
            Assert.True(CompactPosition.TryLocal(fields, Latitude(row[0]), Longitude(row[1]), out var latitude, out var longitude));
            AssertPlace(row[7], row[8], latitude, longitude);
        }
    }

    [Fact]
    public void What_is_encoded_decodes_to_the_same_place_globally_and_locally()
    {
        const double airborneSteps = 1 << 17;
        Gen.Select(Gen.Double[-86, 86], Gen.Double[-180, 180], Gen.Bool).Sample((latitude, longitude, newestIsOdd) =>
        {
            var even = CompactPosition.Encode(latitude, longitude, odd: false);
            var odd = CompactPosition.Encode(latitude, longitude, odd: true);
            if (CompactPosition.TryGlobalAirborne(even, odd, newestIsOdd, out var lat, out var lon)) AssertWithinHalfAStep(latitude, longitude, lat, lon, airborneSteps);
            Assert.True(CompactPosition.TryLocal(odd, latitude + (latitude > 0 ? -1 : 1), longitude, out lat, out lon));
            AssertWithinHalfAStep(latitude, longitude, lat, lon, airborneSteps);
            var surface = CompactPosition.Encode(latitude, longitude, newestIsOdd, surface: true);
            Assert.True(CompactPosition.TryLocal(surface, latitude, longitude, out lat, out lon));
            AssertWithinHalfAStep(latitude, longitude, lat, lon, 4 * airborneSteps);
        });
    }

    [Fact]
    public void Any_fields_decode_to_a_place_on_earth_or_not_at_all()
    {
        var field = Gen.Int[0, 0x1FFFF];
        Gen.Select(field, field, field, field, Gen.Bool).Sample((a, b, c, d, newestIsOdd) =>
        {
            if (CompactPosition.TryGlobalAirborne(new(a, b, false, false), new(c, d, true, false), newestIsOdd, out var lat, out var lon)) AssertOnEarth(lat, lon);
            if (CompactPosition.TryGlobalSurface(new(a, b, false, true), new(c, d, true, true), newestIsOdd, -51.7, 170, out lat, out lon)) AssertOnEarth(lat, lon);
            if (CompactPosition.TryLocal(new(a, b, newestIsOdd, false), 89.5, 179, out lat, out lon)) AssertOnEarth(lat, lon);
        });
    }

    [Theory]
    [InlineData(0, 59)]
    [InlineData(10.4704712, 59)]
    [InlineData(10.4704714, 58)]
    [InlineData(-52.2, 36)]
    [InlineData(86.9, 2)]
    [InlineData(87, 2)]
    [InlineData(87.0001, 1)]
    [InlineData(90, 1)]
    public void The_number_of_longitude_zones_falls_towards_the_poles(double latitudeDeg, int zones) =>
        Assert.Equal(zones, CompactPosition.LongitudeZones(latitudeDeg));

    private static void AssertOnEarth(double latitude, double longitude)
    {
        Assert.InRange(latitude, -90, 90);
        Assert.InRange(longitude, -180, 180);
    }

    /// <summary>Zones grow wide towards the poles (two of 180 degrees at 86 with odd halves): the bound is half a step of the widest zone in use.</summary>
    private static void AssertWithinHalfAStep(double latitude, double longitude, double decodedLatitude, double decodedLongitude, double stepsPerZone)
    {
        const double rounding = 1e-9;
        var longitudeZones = Math.Max(CompactPosition.LongitudeZones(decodedLatitude) - 1, 1);
        Assert.InRange(Math.Abs(decodedLatitude - latitude), 0, (360.0 / 59 / stepsPerZone / 2) + rounding);
        Assert.InRange(Math.Abs(Math.IEEERemainder(decodedLongitude - longitude, 360)), 0, (360.0 / longitudeZones / stepsPerZone / 2) + rounding);
    }

    private static void AssertPlace(long latitudeAwb, long longitudeAwb, double latitude, double longitude)
    {
        Assert.Equal(Latitude(latitudeAwb), latitude, 4 * Unit);
        Assert.Equal(0, Math.IEEERemainder(Longitude(longitudeAwb) - longitude, 360), 4 * Unit);
    }

    private static (CprFields Even, CprFields Odd) Pair(long[] row, bool surface) =>
        (new((int)row[2], (int)row[3], false, surface), new((int)row[6], (int)row[7], true, surface));

    private static double Latitude(long awb) => Longitude(awb);

    private static double Longitude(long awb) => (awb >= 1L << 31 ? awb - (1L << 32) : awb) * Unit;

    private static IEnumerable<long[]> Rows(string file) =>
        File.ReadLines(SharedData.Path("adsb/cpr/" + file))
            .Select(line => line.Split(',').Select(cell => long.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray());
}
