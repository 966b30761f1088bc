using System.Globalization;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Alerting;

/// <summary>Quantities in plain words, the same in every text. English; whole sentences are built by who speaks.</summary>
public static class Phrase
{
    /// <summary>45 s, 6 min, 2 h 05 min.</summary>
    public static string Duration(double seconds)
    {
        if (double.IsNaN(seconds)) return "an unknown time";
        if (seconds < 90) return $"{Math.Round(seconds):0} s";
        var minutes = (long)Math.Round(seconds / 60);
        return minutes < 90 ? $"{minutes} min" : $"{minutes / 60} h {minutes % 60:00} min";
    }

    /// <summary>850 m, 4.2 km, 34 km. Never negative.</summary>
    public static string Distance(double metres)
    {
        metres = Math.Max(metres, 0);
        if (metres < 995) return $"{Math.Round(metres / 10) * 10:0} m";
        return metres < 9950 ? $"{metres / 1000:0.0} km" : $"{metres / 1000:0} km";
    }

    /// <summary>12.3 km: for figures that stand in a record, to 100 m. Never negative.</summary>
    public static string FineDistance(double metres) => $"{Math.Max(metres, 0) / 1000:0.0} km";

    /// <summary>A probability as a person should hear it: in whole percent, and never certain.</summary>
    public static string Percent(double probability) =>
        probability >= 0.995 ? "over 99 %" : probability < 0.005 ? "under 1 %" : $"{Math.Round(probability * 100):0} %";

    /// <summary>02:41:09 UTC.</summary>
    public static string Clock(Instant at) => at.ToDateTimeUtc().ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>2026-01-17 02:41:09 UTC.</summary>
    public static string DateAndClock(Instant at) =>
        at.ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>1 track, 3 tracks.</summary>
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary>Heading in whole degrees with three digits, and speed in m/s.</summary>
    public static string Motion(in Track track)
    {
        var degrees = (int)Math.Round(track.TrackAngleRad / Angle.RadiansPerDegree) % 360;
        return $"heading {degrees:000}° at {track.GroundSpeedMps:0} m/s";
    }

    public static string Of(Identity identity) => identity switch
    {
        Identity.AssumedFriend => "assumed friend",
        _ => identity.ToString().ToLowerInvariant(),
    };

    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.LostTrack => "lost track",
        AlertKind.EmergencyCode => "emergency code",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Of(ReadinessLevel level) => level == ReadinessLevel.StandDown ? "stand-down" : level.ToString().ToLowerInvariant();

    public static string Of(ObjectClass kind) => kind switch
    {
        ObjectClass.LightAircraft => "light aircraft",
        ObjectClass.FastJet => "fast jet",
        ObjectClass.OneWayDrone => "one-way drone",
        ObjectClass.SmallDrone => "small drone",
        ObjectClass.CruiseMissile => "cruise-missile-like",
        ObjectClass.Ballistic => "ballistic-like",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
