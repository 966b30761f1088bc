using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>
/// Gives dates to times of day as they come by: each lies nearest to the one before, so that midnight passes, and never before it, since
/// what is received later has not been received earlier.
/// </summary>
internal sealed class DayClock(Instant day)
{
    /// <summary>One time that leaps further ahead than this is not believed until the next agrees with it.</summary>
    private static readonly TimeSpan Leap = TimeSpan.FromMinutes(10);

    private Instant? doubted;

    /// <summary>The last time given; null before the first.</summary>
    public Instant? Now { get; private set; }

    public Instant? Advance(TimeSpan timeOfDay)
    {
        if (timeOfDay.Ticks >= TimeSpan.TicksPerDay) return Now;
        if (Now is not { } now) return Now = day.StartOfDay + timeOfDay;
        var next = ReportTime.Resolve(timeOfDay, now);
        if (next - now > Leap && !Confirms(next))
        {
            doubted = next;
            return Now;
        }

        doubted = null;
        return Now = Instant.Max(now, next);
    }

    private bool Confirms(Instant next) => doubted is { } before && (next - before).Duration() < Leap;
}
