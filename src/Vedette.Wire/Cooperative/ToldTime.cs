using Vedette.Kernel;

namespace Vedette.Wire.Cooperative;

/// <summary>
/// Whether the time that a station tells can be believed. A live station's clock agrees with the arrival within seconds; where it does not
/// (its clock is wrong, or a recording is played as if live) the arrival is the better guess.
/// </summary>
internal static class ToldTime
{
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(10);
    private static readonly long ZoneTicks = TimeSpan.FromMinutes(15).Ticks;
    private static readonly TimeSpan WidestZone = TimeSpan.FromHours(14);

    /// <summary>The time told, where it lies within ten seconds of the arrival; else the arrival.</summary>
    public static Instant Of(Instant told, Instant receivedAt) => (told - receivedAt).Duration() <= MostDifference ? told : receivedAt;

    /// <summary>The same for a clock that shows local time and does not say which: whole quarters of an hour are taken for its zone.</summary>
    public static Instant OfLocal(Instant told, Instant receivedAt)
    {
        var difference = told - receivedAt;
        if (difference.Duration() > WidestZone + MostDifference) return receivedAt;
        var zone = (long)Math.Round(difference.Ticks / (double)ZoneTicks) * ZoneTicks;
        return Of(new(told.Ticks - zone), receivedAt);
    }
}
