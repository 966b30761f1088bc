using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Alerts;

internal static class AlertEndpoints
{
    private const string Example = "A0003";
    private const string CapXml = "application/cap+xml";

    public static void MapAlerts(this RouteGroupBuilder api)
    {
        api.MapGet("/alerts", All).ProducesProblem(400).WithSummary("Alerts, open ones first").WithTags("Alerts");
        api.MapPost("/alerts/{number}/acknowledge", Acknowledge).Commands().WithSummary("Somebody has seen it and is on it").WithTags("Alerts");
        api.MapPost("/alerts/{number}/escalate", Escalate).Commands().WithSummary("Pass it up, with a reason").WithTags("Alerts");
        api.MapPost("/alerts/{number}/close", Close).Commands().WithSummary("Close it, with a reason").WithTags("Alerts");
        api.MapGet("/alerts/{number}/warning", Cap).Produces<string>(200, CapXml).ProducesProblem(400).ProducesProblem(404).WithSummary("The CAP 1.2 draft").WithTags("Warnings");
        api.MapGet("/warnings", Warnings).WithSummary("Warning drafts, newest of each alert").WithTags("Warnings");
    }

    private static Results<Ok<IReadOnlyList<AlertDto>>, ProblemHttpResult> All(ISituation situation, string? state)
    {
        var alerts = Mapping.Alerts(situation.Now);
        if (string.IsNullOrEmpty(state)) return TypedResults.Ok(alerts);
        if (!Enum.TryParse<AlertState>(state, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            return TypedResults.Problem($"\"{state}\" is no state of an alert: raised, acknowledged, escalated or closed.", statusCode: 400, title: "Unknown state");
        return TypedResults.Ok<IReadOnlyList<AlertDto>>([.. alerts.Where(a => a.State == wanted)]);
    }

    private static async Task<IResult> Acknowledge(string number, ByBody body, ISituation situation, CancellationToken cancellation) =>
        Numbers.TryRead(number, 'A', out var n)
            ? await Answers.CommandAsync(situation, new AcknowledgeAlert(body.By ?? "", n), cancellation)
            : Answers.NotANumber(number, Example);

    private static async Task<IResult> Escalate(string number, ByWhyBody body, ISituation situation, CancellationToken cancellation) =>
        Numbers.TryRead(number, 'A', out var n)
            ? await Answers.CommandAsync(situation, new EscalateAlert(body.By ?? "", n, body.Why ?? ""), cancellation)
            : Answers.NotANumber(number, Example);

    private static async Task<IResult> Close(string number, ByWhyBody body, ISituation situation, CancellationToken cancellation) =>
        Numbers.TryRead(number, 'A', out var n)
            ? await Answers.CommandAsync(situation, new CloseAlert(body.By ?? "", n, body.Why ?? ""), cancellation)
            : Answers.NotANumber(number, Example);

    private static Results<ContentHttpResult, ProblemHttpResult> Cap(string number, ISituation situation)
    {
        if (!Numbers.TryRead(number, 'A', out var n)) return Answers.NotANumber(number, Example);
        var warning = situation.Now.Warnings.FirstOrDefault(w => w.Alert.Value == n);
        return warning is null
            ? Answers.NotFound($"There is no warning draft for alert {new AlertNumber(n)}.")
            : TypedResults.Text(warning.CapXml, CapXml, Encoding.UTF8);
    }

    private static Ok<IReadOnlyList<WarningDto>> Warnings(ISituation situation) =>
        TypedResults.Ok<IReadOnlyList<WarningDto>>([.. situation.Now.Warnings.OrderByDescending(w => w.Sent).Select(Mapping.Warning)]);
}
