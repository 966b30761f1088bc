using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge.Recordings;

/// <summary>
/// Makes arrivals of recorded octets: the configuration first, each feed live, a tick on every whole second of recorded time, each feed
/// ended and one more tick for the last picture.
/// </summary>
internal static class ArrivalScript
{
    private static readonly long SecondTicks = TimeSpan.TicksPerSecond;

    /// <summary>Beyond this a silence is passed over: a wild time in a recording must not cost a million ticks.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);

    public static IEnumerable<Arrival> Of(CoreConfiguration configuration, IEnumerable<RecordedOctets> octets)
    {
        var begun = false;
        var now = Instant.MinValue;
        foreach (var piece in octets)
        {
            if (!begun)
            {
                begun = true;
                now = piece.At;
                yield return Arrival.Configuration(configuration, now);
                foreach (var feed in configuration.Feeds) yield return Arrival.Health(feed.Name, FeedState.Live, "", now);
            }

            foreach (var tick in Ticks(now, piece.At)) yield return tick;
            now = Instant.Max(now, piece.At);
            yield return Arrival.Octets(piece.Feed, piece.Octets, now);
        }

        if (!begun) yield break;
        foreach (var feed in configuration.Feeds) yield return Arrival.Health(feed.Name, FeedState.Ended, "the recording has ended", now);
        yield return Arrival.Tick(new Instant(NextSecond(now)));
    }

    private static IEnumerable<Arrival> Ticks(Instant after, Instant upTo)
    {
        var from = upTo - after > LongestSilence ? new Instant(upTo.Ticks - LongestSilence.Ticks) : after;
        for (var tick = NextSecond(from); tick <= upTo.Ticks; tick += SecondTicks) yield return Arrival.Tick(new Instant(tick));
    }

    private static long NextSecond(Instant after) => after.Ticks - (after.Ticks % SecondTicks) + SecondTicks;
}
