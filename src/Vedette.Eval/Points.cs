using Vedette.Kernel.Geodesy;

namespace Vedette.Eval;

/// <summary>Where a target really was at an epoch.</summary>
/// <param name="Target">Its identity through time.</param>
/// <param name="Trackable">False where no sensor could have followed it: then missing it costs nothing, and a track on it is not false.</param>
public readonly record struct TruthPoint(int Target, Geodetic Place, bool Trackable = true);

/// <summary>Where the picture had a track at an epoch.</summary>
/// <param name="Track">Its number.</param>
public readonly record struct TrackPoint(int Track, Geodetic Place);

/// <summary>A truth and a track inside the gate, by their indices, and the ground distance between them.</summary>
public readonly record struct Neighbours(int Truth, int Track, double DistanceM);

/// <summary>Finds who is near whom.</summary>
public static class Gate
{
    private static readonly Comparer<Neighbours> ByTrack = Comparer<Neighbours>.Create(static (a, b) => a.Track.CompareTo(b.Track));

    /// <summary>All pairs closer than <paramref name="cutoffM"/>, by truth and then by track.</summary>
    public static List<Neighbours> Within(IReadOnlyList<TruthPoint> truths, IReadOnlyList<TrackPoint> tracks, double cutoffM)
    {
        var pairs = new List<Neighbours>();
        int[] byLatitude = [.. Enumerable.Range(0, tracks.Count)];
        double[] latitudes = [.. tracks.Select(track => track.Place.LatitudeRad)];
        Array.Sort(latitudes, byLatitude);
        var width = cutoffM / 6.3e6;
        for (var i = 0; i < truths.Count; i++)
        {
            var place = truths[i].Place;
            var first = Array.BinarySearch(latitudes, place.LatitudeRad - width);
            var parallel = Math.Cos(Math.Abs(place.LatitudeRad) + width);
            var widthInLongitude = parallel > 0 ? width / parallel : double.PositiveInfinity;
            var begin = pairs.Count;
            for (var k = first < 0 ? ~first : first; k < latitudes.Length && latitudes[k] <= place.LatitudeRad + width; k++)
            {
                var other = tracks[byLatitude[k]].Place;
                if (Math.Abs(other.LongitudeRad - place.LongitudeRad) > widthInLongitude) continue;
                var distance = GroundDistanceM(place, other);
                if (distance < cutoffM) pairs.Add(new(i, byLatitude[k], distance));
            }

            if (pairs.Count - begin > 1) pairs.Sort(begin, pairs.Count - begin, ByTrack);
        }

        return pairs;
    }

    /// <summary>For each track the pair with its nearest truth; null where none is inside the gate.</summary>
    public static Neighbours?[] NearestTruth(List<Neighbours> near, int tracks)
    {
        var nearest = new Neighbours?[tracks];
        foreach (var pair in near)
            if (nearest[pair.Track] is not { } best || pair.DistanceM < best.DistanceM) nearest[pair.Track] = pair;
        return nearest;
    }

    /// <summary>Distance in the local plane at the mean latitude, m: exact to millimetres at gate sizes.</summary>
    public static double GroundDistanceM(Geodetic a, Geodetic b)
    {
        var (north, east) = Offset(a, b);
        return Math.Sqrt((north * north) + (east * east));
    }

    /// <summary>How far b lies north and east of a, m.</summary>
    public static (double NorthM, double EastM) Offset(Geodetic a, Geodetic b)
    {
        var middle = (a.LatitudeRad + b.LatitudeRad) / 2;
        return ((b.LatitudeRad - a.LatitudeRad) * Wgs84.MeridianRadiusM(middle),
            (b.LongitudeRad - a.LongitudeRad) * Wgs84.PrimeVerticalRadiusM(middle) * Math.Cos(middle));
    }
}
