using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Contract;

/// <summary>A kind of object for which coverage is reckoned.</summary>
public sealed record ObjectProfileDto(ObjectClass Class, double CrossSectionM2, double SpeedMps, bool Transponder);

/// <summary>What a sensor is counted with: 1 = as expected. Sectors are equal, clockwise from north.</summary>
public sealed record SensorCoverageDto(int Id, string Name, SensorWork Work, double Share, IReadOnlyList<double> Sectors, ReasonDto Why);

/// <summary>The weakest way in for a class at a height; places are [longitude, latitude] in degrees.</summary>
public sealed record WeakPathDto(
    ObjectClass Class, double HeightM, double Miss, IReadOnlyList<double[]> Way, double[] SegmentFrom, double[] SegmentTo, IReadOnlyList<string> Watchers,
    IReadOnlyList<ReasonDto> Why);

public sealed record UnseenDto(ObjectClass Class, double Expected, double PerHour);

/// <summary>What may be said of an airspace in which no violation was detected. Reasons: the statement in sentences, the verdict first.</summary>
public sealed record AllClearDto(
    string Airspace, bool Allowed, IReadOnlyList<ReasonDto> Reasons, IReadOnlyList<WeakPathDto> Weakest, IReadOnlyList<UnseenDto> Unseen);

/// <summary>What the sensors can see now, and what that allows to be said.</summary>
public sealed record CoverageDto(
    string? At, long Entry, IReadOnlyList<double> HeightsM, IReadOnlyList<ObjectProfileDto> Classes, double CellM, string? Terrain, IReadOnlyList<SensorCoverageDto> Sensors,
    IReadOnlyList<AllClearDto> AllClears);

public sealed record CoverageFrame(string Type, CoverageDto Coverage);

internal static class CoverageMapping
{
    public static CoverageDto Coverage(CoveragePicture picture, string? at, IReadOnlyList<SensorStatus> sensors) => new(
        at, picture.Entry, picture.HeightsM, [.. picture.Profiles.Select(p => new ObjectProfileDto(p.Class, p.CrossSectionM2, p.SpeedMps, p.Transponder))],
        Math.Round(picture.Area.Cells == 0 ? 0 : picture.Area.CellM), picture.Terrain, [.. picture.Sensors.Select(s => Sensor(s, sensors))],
        [.. picture.AllClears.Select(clear => AllClear(clear, sensors))]);

    public static AllClearDto AllClear(AllClear clear, IReadOnlyList<SensorStatus> sensors) => new(
        clear.AirspaceId, clear.Allowed, Mapping.Reasons(clear.Reasons), [.. clear.Weakest.Select(path => Path(path, sensors))],
        [.. clear.Unseen.Select(u => new UnseenDto(u.Class, Math.Round(u.Expected, 6), u.PerHour))]);

    private static SensorCoverageDto Sensor(SensorCoverage coverage, IReadOnlyList<SensorStatus> sensors) => new(
        coverage.Sensor.Value, Name(coverage.Sensor, sensors), coverage.Work, Math.Round(coverage.Share, 3), coverage.Sectors,
        new(coverage.Why.Text, coverage.Why.Entry));

    private static WeakPathDto Path(WeakPath path, IReadOnlyList<SensorStatus> sensors) => new(
        path.Class, path.HeightM, Math.Round(path.Miss, 4), [.. path.Way.Select(Place)], Place(path.SegmentFrom), Place(path.SegmentTo),
        [.. path.Watchers.Select(id => Name(id, sensors))], Mapping.Reasons(path.Why));

    private static double[] Place(Geodetic place) => [Math.Round(place.LongitudeDeg, 5), Math.Round(place.LatitudeDeg, 5)];

    private static string Name(SensorId id, IReadOnlyList<SensorStatus> sensors) => id.Value < sensors.Count ? sensors[id.Value].Sensor.Name : id.ToString();
}
