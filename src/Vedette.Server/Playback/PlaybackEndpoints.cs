using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Server.Contract;

namespace Vedette.Server.Playback;

internal static class PlaybackEndpoints
{
    public static void MapPlayback(this RouteGroupBuilder api) =>
        api.MapPost("/playback", Change).Commands().WithSummary("Changes how a recording passes: its speed, a pause, a while to pass over").WithTags("Status");

    private static IResult Change(PlaybackBody body, ISituation situation)
    {
        if (situation.Playback is not { } playback) return TypedResults.Conflict(new CommandResultDto(false, "This watch is live: its time passes by itself."));
        var result = playback.Change(new(body.Speed, body.Paused, body.SkipTo is { } to ? new Instant(to.UtcTicks) : null));
        var answer = new CommandResultDto(result.Accepted, result.Message);
        return result.Accepted ? TypedResults.Ok(answer) : TypedResults.Conflict(answer);
    }
}
