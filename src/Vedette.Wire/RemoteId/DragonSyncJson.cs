using System.Globalization;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// What DragonSync publishes of a drone: one flat object whose "track_type" is "drone". A number that is not known is 0 there, so that a height of
/// exactly 0 is not believed. Source: its docs/mqtt-schema.md.
/// </summary>
internal sealed class DragonSyncJson(MemberReader members)
{
    private const string NamePrefix = "drone-";

    /// <summary>Address of the radio, or the name where there is none.</summary>
    public string Transmitter { get; private set; } = "";

    public double PowerDbm { get; private set; }

    /// <summary>False where it speaks of something else than a drone.</summary>
    public bool TryRead(JsonElement root, RemoteIdReport report)
    {
        if (members.Text(root, "track_type") != "drone") return false;
        report.Clear();
        var name = members.Text(root, "id");
        var mac = members.Text(root, "mac");
        Transmitter = mac.Length > 0 ? mac : name;
        PowerDbm = members.Number(root, "rssi");
        Names(root, name.StartsWith(NamePrefix, StringComparison.Ordinal) ? name[NamePrefix.Length..] : name, report);
        report.Add(Location(root));
        if (members.Text(root, "description") is { Length: > 0 } said) report.AddSelf(new() { Text = MemberReader.Octets(said) });
        if (members.Text(root, "operator_id") is { Length: > 0 } number) report.AddOperator(new() { Text = MemberReader.Octets(number) });
        if (Operator(root) is { } system) report.Add(system);
        if (members.Number(root, "observed_at") is > 0 and < 1e11 and var seconds) report.At = Instant.FromUnixSeconds(seconds);
        return true;
    }

    /// <summary>An aircraft that told no name goes by its radio's address there: that is none.</summary>
    private void Names(JsonElement root, string name, RemoteIdReport report)
    {
        var type = members.Text(root, "id_type");
        var kind = members.Number(root, "ua_type") is >= 0 and <= 15 and var told ? (byte)told : (byte)0;
        var idType = type.StartsWith("Serial", StringComparison.Ordinal) ? UasIdType.SerialNumber
            : type.StartsWith("CAA", StringComparison.Ordinal) ? UasIdType.Registration
            : type.StartsWith("UTM", StringComparison.Ordinal) ? UasIdType.UtmAssigned
            : type.StartsWith("Specific", StringComparison.Ordinal) ? UasIdType.SpecificSession
            : UasIdType.None;
        if (idType is UasIdType.SerialNumber or UasIdType.Registration) report.Add(new BasicId { IdType = idType, UaType = kind, Id = MemberReader.Octets(name) });
        var registration = members.Text(root, "caa_id");
        if (registration.Length > 0 && registration != name) report.Add(new BasicId { IdType = UasIdType.Registration, UaType = kind, Id = MemberReader.Octets(registration) });
    }

    private LocationVector Location(JsonElement root)
    {
        var (lat, lon) = RemoteIdRange.Place(members.Number(root, "lat"), members.Number(root, "lon"));
        return new()
        {
            Status = RemoteIdWords.Status(members.Text(root, "op_status")),
            DirectionDeg = RemoteIdRange.Direction(members.Number(root, "direction")),
            SpeedMps = RemoteIdRange.Speed(members.Number(root, "speed")),
            ClimbMps = RemoteIdRange.Climb(members.Number(root, "vspeed")),
            LatitudeDeg = lat,
            LongitudeDeg = lon,
            PressureAltitudeM = Height(root, "pressure_altitude"),
            GeodeticAltitudeM = Height(root, "alt"),
            HeightM = Height(root, "height"),
            IsAboveGround = members.Text(root, "height_type").Contains("ground", StringComparison.OrdinalIgnoreCase),
            HorizontalAccuracy = Accuracy(members.Text(root, "horizontal_accuracy")),
            SinceHourS = double.NaN,
        };
    }

    private SystemData? Operator(JsonElement root)
    {
        var (lat, lon) = RemoteIdRange.Place(members.Number(root, "pilot_lat"), members.Number(root, "pilot_lon"));
        var kind = OperatorPlaceKind.Live;
        if (lat == 0 && lon == 0)
        {
            (lat, lon) = RemoteIdRange.Place(members.Number(root, "home_lat"), members.Number(root, "home_lon"));
            kind = OperatorPlaceKind.TakeOff;
        }

        if (lat == 0 && lon == 0) return null;
        return new() { OperatorLocationType = (byte)kind, OperatorLatitudeDeg = lat, OperatorLongitudeDeg = lon, OperatorAltitudeM = double.NaN, AreaCeilingM = double.NaN, AreaFloorM = double.NaN };
    }

    private double Height(JsonElement root, string name) => AltitudeCode.Known(members.Number(root, name)) is not 0 and var heightM ? heightM : double.NaN;

    /// <summary>"&lt;10m", "&lt; 30 m", "&lt;1NM" to the code of message 1; 0 where it is none of them.</summary>
    private static byte Accuracy(string text)
    {
        var bound = text.AsSpan().TrimStart("< ").Trim();
        var inMiles = bound.EndsWith("NM", StringComparison.OrdinalIgnoreCase);
        bound = bound.TrimEnd("nNmM ");
        if (!double.TryParse(bound, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return 0;
        return LocationVector.AccuracyCode(inMiles ? value * Length.MetresPerNauticalMile : value);
    }
}
