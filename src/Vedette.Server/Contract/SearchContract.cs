using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>
/// Where a lost object may be by now. Rings are [longitude, latitude] in degrees, closed. Flying and down: that it flies unseen, that it has come
/// down unseen. Why: what it rests on, each with its journal entry.
/// </summary>
public sealed record SearchAreaDto(
    string Alert, string Track, double LastLatDeg, double LastLonDeg, string LastSeen, double Share, double AreaKm2, double ReachM, double Flying, double Down,
    IReadOnlyList<double[][]> Rings, IReadOnlyList<ReasonDto> Why);

public sealed record SearchFrame(string Type, IReadOnlyList<SearchAreaDto> Search);

internal static class SearchMapping
{
    public static IReadOnlyList<SearchAreaDto> Areas(IReadOnlyList<SearchArea> areas) => [.. areas.Select(Area)];

    public static SearchAreaDto Area(SearchArea area) => new(
        area.Alert.ToString(), area.Track.ToString(), area.LastKnown.LatitudeDeg, area.LastKnown.LongitudeDeg, area.LastSeen.ToString(), area.Share,
        Math.Round(area.AreaM2 / 1e6, 2), Math.Round(area.ReachM), Math.Round(area.Flying, 3), Math.Round(area.Down, 3),
        [.. area.Rings.Select(ring => ring.Append(ring[0]).Select(p => new[] { Math.Round(p.LongitudeDeg, 5), Math.Round(p.LatitudeDeg, 5) }).ToArray())],
        Mapping.Reasons(area.Reasons));
}
