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

    /// <summary>Who they are, for people.</summary>
    public string Name { get; init; } = "";
}
