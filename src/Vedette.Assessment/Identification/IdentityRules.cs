using Vedette.Air;

namespace Vedette.Assessment.Identification;

/// <summary>
/// The rules of identity, asked in order; the first that holds speaks. They see one moment: dwell and precedence are
/// <see cref="IdentityKeeper"/>'s. Suspect and hostile are labels that ask for a person's attention. Nothing acts on them, and
/// crossing a line alone makes no object hostile.
/// </summary>
internal static class IdentityRules
{
    private const double EnoughSeconds = 15;
    private const int EnoughPlots = 4;
    private const double LikelyClass = 0.5;
    private const double MissileClass = 0.7;
    public const double InsideProbability = 0.9;
    public const double AssumedFriendAfterS = 300;

    /// <summary>A silent object becomes suspect at this probability of entry within 20 minutes, and stays so down to <see cref="SuspectUntil"/>.</summary>
    private const double SuspectFrom = 0.4;

    private const double SuspectUntil = 0.15;
    private const double HostileFrom = 0.5;
    private const double HostileUntil = 0.2;

    /// <summary>Slower than any aeroplane keeps itself up, m/s: what goes with the wind or hops.</summary>
    public const double PoweredFlightMps = 22;

    private const double FastestAirlinerMps = 340;

    /// <summary>What the rules say now. <paramref name="current"/> only sets the thresholds of leaving a label below those of taking it.</summary>
    public static Proposal Judge(in Evidence evidence, Identity current)
    {
        if (evidence.Track.Code == Mode3A.Hijack) return new(Identity.Suspect, IdentitySource.Transponder, IdentityRule.UnlawfulInterference);
        if (evidence.Track.Status == TrackStatus.Tentative || evidence.KnownForS < EnoughSeconds || evidence.Track.Plots < EnoughPlots)
            return new(Identity.Pending, IdentitySource.None, IdentityRule.TooEarly);
        return evidence.Cooperates ? JudgeCooperating(evidence, current) : JudgeSilent(evidence, current);
    }

    private static Proposal JudgeCooperating(in Evidence e, Identity current)
    {
        if (e.Known is { } known && !IsMissileLike(e)) return JudgeTold(e, known);
        if (e.Class(ObjectClass.OneWayDrone, ObjectClass.CruiseMissile, ObjectClass.Ballistic) >= LikelyClass)
            return new(Identity.Unknown, IdentitySource.Behaviour, IdentityRule.TransponderDoesNotFit);
        if (IsCivil(e, current)) return new(Identity.Neutral, IdentitySource.Transponder, e.Track.SensedIndependently ? IdentityRule.CivilTrafficSeen : IdentityRule.CivilTraffic);
        if (e.InsideForS >= AssumedFriendAfterS && e.Track.SensedIndependently)
            return new(Identity.AssumedFriend, IdentitySource.Transponder, IdentityRule.CooperatesInside);
        if (e.Track.Address is not { IsIcao: false } || e.Track.Code is not null) return new(Identity.Unknown, IdentitySource.Transponder, IdentityRule.Cooperates);
        return new(Identity.Unknown, IdentitySource.Transponder, e.Track.SensedIndependently ? IdentityRule.ClaimsAndSeen : IdentityRule.ClaimsByItself);
    }

    /// <summary>A friend by nothing but its own broadcast is not proved to be where it says: radar or ears must have met it.</summary>
    private static Proposal JudgeTold(in Evidence e, KnownTraffic known)
    {
        if (e.Track.SensedIndependently) return new(known.Identity, IdentitySource.FlightPlan, IdentityRule.ToldBeforehandAndSeen);
        return new(known.Identity == Identity.Friend ? Identity.AssumedFriend : known.Identity, IdentitySource.FlightPlan, IdentityRule.ToldBeforehand);
    }

    private static Proposal JudgeSilent(in Evidence e, Identity current)
    {
        if (e.Class(ObjectClass.Balloon, ObjectClass.Bird, ObjectClass.Clutter) >= LikelyClass || e.Track.GroundSpeedMps < PoweredFlightMps)
            return new(Identity.Unknown, IdentitySource.Behaviour, IdentityRule.Drifts);
        if (IsMissileLike(e) && Holds(Math.Max(e.Within10Min, e.Inside), current == Identity.Hostile, HostileFrom, HostileUntil))
            return new(Identity.Hostile, IdentitySource.Behaviour, IdentityRule.MissileLike);
        if (e.Inside >= InsideProbability) return new(Identity.Suspect, IdentitySource.Behaviour, IdentityRule.SilentInside);
        if (Holds(e.Within20Min, current is Identity.Suspect or Identity.Hostile, SuspectFrom, SuspectUntil))
            return new(Identity.Suspect, IdentitySource.Behaviour, IdentityRule.SilentApproach);
        return new(Identity.Unknown, IdentitySource.Behaviour, IdentityRule.Silent);
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
}
