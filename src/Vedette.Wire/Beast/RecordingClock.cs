using Vedette.Kernel;

namespace Vedette.Wire.Beast;

/// <summary>
/// The time of each frame of a recording: from stamps once one was met, else from the differences of the 12-MHz counter since the start
/// that the caller gave. Never runs backwards, and one wild stamp or counter does not carry it away.
/// </summary>
internal sealed class RecordingClock(Instant start)
{
    private static readonly TimeSpan MostGap = TimeSpan.FromHours(1);
    private static readonly long MostStepBack = TimeSpan.FromSeconds(1).Ticks;

    /// <summary>The pace given to recordings whose counters are all zero: 1,000 messages a second, an ordinary receiver's.</summary>
    private static readonly TimeSpan NominalStep = TimeSpan.FromMilliseconds(1);

    private Instant now = start;
    private bool stamped;
    private Instant? wildStamp;
    private bool counted;
    private long baseCounter;
    private Instant baseTime;

    public Instant TimeOf(byte type, ReadOnlySpan<byte> body)
    {
        if (type == BeastFramer.Stamp) FollowStamp(BeastDecoder.StampOf(body));
        else if (!stamped) FollowCounter(BeastClock.CounterOf(body));
        return now;
    }

    /// <summary>A leap of more than an hour counts only when the next stamp agrees with it.</summary>
    private void FollowStamp(Instant? stamp)
    {
        if (stamp is not { } told) return;
        var leaps = stamped && told - now > MostGap;
        var confirmed = wildStamp is { } wild && (told - wild).Duration() <= MostGap;
        wildStamp = leaps && !confirmed ? told : null;
        if (leaps && !confirmed) return;
        now = stamped ? Instant.Max(now, told) : told;
        stamped = true;
    }

    private void FollowCounter(long counter)
    {
        if (counter == BeastClock.SyntheticCounter) return;
        if (counter == 0)
        {
            if (!counted) now += NominalStep;
            return;
        }

        var elapsed = counted ? ElapsedTicks(counter) : 0;
        var told = baseTime.Ticks + elapsed;
        if (counted && told >= now.Ticks - MostStepBack && told <= now.Ticks + MostGap.Ticks)
        {
            now = Instant.Max(now, new(told));
            return;
        }

        (counted, baseCounter, baseTime) = (true, counter, now);
    }

    private long ElapsedTicks(long counter) => (counter - baseCounter) * 5 / 6;
}
