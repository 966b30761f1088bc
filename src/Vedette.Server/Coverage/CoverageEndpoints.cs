using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Coverage;

internal static class CoverageEndpoints
{
    private const string GeoJson = "application/geo+json";

    public static void MapCoverage(this RouteGroupBuilder api)
    {
        api.MapGet("/coverage", Now).WithSummary("What each sensor is counted with and why, and what the all-clear would say").WithTags("Coverage");
        api.MapGet("/coverage/{heightM}", Outline).Produces<string>(200, GeoJson).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Where an object of a class (?class=oneWayDrone) at a height above ground is detected within a minute, by all sensors or by one (?sensor=NAME): GeoJSON, lines and areas at 0.5 and 0.9").WithTags("Coverage");
        api.MapGet("/coverage/{heightM}/unseen", Unseen).Produces<string>(200, GeoJson).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Expected number of objects of a class (?class=oneWayDrone) at a height above ground that nobody has seen, cell by cell: GeoJSON").WithTags("Coverage");
        api.MapGet("/allclear", AllClears).WithSummary("For each protected airspace, what could have been missed").WithTags("Coverage");
    }

    private static Ok<CoverageDto> Now(ISituation situation) => TypedResults.Ok(Of(situation.Now));

    public static CoverageDto Of(SituationSnapshot now) => CoverageMapping.Coverage(now.Coverage, now.CoverageAt?.ToString(), now.Sensors);

    private static Ok<IReadOnlyList<AllClearDto>> AllClears(ISituation situation) => TypedResults.Ok<IReadOnlyList<AllClearDto>>(
        [.. situation.Now.Coverage.AllClears.Select(clear => CoverageMapping.AllClear(clear, situation.Now.Sensors))]);

    private static Results<ContentHttpResult, ProblemHttpResult> Outline(ISituation situation, double heightM, string? @class, string? sensor)
    {
        var now = situation.Now;
        if (Layer(now.Coverage, heightM, @class) is not { } layer) return NoLayer(now.Coverage);
        if (sensor is null) return TypedResults.Content(CoverageOutline.Of(now.Coverage.Area, Fused(now.Coverage, layer)), GeoJson);
        var index = IndexOf(now.Sensors, s => s.Sensor.Name.Equals(sensor, StringComparison.OrdinalIgnoreCase));
        if (index < 0 || now.Coverage.Sensors.FirstOrDefault(s => s.Sensor.Value == index) is not { } one)
            return TypedResults.Problem($"There is no sensor named {sensor}.", statusCode: 404, title: "No such sensor");
        return TypedResults.Content(CoverageOutline.Of(now.Coverage.Area, now.Coverage.DetectionOf(one, layer.Profile, layer.Height)), GeoJson);
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Unseen(ISituation situation, double heightM, string? @class)
    {
        var coverage = situation.Now.Coverage;
        return Layer(coverage, heightM, @class) is { } layer ? TypedResults.Content(UnseenCells.Of(coverage, layer.Profile, layer.Height), GeoJson) : NoLayer(coverage);
    }

    private static byte[] Fused(CoveragePicture coverage, (int Profile, int Height) layer)
    {
        var detection = new byte[coverage.Area.Cells];
        for (var cell = 0; cell < detection.Length; cell++) detection[cell] = coverage.DetectionAt(layer.Profile, layer.Height, cell);
        return detection;
    }

    private static (int Profile, int Height)? Layer(CoveragePicture coverage, double heightM, string? @class)
    {
        var wanted = @class ?? nameof(ObjectClass.OneWayDrone);
        var profile = IndexOf(coverage.Profiles, p => p.Class.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase));
        var height = IndexOf(coverage.HeightsM, h => h == heightM);
        return profile >= 0 && height >= 0 ? (profile, height) : null;
    }

    private static ProblemHttpResult NoLayer(CoveragePicture coverage) => TypedResults.Problem(
        coverage.Profiles.Count == 0
            ? "There is no coverage yet: no protected airspace is configured, or no sensor has been placed."
            : $"Known heights: {string.Join(", ", coverage.HeightsM)} m; known classes: {string.Join(", ", coverage.Profiles.Select(p => p.Class))}.",
        statusCode: 404, title: "No such layer");

    private static int IndexOf<T>(IReadOnlyList<T> items, Func<T, bool> match)
    {
        for (var i = 0; i < items.Count; i++)
            if (match(items[i])) return i;
        return -1;
    }
}
