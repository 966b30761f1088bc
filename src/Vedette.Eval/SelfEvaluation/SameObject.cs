using Vedette.Kernel;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>An object went on under another number, and in which epoch and areas that number was first seen.</summary>
internal readonly record struct NumberChange(int Epoch, ulong Areas);

/// <summary>Which track numbers were of one object: a reference stands for an object, not for a number.</summary>
internal static class SameObject
{
    /// <summary>Chi-square with four degrees of freedom stays below this with probability 0.99.</summary>
    private const double Gate99 = 13.28;

    /// <summary>What models of motion and offsets of sensors leave out, per axis.</summary>
    private const double SpareM = 100, SpareMps = 5;

    /// <summary>Longest time without a plot after which an object is known again, s.</summary>
    private const double LongestGapS = 60;

    /// <summary>How long a number may still get plots when its object has another one already, s.</summary>
    private const double OverlapS = 15;

    /// <summary>A second number on one object is found out within this time, s; what lived longer was an object of its own.</summary>
    private const double DuplicateLifeS = 60;

    /// <summary>Acceleration during the gap, power spectral density, m²/s³.</summary>
    private const double GapPsd = 5;

    /// <summary>Finds the tracks that others went on from, once for each track that began before an epoch.</summary>
    public static List<NumberChange> Succeed(List<WatchedTrack> watched, int before)
    {
        var changes = new List<NumberChange>();
        foreach (var track in watched)
        {
            if (track.Linked || track.FirstEpoch >= before || !track.IsProven) continue;
            track.Linked = true;
            if (PredecessorOf(track, watched) is not { } predecessor) continue;
            predecessor.SucceededAt = track.FirstSeen;
            changes.Add(new(track.FirstEpoch, track.Published(track.FirstEpoch).Areas));
        }

        return changes;
    }

    /// <summary>Takes the references of short-lived numbers away that were a second one on an object.</summary>
    public static void Fold(List<WatchedTrack> watched, int place)
    {
        foreach (var track in watched)
        {
            if (!track.Ended || track.KindOf(place) == ReferenceKind.None || track.LastSeen.SecondsSince(track.FirstSeen) > DuplicateLifeS) continue;
            foreach (var other in watched)
            {
                if (other == track || other.KindOf(place) != ReferenceKind.Proven || (other.Ended && other.LastSeen <= track.LastSeen)) continue;
                if (!IsNear(track.Reference(place), other.Reference(place))) continue;
                track.Forsake(place);
                break;
            }
        }
    }

    private static WatchedTrack? PredecessorOf(WatchedTrack track, List<WatchedTrack> watched)
    {
        WatchedTrack? found = null;
        var best = Gate99;
        foreach (var other in watched)
        {
            if (other == track || !other.IsProven || other.SucceededAt < Instant.MaxValue) continue;
            var gapS = track.FirstSeen.SecondsSince(other.LastSeen);
            if (gapS > LongestGapS || gapS < -OverlapS || other.FirstSeen >= track.FirstSeen || other.LastSeen >= track.LastSeen) continue;
            if (other.Address is { } known && track.Address is { } its && known != its) continue;
            var distance = other.Address is { } a && a == track.Address ? 0 : DistanceTo(track, other);
            if (distance < best) (best, found) = (distance, other);
        }

        return found;
    }

    /// <summary>From where the other track was believed to go on to where this one is known to have begun.</summary>
    private static double DistanceTo(WatchedTrack track, WatchedTrack other)
    {
        var begun = track.Beginning;
        var last = other.Published(Math.Min(other.LastEpoch, Math.Max(track.FirstEpoch, other.FirstEpoch))).State;
        if (Math.Abs(last.Place.LatitudeRad - begun.Place.LatitudeRad) > 0.01) return double.PositiveInfinity;
        var spanS = begun.At.SecondsSince(last.At);
        return (spanS > 0 ? last.Moved(spanS, 0, GapPsd) : last).DistanceTo(begun, SpareM * SpareM, SpareMps * SpareMps);
    }

    private static bool IsNear(in PlanarState a, in PlanarState b) =>
        Math.Abs(a.Place.LatitudeRad - b.Place.LatitudeRad) < 0.001 && a.DistanceTo(b, SpareM * SpareM, SpareMps * SpareMps) < Gate99;
}
