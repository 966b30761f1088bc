using System.Globalization;
using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>What place, motion and existence of a track rest on, in words.</summary>
internal static class MotionWords
{
    /// <summary>Behind position, height, speed, heading and climb.</summary>
    /// <param name="sensors">Names of those that contributed in the last minute.</param>
    public static IReadOnlyList<ReasonDto> Motion(in Track track, IReadOnlyList<string> sensors)
    {
        var c = CultureInfo.InvariantCulture;
        var spread = Math.Sqrt(Math.Max(track.Covariance.At(3, 3) + track.Covariance.At(4, 4), 0));
        return
        [
            new(string.Create(c, $"Put together from {track.Plots} plots; in the last minute {By(sensors)}; the newest was taken {Math.Max(track.Time.SecondsSince(track.LastSeen), 0):F0} s before this was said."), track.LastEntry),
            new(string.Create(c, $"Rule: each plot counts by its sensor's accuracy against what steady flight, turning and changing speed would lead to; a manoeuvre is under way with {track.Manoeuvring:P0}. The accuracies are one standard deviation of that, velocity ± {spread:F1} m/s, and grow while nothing is seen."), track.LastEntry),
            new(track.HeightKnown ? "The height was measured or reported." : "No sensor told a height: what is shown is what objects of its kind fly at.", track.HeightKnown ? track.LastEntry : 0),
        ];
    }

    /// <summary>Behind the probability that there is an object at all.</summary>
    /// <inheritdoc cref="Motion" path="/param"/>
    public static IReadOnlyList<ReasonDto> Existence(in Track track, IReadOnlyList<string> sensors) =>
    [
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"Rule: every plot that fits raises it, every look of a sensor that should have seen it and did not lowers it, by that sensor's detection and clutter there. So far {track.Plots} plots since {track.FirstSeen}; in the last minute {By(sensors)}."), track.LastEntry),
        new(track.SensedIndependently ? "Radar, ears or eyes have met it: it is not only its own claim." : "Only its own transmissions tell of it so far.", track.LastEntry),
    ];

    private static string By(IReadOnlyList<string> sensors) => sensors.Count == 0 ? "none" : $"of {string.Join(", ", sensors)}";
}
