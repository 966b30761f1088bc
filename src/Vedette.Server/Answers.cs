using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server;

/// <summary>Answers that several use cases give.</summary>
internal static class Answers
{
    /// <summary>200 where the core accepted the command, 409 where it refused it; both say why.</summary>
    public static async Task<IResult> CommandAsync(ISituation situation, OperatorCommand command, CancellationToken cancellation) =>
        Command(await situation.SubmitAsync(command, cancellation));

    /// <summary>The same for what has been answered already.</summary>
    public static IResult Command(CommandResult result)
    {
        var answer = new CommandResultDto(result.Accepted, result.Message);
        return result.Accepted ? TypedResults.Ok(answer) : TypedResults.Conflict(answer);
    }

    /// <summary>What <see cref="CommandAsync"/> may answer, for the description.</summary>
    public static RouteHandlerBuilder Commands(this RouteHandlerBuilder route) => route
        .Produces<CommandResultDto>()
        .Produces<CommandResultDto>(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>A sentence for the problems that the framework finds by itself.</summary>
    public static void InPlainWords(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => "The request cannot be read: its keys or values are not those that /docs describes.",
            StatusCodes.Status404NotFound => "There is nothing at this address. The interface is described at /docs.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take this method. The interface is described at /docs.",
            StatusCodes.Status415UnsupportedMediaType => "The body must be JSON, with Content-Type: application/json.",
            _ => null,
        };

    public static ProblemHttpResult NotFound(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static ProblemHttpResult NotANumber(string text, string example) =>
        TypedResults.Problem($"\"{text}\" is not a number like {example}.", statusCode: StatusCodes.Status400BadRequest, title: "Not a number");
}
