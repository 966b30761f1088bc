using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Readiness;

internal static class ReadinessEndpoints
{
    public static void MapReadiness(this RouteGroupBuilder api)
    {
        api.MapGet("/readiness", Get).ProducesProblem(404).WithSummary("The readiness in force, and what the evidence recommends").WithTags("Readiness");
        api.MapPost("/readiness", Set).Commands().WithSummary("A person decides the readiness, with a reason").WithTags("Readiness");
    }

    private static Results<Ok<ReadinessDto>, ProblemHttpResult> Get(ISituation situation) =>
        situation.Now.Readiness is { } readiness
            ? TypedResults.Ok(Mapping.Readiness(readiness))
            : Answers.NotFound("The readiness is not known yet: the watch has just begun.");

    private static async Task<IResult> Set(ReadinessBody body, ISituation situation, CancellationToken cancellation) =>
        body.Level is { } level
            ? await Answers.CommandAsync(situation, new SetReadiness(body.By ?? "", level, body.Why ?? ""), cancellation)
            : TypedResults.Problem("Say which level: normal, preventive, heightened or standDown.", statusCode: 400, title: "No level");
}
