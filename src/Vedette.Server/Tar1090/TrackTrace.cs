using System.Text.Json;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Tar1090;

/// <summary>Where a track was, as a trace file: rows of seconds, degrees, feet, knots. Speed and direction are those from point to point.</summary>
internal static class TrackTrace
{
    /// <summary>The altitude of a row is geometric; so is its vertical rate.</summary>
    private const int GeometricAltitude = 8, GeometricRate = 4;

    public static void Write(Utf8JsonWriter json, in Track track, IReadOnlyList<TrailPoint> trail, PictureAddresses addresses, IReadOnlyList<SensorStatus> sensors)
    {
        var first = trail.Count > 0 ? trail[0].At : track.Time;
        var source = SourceType.Of(in track, addresses.Holds(in track), sensors);
        var geometric = AircraftObject.IsGeometric(in track);
        json.WriteStartObject();
        json.WriteString("icao", addresses.Of(in track));
        json.WriteNumber("timestamp", Math.Round(first.ToUnixSeconds(), 3));
        json.WriteStartArray("trace");
        for (var i = 0; i < trail.Count; i++)
        {
            json.WriteStartArray();
            WritePoint(json, trail, i, first, geometric);
            if (i == trail.Count - 1) WriteDetails(json, in track, addresses, sensors);
            else json.WriteNullValue();
            json.WriteStringValue(source);
            if (geometric) WriteHeight(json, trail[i]);
            else json.WriteNullValue();
            for (var unknown = 0; unknown < 3; unknown++) json.WriteNullValue();
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, IReadOnlyList<TrailPoint> trail, int index, Instant first, bool geometric)
    {
        var point = trail[index];
        json.WriteNumberValue(Math.Round(point.At.SecondsSince(first), 2));
        json.WriteNumberValue(Math.Round(point.LatitudeDeg, 6));
        json.WriteNumberValue(Math.Round(point.LongitudeDeg, 6));
        WriteHeight(json, point);
        if (Leg(trail, index) is { } leg)
        {
            json.WriteNumberValue(Math.Round(leg.SpeedMps / Speed.MetresPerSecondPerKnot, 1));
            json.WriteNumberValue(AircraftObject.Degrees(leg.BearingRad));
        }
        else
        {
            json.WriteNullValue();
            json.WriteNullValue();
        }

        json.WriteNumberValue(geometric ? GeometricAltitude | GeometricRate : 0);
        json.WriteNullValue();
    }

    /// <summary>From the point before to this one; from the first to the second for the first.</summary>
    private static (double SpeedMps, double BearingRad)? Leg(IReadOnlyList<TrailPoint> trail, int index)
    {
        if (trail.Count < 2) return null;
        var (from, to) = (trail[Math.Max(index - 1, 0)], trail[Math.Max(index, 1)]);
        var seconds = to.At.SecondsSince(from.At);
        if (seconds <= 0) return null;
        var leg = Geodesic.Inverse(Geodetic.FromDegrees(from.LatitudeDeg, from.LongitudeDeg), Geodetic.FromDegrees(to.LatitudeDeg, to.LongitudeDeg));
        return (leg.DistanceM / seconds, leg.BearingRad);
    }

    private static void WriteHeight(Utf8JsonWriter json, in TrailPoint point)
    {
        if (double.IsFinite(point.HeightM)) json.WriteNumberValue(AircraftObject.Feet(point.HeightM));
        else json.WriteNullValue();
    }

    private static void WriteDetails(Utf8JsonWriter json, in Track track, PictureAddresses addresses, IReadOnlyList<SensorStatus> sensors)
    {
        json.WriteStartObject();
        AircraftObject.WriteDetails(json, in track, addresses, sensors);
        json.WriteEndObject();
    }
}
