using Vedette.Air;

namespace Vedette.Assessment.Identification;

/// <summary>What the rules make of a track at this moment, before dwell.</summary>
/// <param name="Rule">Which rule spoke: a change of it renews the reasons even where the identity stays.</param>
internal readonly record struct Proposal(Identity Identity, IdentitySource Source, IdentityRule Rule);

/// <summary>The rules by name, in the order in which they are asked. That a sensor has met it makes another reason of the same rule.</summary>
internal enum IdentityRule : byte
{
    TooEarly,
    UnlawfulInterference,
    ToldBeforehand,
    ToldBeforehandAndSeen,
    CivilTraffic,
    CivilTrafficSeen,
    CooperatesInside,
    TransponderDoesNotFit,
    Cooperates,
    ClaimsByItself,
    ClaimsAndSeen,
    Drifts,
    MissileLike,
    SilentInside,
    SilentApproach,
    Silent,
    Operator,
}
