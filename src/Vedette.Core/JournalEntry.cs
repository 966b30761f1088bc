using Vedette.Kernel;

namespace Vedette.Core;

/// <summary>What kind of thing happened.</summary>
public enum EntryKind : byte
{
    /// <summary>Octets of a feed, exactly as received. Source = feed name.</summary>
    Octets = 1,

    /// <summary>The whole configuration in force from here on: a <see cref="CoreConfiguration"/> as UTF-8 JSON.</summary>
    Configuration = 2,

    /// <summary>An operator's command: an <see cref="Vedette.Air.OperatorCommand"/> as UTF-8 JSON.</summary>
    Command = 3,

    /// <summary>Time passed: nothing else happened. Empty payload.</summary>
    Tick = 4,

    /// <summary>A feed connected, failed or came back: a <see cref="FeedHealthChange"/> as UTF-8 JSON. Source = feed name.</summary>
    FeedHealth = 5,
}

/// <summary>
/// One numbered fact of the journal. Nothing reaches the core that is not one of these.
/// </summary>
/// <param name="Sequence">1, 2, 3, ... without gaps.</param>
/// <param name="At">The core's only "now"; never earlier than the entry before.</param>
/// <param name="Kind">What <paramref name="Payload"/> holds.</param>
/// <param name="Source">Feed or operator station it came from; empty for ticks.</param>
/// <param name="Payload">The raw octets or UTF-8 JSON. Valid during Apply only.</param>
public readonly record struct JournalEntry(long Sequence, Instant At, EntryKind Kind, string Source, ReadOnlyMemory<byte> Payload);

/// <summary>State of one feed as its shell saw it.</summary>
public enum FeedState : byte
{
    Connecting,
    Live,
    Silent,
    Failed,
    Ended,
}

/// <param name="State">The state from now on.</param>
/// <param name="Detail">Plain words, for example the error of the socket.</param>
public sealed record FeedHealthChange(FeedState State, string Detail);
