using Vedette.Kernel;
using Vedette.Wire.Cooperative;

namespace Vedette.Wire.RemoteId;

/// <summary>Remote ID tells tenths of a second since the full hour; services that pass it on tell the whole time.</summary>
internal static class RemoteIdTime
{
    /// <summary>A service may tell a place as late as this (F3411-22a, 4.5 and 5.5).</summary>
    private static readonly TimeSpan OldestToldInFull = TimeSpan.FromMinutes(1);

    /// <param name="inFull">The whole time, where it was told: believed within the minute before the arrival.</param>
    /// <param name="sinceHourS">Else the time of the hour, s; NaN = not told.</param>
    public static Instant Of(Instant? inFull, double sinceHourS, Instant receivedAt)
    {
        if (inFull is not { } told) return Of(sinceHourS, receivedAt);
        return told <= receivedAt && receivedAt - told <= OldestToldInFull ? told : ToldTime.Of(told, receivedAt);
    }

    /// <summary>The time within half an hour of the arrival; the arrival itself where none was told, or one that no live clock would tell.</summary>
    private static Instant Of(double sinceHourS, Instant receivedAt)
    {
        if (!(sinceHourS < 3600)) return receivedAt;
        var hour = receivedAt.Ticks - (receivedAt.Ticks % TimeSpan.TicksPerHour);
        var told = new Instant(hour).AddSeconds(sinceHourS);
        if (told - receivedAt > TimeSpan.FromMinutes(30)) told = told.AddSeconds(-3600);
        else if (receivedAt - told > TimeSpan.FromMinutes(30)) told = told.AddSeconds(3600);
        return ToldTime.Of(told, receivedAt);
    }
}
