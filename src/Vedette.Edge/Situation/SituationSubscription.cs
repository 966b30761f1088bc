using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Vedette.Core;

namespace Vedette.Edge.Situation;

/// <summary>
/// One receiver of effects. It never holds up the core: of pictures and health only the newest is kept for a slow reader;
/// everything else waits in a queue, and a reader that lets <see cref="Capacity"/> of them pile up is cut off
/// (<see cref="Overrun"/>) and must start again from a snapshot.
/// </summary>
/// <remarks>
/// Because pictures are skipped, "gone" tracks are found by comparing with what was sent before, not by waiting for Ended.
/// </remarks>
public sealed class SituationSubscription : IDisposable
{
    public const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<Effect> waiting = new();
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action<SituationSubscription> leave;
    private PictureEffect? picture;
    private HealthEffect? health;

    internal SituationSubscription(Action<SituationSubscription> leave) => this.leave = leave;

    /// <summary>True once the reader was too slow and has been cut off.</summary>
    public bool Overrun { get; private set; }

    /// <summary>Effects in order, pictures and health thinned. Ends when the host stops, on overrun or on disposal.</summary>
    public async IAsyncEnumerable<Effect> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (await signal.Reader.WaitToReadAsync(cancellation))
        {
            signal.Reader.TryRead(out _);
            while (Take() is { } effect) yield return effect;
        }

        while (Take() is { } effect) yield return effect;
    }

    public void Dispose()
    {
        leave(this);
        End();
    }

    internal void Offer(Effect effect)
    {
        lock (gate)
        {
            if (Overrun) return;
            switch (effect)
            {
                case PictureEffect newer: picture = newer; break;
                case HealthEffect newer: health = newer; break;
                case RefusalEffect: return;
                default: waiting.Enqueue(effect); break;
            }

            Overrun = waiting.Count > Capacity;
        }

        signal.Writer.TryWrite(true);
        if (Overrun) End();
    }

    internal void End() => signal.Writer.TryComplete();

    private Effect? Take()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var effect)) return effect;
            // Health first: sending a picture takes its time, and by then there is always a newer one.
            if (health is { } newestHealth)
            {
                health = null;
                return newestHealth;
            }

            var newestPicture = picture;
            picture = null;
            return newestPicture;
        }
    }
}
