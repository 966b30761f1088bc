using System.Diagnostics;
using Vedette.Kernel;

namespace Vedette.Edge;

/// <summary>Tells the sequencer what time it is.</summary>
public interface IClock
{
    Instant Now { get; }
}

/// <summary>The clock on the wall, in UTC.</summary>
public sealed class WallClock : IClock
{
    public Instant Now => new(DateTime.UtcNow.Ticks);
}

/// <summary>Time that comes only with the arrivals themselves: a recording or a simulation, where an entry keeps the recorded time.</summary>
public sealed class RecordedTime : IClock
{
    /// <summary>Earlier than anything, so that the last entry's time stands.</summary>
    public Instant Now => Instant.MinValue;
}

/// <summary>
/// Lets recorded time pass at a chosen speed. Where the machine cannot keep up the recording slows down: the lag is forgotten
/// rather than caught up in a burst.
/// </summary>
public sealed class PacedTime(double speed)
{
    private static readonly TimeSpan ForgivenLag = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private Instant start;
    private TimeSpan startedAt;
    private bool started;

    public double Speed { get; } = speed > 0 ? speed : throw new ArgumentOutOfRangeException(nameof(speed), speed, "must be above zero");

    /// <summary>Waits until recorded time reaches <paramref name="at"/>. The first call sets the start.</summary>
    public async ValueTask UntilAsync(Instant at, CancellationToken cancellation)
    {
        if (double.IsPositiveInfinity(Speed)) return;
        if (!started) Restart(at);
        var due = startedAt + ((at - start) / Speed);
        var ahead = due - watch.Elapsed;
        if (ahead > TimeSpan.FromMilliseconds(1)) await Task.Delay(ahead, cancellation);
        else if (ahead < -ForgivenLag) Restart(at);
    }

    private void Restart(Instant at)
    {
        start = at;
        startedAt = watch.Elapsed;
        started = true;
    }
}
