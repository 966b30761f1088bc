using System.Text.Json;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Server.Tar1090;

/// <summary>A track as an aircraft object of readsb's aircraft.json: feet, knots, feet per minute, ages in seconds. What is not known is left out.</summary>
internal static class AircraftObject
{
    private const double LikelyEnough = 0.5;

    public static void Write(Utf8JsonWriter json, in Track track, PictureAddresses addresses, IReadOnlyList<SensorStatus> sensors, Instant now)
    {
        var ageS = Math.Round(Math.Max(now.SecondsSince(track.LastSeen), 0), 3);
        json.WriteStartObject();
        json.WriteString("hex", addresses.Of(in track));
        WriteDetails(json, in track, addresses, sensors);
        json.WriteNumber("lat", Math.Round(track.Position.LatitudeDeg, 6));
        json.WriteNumber("lon", Math.Round(track.Position.LongitudeDeg, 6));
        json.WriteNumber("seen_pos", ageS);
        json.WriteNumber("messages", track.Plots);
        json.WriteNumber("seen", ageS);
        json.WriteEndObject();
    }

    /// <summary>All but where it is and how old that is: what a trace tells beside its points too.</summary>
    public static void WriteDetails(Utf8JsonWriter json, in Track track, PictureAddresses addresses, IReadOnlyList<SensorStatus> sensors)
    {
        var source = SourceType.Of(in track, addresses.Holds(in track), sensors);
        json.WriteString("type", source);
        if (!track.Callsign.IsBlank) json.WriteString("flight", track.Callsign.ToString().PadRight(8));
        if (!addresses.Holds(in track)) json.WriteString("r", track.Number.ToString());
        WriteClass(json, in track);
        if (track.OnGround) json.WriteString("alt_baro", "ground");
        else if (track.Altitude is { } altitude) json.WriteNumber("alt_baro", (int)Math.Round(altitude.Feet));
        else if (track.HeightKnown) json.WriteNumber("alt_geom", Feet(track.Position.HeightM));
        json.WriteNumber("gs", Math.Round(track.GroundSpeedMps / Speed.MetresPerSecondPerKnot, 1));
        json.WriteNumber("track", Degrees(track.TrackAngleRad));
        if (track.HeightKnown && !track.OnGround) json.WriteNumber(IsGeometric(in track) ? "geom_rate" : "baro_rate", FeetPerMinute(track.Velocity.Up));
        if (track.Code is { } code)
        {
            json.WriteString("squawk", code.ToString());
            json.WriteString("emergency", Emergency(code));
        }

        WriteFields(json, "mlat", source == SourceType.Mlat);
        WriteFields(json, "tisb", source.StartsWith("tisb", StringComparison.Ordinal));
    }

    /// <summary>A track that tells its pressure altitude has its height from that: it is no geometric one.</summary>
    public static bool IsGeometric(in Track track) => track.Altitude is null;

    public static int Feet(double heightM) => (int)Math.Round(heightM / Length.MetresPerFoot);

    public static double Degrees(double angleRad) => Math.Round(Angle.Wrap(angleRad) / Angle.RadiansPerDegree, 2) % 360;

    private static int FeetPerMinute(double climbMps) => (int)Math.Round(climbMps / Speed.MetresPerSecondPerFootPerMinute);

    /// <summary>The emitter category that fits the class, and the class in words.</summary>
    private static void WriteClass(Utf8JsonWriter json, in Track track)
    {
        var best = track.Classes.Best;
        var probability = track.Classes.Of(best);
        if (probability < LikelyEnough || best == ObjectClass.Unknown) return;
        json.WriteString("desc", $"{Words(best)} {Math.Round(100 * probability):0} %");
        if (Category(best) is { } category) json.WriteString("category", category);
    }

    private static string Words(ObjectClass best) => best switch
    {
        ObjectClass.LightAircraft => "LIGHT AIRCRAFT",
        ObjectClass.FastJet => "FAST JET",
        ObjectClass.OneWayDrone => "ONE-WAY DRONE",
        ObjectClass.SmallDrone => "SMALL DRONE",
        ObjectClass.CruiseMissile => "CRUISE MISSILE",
        _ => best.ToString().ToUpperInvariant(),
    };

    /// <summary>DO-260B 2.2.3.2.5.2.</summary>
    private static string? Category(ObjectClass best) => best switch
    {
        ObjectClass.Airliner => "A3",
        ObjectClass.LightAircraft => "A1",
        ObjectClass.Helicopter => "A7",
        ObjectClass.FastJet => "A6",
        ObjectClass.Balloon => "B2",
        ObjectClass.OneWayDrone or ObjectClass.SmallDrone => "B6",
        _ => null,
    };

    private static string Emergency(Mode3A code) => code switch
    {
        _ when code == Mode3A.Hijack => "unlawful",
        _ when code == Mode3A.RadioFailure => "nordo",
        _ when code == Mode3A.Emergency => "general",
        _ => "none",
    };

    /// <summary>The names of the members that come from such a source.</summary>
    private static void WriteFields(Utf8JsonWriter json, string name, bool all)
    {
        json.WriteStartArray(name);
        if (all)
            foreach (var field in (ReadOnlySpan<string>)["altitude", "gs", "track", "lat", "lon"]) json.WriteStringValue(field);
        json.WriteEndArray();
    }
}
