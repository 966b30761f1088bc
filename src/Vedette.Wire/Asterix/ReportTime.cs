using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>
/// ASTERIX tells the time of day and never the date. The date taken is the one that puts the time nearest to the time of receipt,
/// so that midnight passes without a jump: 23:59:59.9 received at 00:00:00.4 belongs to yesterday.
/// </summary>
public static class ReportTime
{
    /// <summary>
    /// The instant meant. Where a report gives no time, or one past the end of the day, the time of receipt stands in for it:
    /// late by the sensor's latency, but never a guess.
    /// </summary>
    public static Instant Resolve(TimeSpan? timeOfDay, Instant receivedAt)
    {
        if (timeOfDay is not { } time || time.Ticks >= TimeSpan.TicksPerDay) return receivedAt;
        var ahead = time.Ticks - (receivedAt.Ticks % TimeSpan.TicksPerDay);
        if (ahead > TimeSpan.TicksPerDay / 2) ahead -= TimeSpan.TicksPerDay;
        else if (ahead < -TimeSpan.TicksPerDay / 2) ahead += TimeSpan.TicksPerDay;
        return new(receivedAt.Ticks + ahead);
    }

    /// <summary>The instant meant by a truncated time of day (I001/141), which begins again every 512 s and at midnight: the one nearest to the receipt.</summary>
    public static Instant ResolveTruncated(double seconds, Instant receivedAt)
    {
        const double turnS = 512;
        var sinceMidnightS = receivedAt.SecondsSince(receivedAt.StartOfDay);
        var today = seconds + (turnS * Math.Max(0, Math.Round((sinceMidnightS - seconds) / turnS)));
        var before = seconds + (turnS * Math.Floor((86_400 - seconds) / turnS)) - 86_400;
        return receivedAt.StartOfDay.AddSeconds(Math.Abs(before - sinceMidnightS) < Math.Abs(today - sinceMidnightS) ? before : today);
    }
}
