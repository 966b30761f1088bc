using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge;

/// <summary>Something that happened and has no number yet: it becomes a journal entry at the sequencer.</summary>
/// <param name="Kind">As in the entry.</param>
/// <param name="Source">As in the entry.</param>
/// <param name="Payload">As in the entry. Handed over: the sender must not touch it again.</param>
/// <param name="At">When it happened, for recordings and simulations; null = now, by the sequencer's clock.</param>
/// <param name="Answer">Completed with the core's answer, for commands.</param>
public readonly record struct Arrival(
    EntryKind Kind, string Source, ReadOnlyMemory<byte> Payload, Instant? At = null, TaskCompletionSource<CommandResult>? Answer = null)
{
    public static Arrival Tick(Instant? at = null) => new(EntryKind.Tick, "", default, at);

    public static Arrival Octets(string feed, ReadOnlyMemory<byte> octets, Instant? at = null) => new(EntryKind.Octets, feed, octets, at);

    public static Arrival Configuration(CoreConfiguration configuration, Instant? at = null) =>
        new(EntryKind.Configuration, "", CoreJson.Write(configuration), at);

    public static Arrival Health(string feed, FeedState state, string detail, Instant? at = null) =>
        new(EntryKind.FeedHealth, feed, CoreJson.Write(new FeedHealthChange(state, detail)), at);
}
