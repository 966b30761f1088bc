using System.Diagnostics;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Kernel;

namespace Vedette.Edge;

/// <summary>
/// Lets recorded time pass at a chosen speed, which whoever watches may change, stop, or pass over a while. Where the machine cannot keep up the
/// recording slows down: the lag is forgotten rather than caught up in a burst. What is journaled does not depend on any of it.
/// </summary>
public sealed class PacedTime : IPlayback, IDisposable
{
    /// <summary>No machine plays faster; it also keeps waiting times within what a timer takes.</summary>
    private const double MostSpeed = 100_000;

    private static readonly TimeSpan ForgivenLag = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly SemaphoreSlim changes = new(0);
    private readonly Lock gate = new();
    private Pace pace;
    private Instant start;
    private Instant last = Instant.MinValue;
    private TimeSpan startedAt;
    private bool started;

    /// <param name="speed">Recorded seconds per second; infinite where nothing is waited for.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public PacedTime(double speed)
    {
        if (!(speed > 0)) throw new ArgumentOutOfRangeException(nameof(speed), speed, "must be above zero");
        pace = new(speed, IsPaused: false, SkipsTo: null, HasEnded: false);
    }

    /// <inheritdoc/>
    public event EventHandler? Changed;

    /// <inheritdoc/>
    public Pace Now
    {
        get
        {
            lock (gate) return pace;
        }
    }

    /// <inheritdoc/>
    public CommandResult Change(PaceChange change)
    {
        lock (gate)
        {
            if (Refused(change) is { } why) return new(false, why);
            pace = pace with { Speed = change.Speed ?? pace.Speed, IsPaused = change.IsPaused ?? pace.IsPaused, SkipsTo = change.SkipTo ?? pace.SkipsTo };
            started = false;
        }

        changes.Release();
        Changed?.Invoke(this, EventArgs.Empty);
        return new(true, "");
    }

    /// <summary>Waits until recorded time reaches <paramref name="at"/>. The first call sets the start.</summary>
    /// <param name="caughtUp">Ends when whoever takes the arrivals has taken all before this one: only then has a skip come to its end. Null where it has at once.</param>
    public async ValueTask UntilAsync(Instant at, CancellationToken cancellation, Func<CancellationToken, Task>? caughtUp = null)
    {
        while (Ahead(at, out var reached) is { } ahead)
        {
            if (reached is { } skipped)
            {
                if (caughtUp is not null) await caughtUp(cancellation);
                EndSkip(skipped);
            }
            else if (!await changes.WaitAsync(ahead, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        lock (gate) pace = pace with { HasEnded = true, SkipsTo = null };
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose() => changes.Dispose();

    private string? Refused(PaceChange change)
    {
        if (pace.HasEnded) return "The recording has ended. Start it again to see more of it.";
        if (change.Speed is { } speed && !(speed > 0 && speed <= MostSpeed)) return $"A speed is above 0 and at most {MostSpeed:N0}.";
        if (change.SkipTo is { } to && to <= last) return $"The recording is at {last} and does not go back. Start it again to see what was before.";
        return null;
    }

    private void EndSkip(Instant to)
    {
        lock (gate)
        {
            // Another skip, further on, may have been asked for meanwhile.
            if (pace.SkipsTo != to) return;
            pace = pace with { SkipsTo = null };
            started = false;
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>How long to wait before the next arrival; null where its time has come.</summary>
    /// <param name="reached">The end of a skip, where this arrival lies behind it; nothing has been waited for then.</param>
    private TimeSpan? Ahead(Instant at, out Instant? reached)
    {
        lock (gate)
        {
            reached = null;
            if (pace.SkipsTo is { } to)
            {
                if (at < to) return Passed(at);
                reached = to;
                return TimeSpan.Zero;
            }

            if (pace.IsPaused) return Timeout.InfiniteTimeSpan;
            if (double.IsPositiveInfinity(pace.Speed)) return Passed(at);
            if (!started) Restart(at);
            var ahead = startedAt + ((at - start) / pace.Speed) - watch.Elapsed;
            if (ahead < -ForgivenLag) Restart(at);
            return ahead > TimeSpan.FromMilliseconds(1) ? ahead : Passed(at);
        }
    }

    private TimeSpan? Passed(Instant at)
    {
        last = at;
        return null;
    }

    private void Restart(Instant at)
    {
        // After a change the time that passes first is that of the newest arrival, so that the way to the next one is waited for as well.
        start = last > Instant.MinValue ? last : at;
        startedAt = watch.Elapsed;
        started = true;
    }
}
