using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// Notices places that come again, to the last bit and in the order in which they were said before: a recording that somebody
/// plays. Circling traffic meets its path again, but not at the same bits with the same spacing.
/// </summary>
internal sealed class RepeatCheck
{
    private const int Kept = 1024;
    private const double SpacingS = 2;

    private readonly long[] places = new long[Kept];
    private readonly Instant[] times = new Instant[Kept];
    private int next, count, matches;
    private double delayS;
    private Claim firstMatch;

    public bool IsReplayed { get; private set; }

    public void Take(in Claim claim)
    {
        var key = Key(claim);
        var earlier = Array.IndexOf(places, key, 0, count);
        if (earlier >= 0 && claim.At.SecondsSince(times[earlier]) is var delay and > IntegrityRules.ReplayDelayS) Match(claim, delay);
        else if (matches > 0 && claim.At.SecondsSince(firstMatch.At) > IntegrityRules.ReplayDelayS) (matches, IsReplayed) = (0, false);
        if (earlier < 0) Keep(key, claim.At);
    }

    private void Match(in Claim claim, double delay)
    {
        if (matches == 0 || Math.Abs(delay - delayS) > 1) (matches, firstMatch) = (0, claim);
        delayS = delay;
        matches++;
        if (matches >= IntegrityRules.ReplayedReports && firstMatch.DistanceM(claim.Place) >= IntegrityRules.ReplaySpanM) IsReplayed = true;
    }

    private void Keep(long key, Instant at)
    {
        if (count > 0 && at.SecondsSince(times[(next + Kept - 1) % Kept]) < SpacingS) return;
        places[next] = key;
        times[next] = at;
        next = (next + 1) % Kept;
        count = Math.Min(count + 1, Kept);
    }

    /// <summary>To 1e-7 deg, finer than a compact position.</summary>
    private static long Key(in Claim claim) => ((long)Math.Round(claim.Place.LatitudeDeg * 1e7) << 32) ^ (uint)(long)Math.Round(claim.Place.LongitudeDeg * 1e7);
}
