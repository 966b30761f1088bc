using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Journal;
using Vedette.Kernel;

namespace Vedette.Edge;

/// <summary>
/// The core behind its journal: numbers arrivals, writes them, and only then applies them. Used by one thread at a time; no thread of
/// its own, so that a headless replay is a plain loop.
/// </summary>
/// <param name="core">Fresh: nothing applied.</param>
/// <param name="journal">Where entries are kept; null keeps none.</param>
/// <param name="listener">Hears the effects.</param>
public sealed class JournaledCore(IVedetteCore core, JournalWriter? journal, ICoreListener listener) : IEffectSink, IDisposable
{
    private const int EntriesBetweenCheckpoints = 256;
    private static readonly TimeSpan TimeBetweenCheckpoints = TimeSpan.FromSeconds(10);

    private JournalEntry[] batch = new JournalEntry[64];
    private readonly List<(TaskCompletionSource<CommandResult> Waiting, CommandResult Result)> answered = [];
    private TaskCompletionSource<CommandResult>? answer;
    private long checkpointed;
    private Instant checkpointedAt;

    public long Applied => core.Applied;

    public string Digest => core.Digest;

    /// <summary>Time of the last entry.</summary>
    public Instant Now { get; private set; } = Instant.MinValue;

    /// <summary>
    /// Applies what the journal already holds, before anything new. Each digest noted in it is compared with what this core says.
    /// </summary>
    /// <param name="each">Called after each entry; throws to stop.</param>
    /// <exception cref="JournalException">The journal is damaged, or this core says something else than the one that wrote it.</exception>
    public void Restore(JournalReader reader, Action<JournalEntry>? each = null)
    {
        var replay = new JournalReplay(reader, core, listener, this);
        replay.Run(entry =>
        {
            Now = entry.At;
            each?.Invoke(entry);
        });
        if (reader.Damage is { } damage) throw new JournalException($"{reader.Path} is damaged and cannot be continued: {damage}");
        if (replay.FirstDifference is { } difference) throw new JournalException($"{reader.Path} cannot be continued by this version: {difference}");
        listener.Settle(core);
    }

    /// <summary>Numbers, journals and applies arrivals in their order. Those without a time get <paramref name="now"/>.</summary>
    /// <exception cref="JournalException">The disk refuses; nothing of this batch was applied.</exception>
    public void Take(ReadOnlySpan<Arrival> arrivals, Instant now)
    {
        if (arrivals.IsEmpty) return;
        if (batch.Length < arrivals.Length) batch = new JournalEntry[Math.Max(arrivals.Length, batch.Length * 2)];
        var at = Now;
        for (var i = 0; i < arrivals.Length; i++)
        {
            ref readonly var arrival = ref arrivals[i];
            at = Instant.Max(at, arrival.At ?? now);
            batch[i] = new(core.Applied + 1 + i, at, arrival.Kind, arrival.Source, arrival.Payload);
        }

        journal?.Append(batch.AsSpan(0, arrivals.Length));
        for (var i = 0; i < arrivals.Length; i++) Apply(in batch[i], arrivals[i].Answer);
        Array.Clear(batch, 0, arrivals.Length);
        NoteDigest(false);
        listener.Settle(core);

        // Only now: who reads on after an answer must see what the command did.
        foreach (var (waiting, result) in answered) waiting.TrySetResult(result);
        answered.Clear();
    }

    /// <summary>Notes the last digest, so that the journal ends with one. Closes the journal.</summary>
    public void Dispose()
    {
        NoteDigest(true);
        journal?.Dispose();
        (core as IDisposable)?.Dispose();
    }

    void IEffectSink.Emit(EffectKey key, Effect effect)
    {
        if (effect is CommandEffect command && answer is not null) answered.Add((answer, command.Result));
        listener.Emit(key, effect);
    }

    private void Apply(in JournalEntry entry, TaskCompletionSource<CommandResult>? waiting)
    {
        answer = waiting;
        Now = entry.At;
        listener.Begin(in entry);
        core.Apply(in entry, this);
    }

    private void NoteDigest(bool last)
    {
        if (journal is null || core.Applied == checkpointed) return;
        var due = core.Applied - checkpointed >= EntriesBetweenCheckpoints || Now - checkpointedAt >= TimeBetweenCheckpoints;
        if (!due && !last) return;
        journal.Checkpoint(new(core.Applied, core.Digest));
        checkpointed = core.Applied;
        checkpointedAt = Now;
    }
}
