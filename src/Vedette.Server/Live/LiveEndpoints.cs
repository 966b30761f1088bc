using Vedette.Edge.Situation;

namespace Vedette.Server.Live;

internal static class LiveEndpoints
{
    public static void MapLive(this RouteGroupBuilder api) =>
        api.MapGet("/live", ServeAsync).WithSummary("WebSocket: the picture as it changes").WithTags("Live").ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(HttpContext context, ISituation situation)
    {
        if (!context.WebSockets.IsWebSocketRequest) return TypedResults.Problem("This address is for WebSocket clients.", statusCode: 400, title: "Not a WebSocket");
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await new LiveSocket(socket, situation).ServeAsync(context.RequestAborted);
        return TypedResults.Empty;
    }
}
