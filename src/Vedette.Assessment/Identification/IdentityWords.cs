using Vedette.Air;

namespace Vedette.Assessment.Identification;

/// <summary>Why a rule spoke, for a person. Made only when an identity or its reason changes.</summary>
internal static class IdentityWords
{
    /// <summary>What every suspect or hostile label says of itself.</summary>
    public const string AttentionOnly = "This label asks for attention only; it decides nothing.";

    public static string Why(IdentityRule rule, in Evidence e) => rule switch
    {
        IdentityRule.UnlawfulInterference => $"Transponder code 7500: unlawful interference reported. {AttentionOnly}",
        IdentityRule.ToldBeforehand or IdentityRule.ToldBeforehandAndSeen => $"{Who(e.Track)} is {Told(e)}, as the watch was told beforehand, {Seen(e)}.",
        IdentityRule.CivilTraffic or IdentityRule.CivilTrafficSeen => $"{Who(e.Track)} flies as civil traffic does, {Seen(e)}.",
        IdentityRule.CooperatesInside =>
            $"{Who(e.Track)} has answered inside the protected airspace for more than {IdentityRules.AssumedFriendAfterS / 60:F0} minutes, and radar sees it. Assumed, not proved.",
        IdentityRule.TransponderDoesNotFit => $"{Who(e.Track)} answers, but flies like {Name(e.Track.Classes.Best)}: the answer is not taken as proof of who it is.",
        IdentityRule.Cooperates => $"{Who(e.Track)} answers; nothing more is known of it.",
        IdentityRule.ClaimsByItself => $"{Who(e.Track)} says where it is and who it is: claimed only, no radar has met it yet.",
        IdentityRule.ClaimsAndSeen => $"{Who(e.Track)} says where it is, and a sensor has met an aircraft there; who it is stays its own word.",
        IdentityRule.Drifts => $"No transponder; {Drift(e)}. Crossing a line does not make it suspect.",
        IdentityRule.MissileLike => $"No transponder, flies like {Name(Likelier(e.Track))} at {SpeedOf(e)}, {Whither(e)}. {AttentionOnly}",
        IdentityRule.SilentInside => $"No transponder, {SpeedOf(e)}, inside {e.Where}. {AttentionOnly}",
        IdentityRule.SilentApproach => $"No transponder, {SpeedOf(e)}, {Whither(e)}. {AttentionOnly}",
        IdentityRule.Silent => "No transponder; not heading for a protected airspace.",
        _ => "Too early to say: seen only briefly.",
    };

    private static string Told(in Evidence e) => e.Known is { Name.Length: > 0 } known ? known.Name : "known traffic";

    private static string Seen(in Evidence e) => e.Track.SensedIndependently ? "and radar sees it where it says it is" : "known by its own word only";

    private static string Drift(in Evidence e) => e.Track.GroundSpeedMps < IdentityRules.PoweredFlightMps
        ? "too slow for powered flight, as a balloon or birds"
        : "moves as a balloon, birds or weather do, not under its own power";

    private static string SpeedOf(in Evidence e) => $"{e.Track.GroundSpeedMps * 3.6:F0} km/h";

    private static ObjectClass Likelier(in Track track) =>
        track.Classes.Of(ObjectClass.CruiseMissile) >= track.Classes.Of(ObjectClass.Ballistic) ? ObjectClass.CruiseMissile : ObjectClass.Ballistic;

    private static string Whither(in Evidence e)
    {
        if (e.Threat is not { } threat) return "far from protected airspace";
        if (threat.Inside >= IdentityRules.InsideProbability) return $"inside {e.Where}";
        return $"{threat.Within20Min * 100:F0} % likely to enter {e.Where} within 20 minutes ({Math.Abs(threat.DistanceM) / 1000:F0} km off)";
    }

    private static string Who(in Track track)
    {
        var means = track.Address is { IsIcao: false } && track.Code is null ? "Broadcast" : "Transponder";
        if (!track.Callsign.IsBlank) return $"{means} {track.Callsign}";
        if (track.Address is { } address) return $"{means} {address}";
        return $"Code {track.Code}";
    }

    private static string Name(ObjectClass c) => c switch
    {
        ObjectClass.OneWayDrone => "a one-way drone",
        ObjectClass.CruiseMissile => "a cruise missile",
        ObjectClass.Ballistic => "a ballistic missile",
        _ => "another kind of object",
    };
}
