using Vedette.Air;

namespace Vedette.Assessment.Identification;

/// <summary>What the rules make of a track at this moment, before dwell.</summary>
/// <param name="Rule">Which rule spoke: a change of it renews the reasons even where the identity stays.</param>
/// <param name="Text">Why, for a person.</param>
internal readonly record struct Proposal(Identity Identity, IdentitySource Source, IdentityRule Rule, string Text);

/// <summary>The rules by name, in the order in which they are asked.</summary>
internal enum IdentityRule : byte
{
    TooEarly,
    UnlawfulInterference,
    ToldBeforehand,
    CivilTraffic,
    CooperatesInside,
    TransponderDoesNotFit,
    Cooperates,
    Drifts,
    MissileLike,
    SilentInside,
    SilentApproach,
    Silent,
    Operator,
}
