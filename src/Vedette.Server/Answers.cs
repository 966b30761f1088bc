using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server;

/// <summary>Answers that several use cases give.</summary>
internal static class Answers
{
    /// <summary>200 where the core accepted the command, 409 where it refused it; both say why.</summary>
    public static async Task<IResult> CommandAsync(ISituation situation, OperatorCommand command, CancellationToken cancellation)
    {
        var result = await situation.SubmitAsync(command, cancellation);
        var answer = new CommandResultDto(result.Accepted, result.Message);
        return result.Accepted ? TypedResults.Ok(answer) : TypedResults.Conflict(answer);
    }

    public static ProblemHttpResult NotFound(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static ProblemHttpResult NotANumber(string text, string example) =>
        TypedResults.Problem($"\"{text}\" is not a number like {example}.", statusCode: StatusCodes.Status400BadRequest, title: "Not a number");
}
