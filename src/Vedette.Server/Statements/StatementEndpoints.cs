using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Statements;

internal static class StatementEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapStatements(this RouteGroupBuilder api)
    {
        api.MapGet("/statement", Newest).ProducesProblem(404).WithSummary("The newest statement of the incident").WithTags("Statement");
        api.MapPost("/statement", Draft)
            .Produces<StatementDto>().Produces<CommandResultDto>(409).ProducesProblem(400).ProducesProblem(504)
            .WithSummary("Draws up a statement from the journal so far").WithTags("Statement");
    }

    private static Results<Ok<StatementDto>, ProblemHttpResult> Newest(ISituation situation) =>
        situation.Now.Statement is { } statement
            ? TypedResults.Ok(Mapping.Statement(statement))
            : Answers.NotFound("No statement has been asked for yet.");

    private static async Task<IResult> Draft(ByBody body, ISituation situation, CancellationToken cancellation)
    {
        var before = situation.Now.Statement;
        var result = await situation.SubmitAsync(new DraftStatement(body.By ?? ""), cancellation);
        if (!result.Accepted) return TypedResults.Conflict(new CommandResultDto(false, result.Message));

        // The answer comes before the batch of effects is published: give the snapshot a moment to show it.
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(20))
        {
            if (situation.Now.Statement is { } statement && !ReferenceEquals(statement, before)) return TypedResults.Ok(Mapping.Statement(statement));
            await Task.Delay(20, cancellation);
        }

        return TypedResults.Problem("The statement was asked for, but it has not come within 5 s.", statusCode: StatusCodes.Status504GatewayTimeout, title: "Late");
    }
}
