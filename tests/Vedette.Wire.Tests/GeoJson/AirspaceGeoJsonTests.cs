using System.Text;
using CsCheck;
using Vedette.Air;
using Vedette.Wire.GeoJson;

namespace Vedette.Wire.Tests.GeoJson;

public class AirspaceGeoJsonTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[22,50],[23,50],[23,51],[22,51],[22,50]]]}""";

    private static string Feature(string properties, string geometry = Square) =>
        $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}]}""";

    private static Airspace Only(string json)
    {
        var reading = AirspaceGeoJson.Read(json, "field");
        Assert.Empty(reading.Errors);
        return Assert.Single(reading.Airspaces);
    }

    [Fact]
    public void A_bare_polygon_is_a_protected_airspace_of_all_heights()
    {
        var airspace = Only(Square);
        Assert.Equal("field", airspace.Name);
        Assert.Equal("field", airspace.Id);
        Assert.Equal(AirspaceRole.Protected, airspace.Role);
        Assert.Equal(double.NegativeInfinity, airspace.FloorM);
        Assert.Equal(double.PositiveInfinity, airspace.CeilingM);
        Assert.Equal(4, airspace.Polygons[0][0].Count);
        Assert.Equal(22, airspace.Polygons[0][0][0].LongitudeDeg, 12);
        Assert.Equal(50, airspace.Polygons[0][0][0].LatitudeDeg, 12);
    }

    [Theory]
    [InlineData("""{"floorM":100,"ceilingM":3000.5}""", 100, 3000.5)]
    [InlineData("""{"floorFt":1000,"ceilingFL":95}""", 304.8, 2895.6)]
    [InlineData("""{"lower":"GND","upper":"FL95"}""", double.NegativeInfinity, 2895.6)]
    [InlineData("""{"lower":"4500 ft AMSL","upper":"UNL"}""", 1371.6, double.PositiveInfinity)]
    [InlineData("""{"lower":1200,"lowerUnit":"m","upper":95,"upperUnit":"FL"}""", 1200, 2895.6)]
    [InlineData("""{"lower":null,"upper":"1200m"}""", double.NegativeInfinity, 1200)]
    public void Height_limits_come_in_metres_feet_and_flight_levels(string properties, double floorM, double ceilingM)
    {
        var airspace = Only(Feature(properties));
        Assert.Equal(floorM, airspace.FloorM, 9);
        Assert.Equal(ceilingM, airspace.CeilingM, 9);
    }

    [Theory]
    [InlineData("""{"name":"East","upper":1200}""", "feature 1 \"East\": upper is \"1200\"")]
    [InlineData("""{"floorM":"low"}""", "feature 1: floorM is \"low\"")]
    [InlineData("""{"floorM":500,"ceilingM":400}""", "floor of 500 m is not below")]
    [InlineData("""{"lower":"UNL"}""", "lower is \"UNL\"")]
    [InlineData("""{"role":"protcted"}""", "role is \"protcted\"")]
    public void An_error_names_the_feature_and_the_property(string properties, string expected)
    {
        var reading = AirspaceGeoJson.Read(Feature(properties), "field");
        Assert.Empty(reading.Airspaces);
        Assert.Contains(expected, Assert.Single(reading.Errors));
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[50,22],[50,123],[51,23]]]}""", "ring 1 position 2")]
    [InlineData("""{"type":"Polygon","coordinates":[[[22,50],[23,50],[22,50]]]}""", "fewer than three")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "hold no ring")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[22,50],[23,50],[23,51],[22,50]]],[[]]]}""", "polygon 2, ring 1")]
    [InlineData("""{"type":"Polygon"}""", "coordinates are missing")]
    public void Coordinates_that_bound_nothing_are_errors(string geometry, string expected) =>
        Assert.Contains(AirspaceGeoJson.Read(Feature("{}", geometry), "field").Errors, e => e.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Lines_are_skipped_with_a_note_and_holes_and_parts_are_kept()
    {
        const string json = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"border","role":"border"},"geometry":{"type":"LineString","coordinates":[[22,50],[23,51]]}},
              {"type":"Feature","id":7,"properties":{"name":"Both","role":"information"},"geometry":{"type":"MultiPolygon","coordinates":[
                [[[22,50],[23,50],[23,51],[22,51],[22,50]],[[22.4,50.4],[22.6,50.4],[22.6,50.6],[22.4,50.4]]],
                [[[24,50],[25,50],[25,51],[24,50]]]]}}]}
            """;
        var reading = AirspaceGeoJson.Read(json, "field");
        Assert.Empty(reading.Errors);
        Assert.Contains("feature 1 \"border\": LineString skipped", Assert.Single(reading.Notes));
        var airspace = Assert.Single(reading.Airspaces);
        Assert.Equal("7", airspace.Id);
        Assert.Equal(AirspaceRole.Information, airspace.Role);
        Assert.Equal([2, 1], airspace.Polygons.Select(p => p.Count));
        Assert.Equal(3, airspace.Polygons[0][1].Count);
    }

    [Fact]
    public void Ids_are_distinct_and_made_from_names()
    {
        var feature = $$"""{"type":"Feature","properties":{"name":"Łuck – East 1"},"geometry":{{Square}}}""";
        var reading = AirspaceGeoJson.Read($$"""{"type":"FeatureCollection","features":[{{feature}},{{feature}}]}""", "field");
        Assert.Equal(["łuck-east-1", "łuck-east-1-2"], reading.Airspaces.Select(a => a.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[7]}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"Polygon","coordinates":[]} x""")]
    public void What_is_not_an_airspace_is_an_error_in_words(string json) =>
        Assert.NotEmpty(AirspaceGeoJson.Read(json, "field").Errors);

    [Fact]
    public void Octets_that_are_not_Utf8_are_an_error_and_a_byte_order_mark_is_none()
    {
        Assert.Contains("not UTF-8", Assert.Single(AirspaceGeoJson.Read([0x7B, 0xFF, 0x7D], "field").Errors));
        Assert.Empty(AirspaceGeoJson.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Square)], "field").Errors);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Damaged_documents_never_throw_and_never_give_an_airspace_without_three_vertices()
    {
        var whole = Encoding.UTF8.GetBytes(Feature("""{"name":"East","id":"e","lower":"FL95","upper":"9000 m","floorM":12}"""));
        var damage = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[0, 6];
        Gen.Select(damage, Gen.Int[0, whole.Length]).Sample((changes, length) =>
        {
            var octets = whole.AsSpan(0, length).ToArray();
            foreach (var (at, value) in changes)
                if (at < length) octets[at] = value;
            var reading = AirspaceGeoJson.Read(octets, "field");
            return reading.Airspaces.Count + reading.Errors.Count > 0
                && reading.Airspaces.All(a => a.FloorM < a.CeilingM && a.Polygons.All(p => p.All(r => r.Count >= 3)));
        }, iter: 5_000);
    }
}
