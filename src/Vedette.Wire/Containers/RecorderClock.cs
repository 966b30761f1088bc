using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Containers;

/// <summary>
/// The time of day that a recorder stamped beside each piece. Where the first piece with a time of its own shows that the recorder's
/// clock was not on UTC (more than ten minutes apart), all stamps are shifted by that difference: a report must not seem to come from
/// the future.
/// </summary>
internal sealed class RecorderClock(Instant day)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private readonly DayClock clock = new(day);
    private TimeSpan? shift;

    public Instant? Advance(TimeSpan stamp, ReadOnlySpan<byte> block)
    {
        if (shift is null && BlockTime.Of(block) is { Ticks: < TimeSpan.TicksPerDay } time) shift = ShiftOf(time - stamp);
        var ticks = (stamp + (shift ?? TimeSpan.Zero)).Ticks % TimeSpan.TicksPerDay;
        return clock.Advance(new(ticks < 0 ? ticks + TimeSpan.TicksPerDay : ticks));
    }

    private static TimeSpan ShiftOf(TimeSpan difference)
    {
        var halfDay = TimeSpan.TicksPerDay / 2;
        var around = Math.Abs(difference.Ticks) > halfDay ? difference.Ticks - (Math.Sign(difference.Ticks) * TimeSpan.TicksPerDay) : difference.Ticks;
        return Math.Abs(around) > Tolerance.Ticks ? new(difference.Ticks) : TimeSpan.Zero;
    }
}
