using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Tests;

/// <summary>
/// Eight epochs of three trackable targets and one that is not: a switch of tracks, a duplicate, a late start with a gap, a ghost. The same
/// positions were scored by the independent scorer of the bench; its figures stand in the tests.
/// </summary>
internal static class HandMadeCase
{
    public const int Epochs = 8;

    public static double TimeS(int epoch) => 5.0 * epoch;

    public static IReadOnlyList<TruthPoint> Truths(int epoch) =>
        [.. Enumerable.Range(0, 4).Select(k => new TruthPoint(k, Place(epoch, k), Trackable: k < 3))];

    public static IReadOnlyList<TrackPoint> Tracks(int epoch)
    {
        var tracks = new List<TrackPoint>
        {
            new(epoch <= 4 ? 10 : 11, Place(epoch, 0, 100 + (10 * epoch))),
            new(20, Place(epoch, 1, 500)),
            new(50, Place(epoch, 3, 20)),
        };
        if (epoch >= 3) tracks.Add(new(21, Place(epoch, 1, -800, 300)));
        if (epoch >= 3 && epoch != 6) tracks.Add(new(30, Place(epoch, 2, 50, 70)));
        if (epoch is 4 or 5) tracks.Add(new(40, Place(epoch, 0.5)));
        return tracks;
    }

    private static Geodetic Place(int epoch, double target, double northM = 0, double eastM = 0) =>
        Geodetic.FromDegrees(50 + (0.1 * target) + (northM / 111_200), 24 + (0.001 * epoch) + (eastM / 111_200), 500);
}
