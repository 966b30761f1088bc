using Vedette.Kernel;

namespace Vedette.Edge.Journal;

/// <summary>A row of the journal: consecutive entries, compressed. What is written in one transaction.</summary>
/// <param name="Number">1, 2, 3, ... in the order of writing.</param>
/// <param name="First">Sequence of its first entry.</param>
/// <param name="Count">How many entries.</param>
/// <param name="From">Time of the first entry.</param>
/// <param name="To">Time of the last entry.</param>
/// <param name="Crc">See <see cref="BlockCodec.Checksum"/>.</param>
/// <param name="Octets">Compressed entries.</param>
internal readonly record struct JournalBlock(long Number, long First, int Count, Instant From, Instant To, uint Crc, byte[] Octets);

/// <summary>A place from which on the journal cannot be read, and what is lost by it.</summary>
/// <param name="Block">Number of the block.</param>
/// <param name="First">First entry that is lost.</param>
/// <param name="Reason">Plain words.</param>
/// <param name="EntriesAfter">How many entries stand in later blocks: they cannot be applied because the ones before them are missing.</param>
public sealed record JournalDamage(long Block, long First, string Reason, long EntriesAfter)
{
    public override string ToString() =>
        $"block {Block} (from entry {First}): {Reason}; {EntriesAfter} entries after it cannot be applied, entries 1 to {First - 1} are good";
}

/// <summary>The digest of all effects after an entry, as it was when the entry was first applied.</summary>
public readonly record struct DigestCheckpoint(long Sequence, string Digest);

/// <summary>The journal cannot be opened or continued; the message says why in plain words.</summary>
public sealed class JournalException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True where it is a journal, and what is in the file is broken.</summary>
    public bool IsDamage { get; init; }
}
