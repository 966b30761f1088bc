using Vedette.Air;

namespace Vedette.Assessment.Identification;

/// <summary>
/// The rules of identity, asked in order; the first that holds speaks. They see one moment: dwell and precedence are
/// <see cref="IdentityKeeper"/>'s. Suspect and hostile are labels that ask for a person's attention. Nothing acts on them, and
/// crossing a line alone makes no object hostile.
/// </summary>
internal static class IdentityRules
{
    /// <summary>What every suspect or hostile label says of itself.</summary>
    public const string AttentionOnly = "This label asks for attention only; it decides nothing.";

    private const double EnoughSeconds = 15;
    private const int EnoughPlots = 4;
    private const double LikelyClass = 0.5;
    private const double MissileClass = 0.7;
    private const double InsideProbability = 0.9;
    private const double AssumedFriendAfterS = 300;

    /// <summary>A silent object becomes suspect at this probability of entry within 20 minutes, and stays so down to <see cref="SuspectUntil"/>.</summary>
    private const double SuspectFrom = 0.4;

    private const double SuspectUntil = 0.15;
    private const double HostileFrom = 0.5;
    private const double HostileUntil = 0.2;

    /// <summary>Slower than any aeroplane keeps itself up, m/s: what goes with the wind or hops.</summary>
    private const double PoweredFlightMps = 22;

    private const double FastestAirlinerMps = 340;

    /// <summary>What the rules say now. <paramref name="current"/> only sets the thresholds of leaving a label below those of taking it.</summary>
    public static Proposal Judge(in Evidence evidence, Identity current)
    {
        if (evidence.Track.Code == Mode3A.Hijack)
        {
            return new(Identity.Suspect, IdentitySource.Transponder, IdentityRule.UnlawfulInterference,
                $"Transponder code 7500: unlawful interference reported. {AttentionOnly}");
        }

        if (evidence.Track.Status == TrackStatus.Tentative || evidence.KnownForS < EnoughSeconds || evidence.Track.Plots < EnoughPlots)
        {
            return new(Identity.Pending, IdentitySource.None, IdentityRule.TooEarly,
                "Too early to say: seen only briefly.");
        }

        return evidence.Cooperates ? JudgeCooperating(evidence, current) : JudgeSilent(evidence, current);
    }

    private static Proposal JudgeCooperating(in Evidence e, Identity current)
    {
        if (e.Known is { } known && !IsMissileLike(e)) return JudgeTold(e, known);
        var who = Who(e.Track);
        if (e.Class(ObjectClass.OneWayDrone, ObjectClass.CruiseMissile, ObjectClass.Ballistic) >= LikelyClass)
        {
            return new(Identity.Unknown, IdentitySource.Behaviour, IdentityRule.TransponderDoesNotFit,
                $"{who} answers, but flies like {Name(e.Track.Classes.Best)}: the answer is not taken as proof of who it is.");
        }

        if (IsCivil(e, current))
        {
            var seen = e.Track.SensedIndependently ? "and radar sees it where it says it is" : "known by its own word only";
            return new(Identity.Neutral, IdentitySource.Transponder, IdentityRule.CivilTraffic,
                $"{who} flies as civil traffic does, {seen}.");
        }

        if (e.InsideForS >= AssumedFriendAfterS && e.Track.SensedIndependently)
        {
            return new(Identity.AssumedFriend, IdentitySource.Transponder, IdentityRule.CooperatesInside,
                $"{who} has answered inside the protected airspace for more than {AssumedFriendAfterS / 60:F0} minutes, and radar sees it. Assumed, not proved.");
        }

        return new(Identity.Unknown, IdentitySource.Transponder, IdentityRule.Cooperates, $"{who} answers; nothing more is known of it.");
    }

    /// <summary>A friend by nothing but its own broadcast is not proved to be where it says: radar or ears must have met it.</summary>
    private static Proposal JudgeTold(in Evidence e, KnownTraffic known)
    {
        var name = known.Name.Length > 0 ? known.Name : "known traffic";
        var identity = known.Identity == Identity.Friend && !e.Track.SensedIndependently ? Identity.AssumedFriend : known.Identity;
        var seen = e.Track.SensedIndependently ? "and radar sees it where it says it is" : "known by its own word only";
        return new(identity, IdentitySource.FlightPlan, IdentityRule.ToldBeforehand, $"{Who(e.Track)} is {name}, as the watch was told beforehand, {seen}.");
    }

    private static Proposal JudgeSilent(in Evidence e, Identity current)
    {
        if (e.Class(ObjectClass.Balloon, ObjectClass.Bird, ObjectClass.Clutter) >= LikelyClass || e.Track.GroundSpeedMps < PoweredFlightMps)
        {
            return new(Identity.Unknown, IdentitySource.Behaviour, IdentityRule.Drifts,
                "No transponder; too slow for powered flight, as a balloon or birds. Crossing a line does not make it suspect.");
        }

        if (IsMissileLike(e) && Holds(Math.Max(e.Within10Min, e.Inside), current == Identity.Hostile, HostileFrom, HostileUntil))
        {
            return new(Identity.Hostile, IdentitySource.Behaviour, IdentityRule.MissileLike,
                $"No transponder, flies like {Name(Likelier(e.Track))} at {e.Track.GroundSpeedMps * 3.6:F0} km/h, {Whither(e)}. {AttentionOnly}");
        }

        if (e.Inside >= InsideProbability)
        {
            return new(Identity.Suspect, IdentitySource.Behaviour, IdentityRule.SilentInside,
                $"No transponder, {e.Track.GroundSpeedMps * 3.6:F0} km/h, inside {e.Where}. {AttentionOnly}");
        }

        if (Holds(e.Within20Min, current is Identity.Suspect or Identity.Hostile, SuspectFrom, SuspectUntil))
        {
            return new(Identity.Suspect, IdentitySource.Behaviour, IdentityRule.SilentApproach,
                $"No transponder, {e.Track.GroundSpeedMps * 3.6:F0} km/h, {Whither(e)}. {AttentionOnly}");
        }

        return new(Identity.Unknown, IdentitySource.Behaviour, IdentityRule.Silent, "No transponder; not heading for a protected airspace.");
    }

    /// <summary>Taken at one threshold, left at a lower one.</summary>
    private static bool Holds(double probability, bool already, double from, double until) => probability >= (already ? until : from);

    /// <summary>
    /// By class where the tracker has one; else an ICAO address that moves as aircraft do. A Mode A code alone proves no civil flight.
    /// An airliner that climbs or descends flies as a patrol does, so that class does not speak against it. Once told apart as civil,
    /// it is the same aircraft however slow it becomes: only a flight that an aircraft cannot fly unsays it.
    /// </summary>
    private static bool IsCivil(in Evidence e, Identity current)
    {
        if (e.Track.Address is not { IsIcao: true }) return false;
        if (e.Track.OnGround || current == Identity.Neutral) return true;
        if (e.Class(ObjectClass.Airliner, ObjectClass.LightAircraft, ObjectClass.Helicopter, ObjectClass.Patrol) >= LikelyClass) return true;
        return e.Class(ObjectClass.Unknown) >= LikelyClass && e.Track.GroundSpeedMps is > PoweredFlightMps and < FastestAirlinerMps;
    }

    private static bool IsMissileLike(in Evidence e) =>
        e.Track.SensedIndependently && e.Class(ObjectClass.CruiseMissile, ObjectClass.Ballistic) >= MissileClass;

    private static ObjectClass Likelier(in Track track) =>
        track.Classes.Of(ObjectClass.CruiseMissile) >= track.Classes.Of(ObjectClass.Ballistic) ? ObjectClass.CruiseMissile : ObjectClass.Ballistic;

    private static string Whither(in Evidence e)
    {
        if (e.Threat is not { } threat) return "far from protected airspace";
        if (threat.Inside >= InsideProbability) return $"inside {e.Where}";
        return $"{threat.Within20Min * 100:F0} % likely to enter {e.Where} within 20 minutes ({Math.Abs(threat.DistanceM) / 1000:F0} km off)";
    }

    private static string Who(in Track track)
    {
        if (!track.Callsign.IsBlank) return $"Transponder {track.Callsign}";
        if (track.Address is { } address) return $"Transponder {address}";
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
