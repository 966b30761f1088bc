using Vedette.Kernel;

namespace Vedette.Air;

/// <summary>
/// Somebody whom the watch was told of beforehand, and how to know them by their transponder: by address, by callsign, or by both where
/// both are given. A word of people, as a flight plan is: it outranks what flight and transponder say by themselves.
/// </summary>
public sealed record KnownTraffic
{
    /// <summary>24-bit aircraft address.</summary>
    public int? Address { get; init; }

    public string? Callsign { get; init; }

    /// <summary>What they are: friend, assumed friend or neutral.</summary>
    public Identity Identity { get; init; } = Identity.Friend;

    /// <summary>From when they may be expected; null = ever.</summary>
    public Instant? From { get; init; }

    /// <summary>Until when they may be expected; null = ever.</summary>
    public Instant? Until { get; init; }

    /// <summary>Who they are, for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether they may be expected at this time. One who answers so at another time is a stranger.</summary>
    public bool Holds(Instant now) => !(now < From) && !(now > Until);
}
