namespace Vedette.Alerting;

/// <summary>Who watches: stands in every warning and statement.</summary>
public sealed record WatchIdentity
{
    /// <summary>Name shown to people.</summary>
    public string Name { get; init; } = "Vedette";

    /// <summary>
    /// CAP sender: a name that no one else uses, commonly a domain; no spaces, commas, "&lt;" or "&amp;" (CAP 1.2, 3.2.1).
    /// The default cannot be reached on purpose: who publishes puts their own.
    /// </summary>
    public string Sender { get; init; } = "vedette.invalid";

    /// <summary>Everything is simulation or training: warnings carry the CAP status Exercise and say so in their text.</summary>
    public bool Exercise { get; init; }
}
