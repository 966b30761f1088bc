using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Sensors;

internal static class SensorEndpoints
{
    public static void MapSensors(this RouteGroupBuilder api)
    {
        api.MapGet("/sensors", Sensors).WithSummary("Every sensor and what it delivered").WithTags("Sensors");
        api.MapGet("/picture-quality", PictureQuality).ProducesProblem(404)
            .WithSummary("How good the picture was in the last minutes, by its own account: GOSPA and SIAP, area by area").WithTags("Sensors");
        api.MapGet("/feeds", Feeds).WithSummary("Every feed, its state and its counts").WithTags("Sensors");
        api.MapGet("/refusals", Refusals).WithSummary("The newest octets that could not be read").WithTags("Sensors");
    }

    private static Ok<IReadOnlyList<SensorDto>> Sensors(ISituation situation) =>
        TypedResults.Ok<IReadOnlyList<SensorDto>>([.. situation.Now.Sensors.Select(Mapping.Sensor)]);

    private static Results<Ok<PictureQualityDto>, ProblemHttpResult> PictureQuality(ISituation situation) =>
        PictureQualityMapping.Of(situation.Now) is { } quality
            ? TypedResults.Ok(quality)
            : Answers.NotFound("Nothing has been judged yet: the first figures come two minutes after the first picture.");

    private static Ok<IReadOnlyList<FeedDto>> Feeds(ISituation situation) =>
        TypedResults.Ok<IReadOnlyList<FeedDto>>([.. situation.Now.Feeds.Select(Mapping.Feed)]);

    private static Ok<IReadOnlyList<RefusalDto>> Refusals(ISituation situation) =>
        TypedResults.Ok<IReadOnlyList<RefusalDto>>(
            [.. situation.Now.Refusals.Select(r => new RefusalDto(r.Refusal.Feed, r.Refusal.Entry, r.Refusal.Offset, r.Refusal.Item, r.Refusal.Reason, r.At.ToString()))]);
}
