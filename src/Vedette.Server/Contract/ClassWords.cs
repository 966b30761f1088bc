using System.Globalization;
using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>What the class probabilities of a track rest on, in words.</summary>
internal static class ClassWords
{
    public static IReadOnlyList<ReasonDto> Why(in Track track)
    {
        var height = track.HeightKnown ? string.Create(CultureInfo.InvariantCulture, $"height {track.Position.HeightM:F0} m") : "height not measured";
        return
        [
            new(string.Create(
                CultureInfo.InvariantCulture,
                $"Weighed by its speed ({track.GroundSpeedMps * 3.6:F0} km/h), {height}, {Answer(track)}, how strong its echoes are for their range, and how steadily it flies."), track.LastEntry),
        ];
    }

    private static string Answer(in Track track)
    {
        if (!track.Callsign.IsBlank) return $"transponder answering as {track.Callsign}";
        return track.Address is null && track.Code is null ? "no transponder" : "a transponder without a callsign";
    }
}
