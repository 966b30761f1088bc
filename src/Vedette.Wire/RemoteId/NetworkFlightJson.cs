using System.Globalization;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Network Remote ID: flights and their details as service suppliers answer them (ASTM F3411-22a and -19, annex A: GET /uss/flights and
/// /uss/flights/ID/details), and flights as display providers show them (InterUSS observation: "most_recent_position").
/// </summary>
internal sealed class NetworkFlightJson(MemberReader members)
{
    /// <param name="flight">One of "flights".</param>
    public void ReadFlight(JsonElement flight, RemoteIdReport report)
    {
        report.Clear();
        report.IsSimulated = members.Flag(flight, "simulated");
        var kind = RemoteIdWords.Kind(members.Text(flight, "aircraft_type"));
        if (kind != 0) report.Add(new BasicId { IdType = UasIdType.None, UaType = kind, Id = default });
        var state = members.Object(flight, "current_state");
        if ((state is { } known ? members.Object(known, "position") : members.Object(flight, "most_recent_position")) is not { } position) return;
        report.At = state is { } timed ? Time(timed, "timestamp") : Time(position, "time");
        report.Add(Location(state ?? default, position, report.At));
        if (Area(flight, state ?? default) is { } area) report.Add(area);
    }

    /// <param name="details">Of one flight.</param>
    public void ReadDetails(JsonElement details, RemoteIdReport report)
    {
        report.Clear();
        var ids = members.Object(details, "uas_id") ?? details;
        Name(members.Text(ids, "serial_number"), UasIdType.SerialNumber, report);
        var registration = members.Text(ids, "registration_id");
        Name(registration.Length > 0 ? registration : members.Text(ids, "registration_number"), UasIdType.Registration, report);
        if (members.Text(details, "operator_id") is { Length: > 0 } number) report.AddOperator(new() { Text = MemberReader.Octets(number) });
        if (members.Text(details, "operation_description") is { Length: > 0 } said) report.AddSelf(new() { Text = MemberReader.Octets(said) });
        if (Operator(details) is { } system) report.Add(system);
    }

    private static void Name(string id, UasIdType type, RemoteIdReport report)
    {
        if (id.Length > 0) report.Add(new BasicId { IdType = type, Id = MemberReader.Octets(id) });
    }

    private LocationVector Location(JsonElement state, JsonElement position, Instant? at)
    {
        var (lat, lon) = RemoteIdRange.Place(members.Number(position, "lat"), members.Number(position, "lng"));
        var height = members.Object(position, "height") ?? members.Object(state, "height") ?? default;
        return new()
        {
            Status = RemoteIdWords.Status(members.Text(state, "operational_status")),
            DirectionDeg = RemoteIdRange.Direction(members.Number(state, "track")),
            SpeedMps = RemoteIdRange.Speed(members.Number(state, "speed")),
            ClimbMps = RemoteIdRange.Climb(members.Number(state, "vertical_speed")),
            LatitudeDeg = lat,
            LongitudeDeg = lon,
            PressureAltitudeM = AltitudeCode.Known(members.Number(position, "pressure_altitude")),
            GeodeticAltitudeM = AltitudeCode.Known(members.Number(position, "alt")),
            HeightM = AltitudeCode.Known(members.Number(height, "distance")),
            IsAboveGround = members.Text(height, "reference") == "GroundLevel",
            HorizontalAccuracy = RemoteIdWords.Horizontal(members.Text(position, "accuracy_h")),
            VerticalAccuracy = RemoteIdWords.Vertical(members.Text(position, "accuracy_v")),
            SpeedAccuracy = RemoteIdWords.SpeedAccuracy(members.Text(state, "speed_accuracy")),
            SinceHourS = at is { } told ? (told.Ticks % TimeSpan.TicksPerHour) / (double)TimeSpan.TicksPerSecond : double.NaN,
        };
    }

    /// <summary>A group's area: with the flight since 2022, with its state before.</summary>
    private SystemData? Area(JsonElement flight, JsonElement state)
    {
        var area = members.Object(flight, "operating_area") ?? default;
        var count = members.Number(area, "aircraft_count") is >= 1 and <= ushort.MaxValue and var now ? now : members.Number(state, "group_count");
        var radiusM = members.Number(state, "group_radius");
        if (!(count > 1) && !(radiusM > 0)) return null;
        return NoOperator with
        {
            AreaCount = count is >= 1 and <= ushort.MaxValue ? (int)count : 1,
            AreaRadiusM = radiusM is > 0 and < 1e6 ? radiusM : 0,
            AreaCeilingM = AltitudeCode.Known(members.Number(state, "group_ceiling")),
            AreaFloorM = AltitudeCode.Known(members.Number(state, "group_floor")),
        };
    }

    private SystemData? Operator(JsonElement details)
    {
        var eu = members.Object(details, "eu_classification") ?? default;
        var category = RemoteIdWords.EuCategory(members.Text(eu, "category"));
        var location = members.Object(details, "operator_location") ?? default;
        var position = members.Object(location, "position") ?? location;
        var (lat, lon) = RemoteIdRange.Place(members.Number(position, "lat"), members.Number(position, "lng"));
        if (lat == 0 && lon == 0 && category == 0) return null;
        return NoOperator with
        {
            OperatorLocationType = RemoteIdWords.OperatorPlace(members.Text(location, "altitude_type")),
            OperatorLatitudeDeg = lat,
            OperatorLongitudeDeg = lon,
            OperatorAltitudeM = AltitudeCode.Known(members.Number(members.Object(location, "altitude") ?? default, "value")),
            ClassificationType = category > 0 ? (byte)1 : (byte)0,
            Category = category,
            Class = RemoteIdWords.EuClass(members.Text(eu, "class")),
        };
    }

    private static SystemData NoOperator => new() { AreaCeilingM = double.NaN, AreaFloorM = double.NaN, OperatorAltitudeM = double.NaN };

    /// <summary>RFC 3339, alone or as the value of an object.</summary>
    private Instant? Time(JsonElement parent, string name)
    {
        if (members.Child(parent, name) is not { } told) return null;
        var text = told.ValueKind == JsonValueKind.Object ? members.Text(told, "value") : members.Text(parent, name);
        if (text.Length == 0) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return Instant.FromUnixSeconds((time - DateTimeOffset.UnixEpoch).TotalSeconds);
        members.Blame(name);
        return null;
    }
}
