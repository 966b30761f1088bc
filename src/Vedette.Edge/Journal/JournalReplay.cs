using Vedette.Core;

namespace Vedette.Edge.Journal;

/// <summary>Where a replay said something else than the run that wrote the journal.</summary>
/// <param name="From">The last entry up to which both agree, plus one.</param>
/// <param name="To">The entry whose digest differs: the difference is between these two.</param>
public sealed record DigestDifference(long From, long To, string Written, string Replayed)
{
    public override string ToString() =>
        $"the effects differ within entries {From} to {To}: digest {Replayed[..Math.Min(16, Replayed.Length)]}..., "
        + $"{Written[..Math.Min(16, Written.Length)]}... was noted when it was written";
}

/// <summary>Runs a journal through a fresh core and holds its digests against those noted when it was written.</summary>
/// <param name="listener">Told of each entry.</param>
/// <param name="effects">Gets the effects.</param>
public sealed class JournalReplay(JournalReader reader, IVedetteCore core, ICoreListener listener, IEffectSink effects)
{
    /// <summary>How many noted digests were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>The first one that was not the same; null where all were.</summary>
    public DigestDifference? FirstDifference { get; private set; }

    /// <summary>The digests that the journal held when the replay began.</summary>
    public IReadOnlyList<DigestCheckpoint> Checkpoints { get; private set; } = [];

    /// <summary>Applies every entry that was there when the replay began, or up to the first difference. What is written meanwhile is left for the next time.</summary>
    public void Run(Action<JournalEntry> each)
    {
        // In this order: a digest is noted with its entries or after them, never before.
        Checkpoints = reader.Checkpoints();
        var last = reader.Last;
        long agreed = 0;
        var next = 0;
        foreach (var entry in reader.Entries())
        {
            if (entry.Sequence > last) return;
            listener.Begin(in entry);
            core.Apply(in entry, effects);
            each(entry);
            if (next == Checkpoints.Count || Checkpoints[next].Sequence != entry.Sequence) continue;
            var (sequence, written) = Checkpoints[next++];
            Compared++;
            if (!string.Equals(core.Digest, written, StringComparison.Ordinal))
            {
                FirstDifference = new(agreed + 1, sequence, written, core.Digest);
                return;
            }

            agreed = sequence;
        }
    }
}
