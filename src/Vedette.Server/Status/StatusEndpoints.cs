using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Status;

internal static class StatusEndpoints
{
    public static void MapStatus(this RouteGroupBuilder api) =>
        api.MapGet("/status", (ISituation situation) => TypedResults.Ok(Mapping.Status(situation.Now))).WithSummary("What runs here, and how far it is").WithTags("Status");

    public static void MapHealth(this WebApplication app) => app.MapGet("/healthz", Health).Produces<HealthDto>().Produces<HealthDto>(503).WithSummary("200 while the core takes entries").WithTags("Status");

    private static JsonHttpResult<HealthDto> Health(ISituation situation)
    {
        var now = situation.Now;
        return now.TakesEntries
            ? TypedResults.Json(new HealthDto("ok", null), ContractJson.Default.HealthDto)
            : TypedResults.Json(
                new HealthDto("failed", now.Failure.Length > 0 ? now.Failure : "The core has not taken its first entry yet."),
                ContractJson.Default.HealthDto,
                statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
