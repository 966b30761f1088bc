using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Evidence;

/// <summary>Whether a track that is seen may be the object that another, ended track followed.</summary>
internal static class Succession
{
    /// <summary>Room for what the spread does not tell: a manoeuvre just before the end, and the look that was missed.</summary>
    private const double SlackM = 500;

    /// <summary>Share of the way flown unseen by which a turning object may be beside its prediction.</summary>
    private const double SwayShare = 0.2;

    /// <summary>Beyond this a "same object" would be a guess.</summary>
    private const double MaxMissM = 6e3;

    /// <summary>
    /// A track that lived beside the ended one all along is the same object only where both are as near as sensors' errors: drones
    /// that fly together keep more distance, and losing one of them must not be explained away by its neighbour.
    /// </summary>
    private const double MaxTwinMissM = 300;

    /// <summary>Two tracks of one object may live side by side for so long while the first one coasts, s.</summary>
    private const double CoastS = 60;

    /// <summary>Ground distance between where <paramref name="ended"/> should be by now and <paramref name="seen"/>, m.</summary>
    public static double MissM(in Track ended, in Track seen)
    {
        var dtS = seen.Time.SecondsSince(ended.Time);
        var there = new EnuFrame(ended.Position).ToLocal(seen.Position);
        return (there - (ended.Velocity * dtS)).HorizontalNorm;
    }

    /// <summary>The miss in metres where the two may be one object, else NaN.</summary>
    public static double Plausible(in Track ended, in Track seen)
    {
        if (seen.Number == ended.Number || seen.Status is TrackStatus.Tentative or TrackStatus.Ended) return double.NaN;
        if (ended.Address != seen.Address) return double.NaN;
        var younger = seen.FirstSeen >= ended.LastSeen.AddSeconds(-CoastS);
        var dtS = Math.Max(0, seen.Time.SecondsSince(ended.Time));
        var spreadM = Math.Sqrt(Math.Max(0, ended.Covariance.At(0, 0) + ended.Covariance.At(1, 1)));
        var speedMps = ended.GroundSpeedMps;
        var reachM = Math.Min(SlackM + (3 * spreadM) + (SwayShare * speedMps * dtS), younger ? MaxMissM : MaxTwinMissM);
        if ((seen.Velocity - ended.Velocity).HorizontalNorm > Math.Max(25, 0.4 * speedMps)) return double.NaN;
        var missM = MissM(ended, seen);
        return missM <= reachM ? missM : double.NaN;
    }
}
