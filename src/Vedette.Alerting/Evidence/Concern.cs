using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Alerting.Evidence;

/// <summary>Whom the watch is about: which tracks may raise an incursion or a violation.</summary>
internal static class Concern
{
    /// <summary>
    /// Unknown, suspect and hostile tracks, and those pending too long, unless they are probably no object to warn of. Neutral and
    /// friendly ones enter as they please: an airliner in its airway is not an incursion. An unknown one that answers and was found
    /// inside has a while to become known.
    /// </summary>
    public static bool Raises(in Track track, TrackAssessment assessment, bool foundInside, Instant now, AlertPolicy policy)
    {
        var judged = assessment.Identity;
        var ageS = now.SecondsSince(track.FirstSeen);
        return judged.Identity switch
        {
            Identity.Suspect or Identity.Hostile => true,
            Identity.Unknown => !Nuisance(track, policy)
                && (!foundInside || judged.Source != IdentitySource.Transponder || ageS >= policy.AnsweringInsidePatienceS),
            Identity.Pending => !Nuisance(track, policy) && ageS >= policy.PendingPatienceS,
            _ => false,
        };
    }

    public static bool SuspectOrHostile(Identity identity) => identity is Identity.Suspect or Identity.Hostile;

    /// <summary>Cruise-missile-like or ballistic-like, more probably than not.</summary>
    public static bool MissileLike(in Track track) => track.Classes.Of(ObjectClass.CruiseMissile) + track.Classes.Of(ObjectClass.Ballistic) >= 0.5;

    public static bool EmergencyCode(in Track track) =>
        track.Code is { } code && (code == Mode3A.Hijack || code == Mode3A.RadioFailure || code == Mode3A.Emergency);

    /// <summary>Probably bird or clutter by now, whatever it was called before, unless a person calls it something.</summary>
    public static bool Doubtful(in Track track, IdentityJudgement judged, AlertPolicy policy) =>
        judged.Source != IdentitySource.Operator && Nuisance(track, policy);

    private static bool Nuisance(in Track track, AlertPolicy policy) =>
        track.Classes.Of(ObjectClass.Bird) + track.Classes.Of(ObjectClass.Clutter) > policy.MaxNuisance;
}
