using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>
/// Standard identities after STANAG 1241. Suspect and Hostile are labels for attention only: nothing in Vedette acts on them
/// but alerts and warnings.
/// </summary>
public enum Identity : byte
{
    Pending,
    Unknown,
    AssumedFriend,
    Friend,
    Neutral,
    Suspect,
    Hostile,
}

/// <summary>Who or what decided an identity, in rising precedence.</summary>
public enum IdentitySource : byte
{
    None,
    Behaviour,
    Transponder,
    FlightPlan,
    Operator,
}

/// <summary>Why a judgement was made: plain words and the journal entry it rests on (0 if none).</summary>
public sealed record Reason(string Text, long Entry = 0);

/// <summary>The identity of a track and what it rests on.</summary>
public sealed record IdentityJudgement(Identity Identity, IdentitySource Source, IReadOnlyList<Reason> Reasons, Instant Since);

/// <summary>When, where and with what probability a track enters an airspace.</summary>
public sealed record CrossingForecast
{
    public required string AirspaceId { get; init; }

    /// <summary>Probability that it is inside already.</summary>
    public required double Inside { get; init; }

    /// <summary>Probability of being inside at some time within 5, 10 and 20 minutes.</summary>
    public required double Within5Min { get; init; }

    public required double Within10Min { get; init; }

    public required double Within20Min { get; init; }

    /// <summary>Seconds until entry given that it enters: the 10th, 50th and 90th percentile. NaN where entry is not expected.</summary>
    public double EtaP10S { get; init; } = double.NaN;

    public double EtaP50S { get; init; } = double.NaN;

    public double EtaP90S { get; init; } = double.NaN;

    /// <summary>Where the boundary is most probably crossed.</summary>
    public Geodetic? EntryPoint { get; init; }

    /// <summary>Spread of the entry point along the boundary, one standard deviation, m.</summary>
    public double EntrySpreadM { get; init; } = double.NaN;

    /// <summary>Ground distance to the boundary now, m; negative when inside.</summary>
    public required double DistanceM { get; init; }

    public ForecastBasis Basis { get; init; }
}

/// <summary>What a crossing forecast rests on.</summary>
/// <param name="At">The instant of the motion that it flies on from.</param>
/// <param name="Entry">Journal entry of the newest plot behind that motion, 0 if none.</param>
/// <param name="HeldM">How far the present course has been held, m.</param>
/// <param name="Bound">Probability that it is bound for somewhere: its turns come back to its course.</param>
/// <param name="AlongBoundary">Probability that it runs along this boundary.</param>
public readonly record struct ForecastBasis(Instant At, long Entry, double HeldM, double Bound, double AlongBoundary);

/// <summary>Everything that is said of one track beyond its motion.</summary>
public sealed record TrackAssessment
{
    public required TrackNumber Track { get; init; }

    /// <summary>When it was first said so: it stands until something of it changes.</summary>
    public required Instant At { get; init; }

    public required IdentityJudgement Identity { get; init; }

    /// <summary>One per airspace that it could reach; empty when none.</summary>
    public required IReadOnlyList<CrossingForecast> Crossings { get; init; }
}
