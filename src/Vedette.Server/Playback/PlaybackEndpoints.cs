using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Server.Contract;

namespace Vedette.Server.Playback;

internal static class PlaybackEndpoints
{
    public static void MapPlayback(this RouteGroupBuilder api) =>
        api.MapPost("/playback", Change).Commands().WithSummary("Changes how a recording passes: its speed, a pause, a while to pass over").WithTags("Status");

    private static IResult Change(PlaybackBody body, ISituation situation) => Answers.Command(
        situation.Playback?.Change(new(body.Speed, body.Paused, body.SkipTo is { } to ? new Instant(to.UtcTicks) : null))
        ?? new CommandResult(false, "This watch is live: its time passes by itself."));
}
