using Vedette.Core;

namespace Vedette.Edge.Feeds;

/// <summary>
/// The line between one feed and the sequencer: passes octets on, counts what had to be dropped, and turns changes of the feed's state
/// into journal entries. Called by the feed and by a watchman once a second.
/// </summary>
public sealed class FeedLine
{
    /// <summary>A feed that was live and has brought nothing for so long is silent.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Sequencer sequencer;
    private readonly TimeProvider time;
    private FeedState state = FeedState.Connecting;
    private long lastOctets;
    private long dropped;
    private long droppedTold;

    public FeedLine(string name, Sequencer sequencer, TimeProvider time)
    {
        Name = name;
        this.sequencer = sequencer;
        this.time = time;
        lastOctets = time.GetTimestamp();
    }

    public string Name { get; }

    /// <summary>Pieces that the queue had no room for.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>For sources that cannot wait (datagrams): takes the octets, or drops and counts them when the core is behind.</summary>
    public void Offer(ReadOnlySpan<byte> octets)
    {
        Heard();
        if (!sequencer.TryPost(Arrival.Octets(Name, octets.ToArray()))) Interlocked.Increment(ref dropped);
    }

    /// <summary>For sources that can wait (streams, files).</summary>
    public ValueTask PassAsync(ReadOnlySpan<byte> octets, CancellationToken cancellation)
    {
        Heard();
        return sequencer.PostAsync(Arrival.Octets(Name, octets.ToArray()), cancellation);
    }

    /// <summary>The feed's state changed, or there is something new to say about it.</summary>
    public async ValueTask TellAsync(FeedState next, string detail, CancellationToken cancellation)
    {
        lock (gate)
        {
            state = next;
            lastOctets = time.GetTimestamp();
        }

        await sequencer.PostAsync(Arrival.Health(Name, next, detail), cancellation);
    }

    /// <summary>Looks whether the feed fell silent or dropped something, and says so.</summary>
    public async ValueTask LookAsync(CancellationToken cancellation)
    {
        var now = Dropped;
        if (now > droppedTold)
        {
            await TellAsync(FeedState.Live, $"{now - droppedTold} pieces dropped: they came faster than the core could take them ({now} in all)", cancellation);
            droppedTold = now;
            return;
        }

        bool silent;
        lock (gate) silent = state == FeedState.Live && time.GetElapsedTime(lastOctets) > SilentAfter;
        if (silent) await TellAsync(FeedState.Silent, $"nothing for {SilentAfter.TotalSeconds:0} seconds", cancellation);
    }

    private void Heard()
    {
        lock (gate)
        {
            lastOctets = time.GetTimestamp();

            // The core itself takes a silent or connecting feed to be live again when octets come.
            if (state is FeedState.Silent or FeedState.Connecting) state = FeedState.Live;
        }
    }
}
