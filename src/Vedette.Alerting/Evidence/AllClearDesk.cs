using Vedette.Air;
using Vedette.Alerting.Lifecycle;

namespace Vedette.Alerting.Evidence;

/// <summary>
/// Holds an all-clear back while something that was seen stands against it: an object inside, one that may enter, one that was lost and is not
/// explained. What sensors could have missed is only half of the word "clear".
/// </summary>
internal sealed class AllClearDesk(AlertRegister register, EvidenceWords words)
{
    /// <summary>More numbers than a person takes in.</summary>
    private const int MostNamed = 3;

    private static readonly (AlertKind Kind, string One, string Many)[] Objections =
    [
        (AlertKind.Violation, "track is inside", "tracks are inside"),
        (AlertKind.Incursion, "track may enter", "tracks may enter"),
        (AlertKind.LostTrack, "lost track is not explained", "lost tracks are not explained"),
    ];

    // Alerts that stand against an all-clear, in the order of their numbers.
    private readonly List<AlertNumber> standing = [];
    private IReadOnlyList<AllClear> sensed = [];

    /// <param name="clears">By what the sensors could have missed.</param>
    /// <param name="entry">The journal entry that moved time.</param>
    /// <returns>Null where nothing changed.</returns>
    public IReadOnlyList<AllClear>? Judge(IReadOnlyList<AllClear> clears, long entry)
    {
        if (ReferenceEquals(clears, sensed) && !ObjectionsChanged()) return null;
        sensed = clears;
        standing.Clear();
        foreach (var one in register.Cases)
            if (Objects(one)) standing.Add(one.Alert.Number);
        return [.. clears.Select(clear => Judge(clear, entry))];
    }

    private bool ObjectionsChanged()
    {
        var count = 0;
        foreach (var one in register.Cases)
        {
            if (!Objects(one)) continue;
            if (count >= standing.Count || standing[count] != one.Alert.Number) return true;
            count++;
        }

        return count != standing.Count;
    }

    private AllClear Judge(AllClear clear, long entry)
    {
        var said = new List<string>();
        foreach (var (kind, one, many) in Objections)
        {
            var tracks = Against(clear.AirspaceId, kind);
            if (tracks.Count > 0) said.Add($"{Phrase.Count(tracks.Count, one, many)} ({Named(tracks)})");
        }

        if (said.Count == 0) return clear;
        var verdict = $"{words.Name(clear.AirspaceId)}: no all-clear: {string.Join(", ", said)}.";
        return clear.Allowed
            ? clear with { Allowed = false, Reasons = [new(verdict + " What the sensors could have missed would allow it:", entry), .. clear.Reasons.Skip(1)] }
            : clear with { Reasons = [new(verdict, entry), .. clear.Reasons] };
    }

    private List<TrackNumber> Against(string airspaceId, AlertKind kind)
    {
        var tracks = new List<TrackNumber>();
        foreach (var one in register.Cases)
            if (Objects(one) && one.Alert.Kind == kind && one.Alert.AirspaceId == airspaceId) tracks.Add(one.Alert.Track);
        return tracks;
    }

    private static string Named(List<TrackNumber> tracks) =>
        string.Join(", ", tracks.Take(MostNamed)) + (tracks.Count > MostNamed ? $" and {tracks.Count - MostNamed} more" : "");

    private static bool Objects(AlertCase one) => one.Open && one.Alert.Kind is AlertKind.Violation or AlertKind.Incursion or AlertKind.LostTrack;
}
