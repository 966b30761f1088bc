using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Tracks;

internal static class TrackEndpoints
{
    public static void MapTracks(this RouteGroupBuilder api)
    {
        api.MapGet("/tracks", All).WithSummary("The live tracks").WithTags("Tracks");
        api.MapGet("/tracks/{number}", One).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("One track, also one that ended in the last ten minutes or whose alert is open, with its reasons and last positions").WithTags("Tracks");
        api.MapPost("/tracks/{number}/identity", Decide)
            .Commands().WithSummary("An operator's word on a track's identity; null gives it back to the rules").WithTags("Tracks");
    }

    private static Ok<IReadOnlyList<TrackDto>> All(ISituation situation)
    {
        var now = situation.Now;
        var assessed = now.Picture.Assessments.ToDictionary(a => a.Track);
        return TypedResults.Ok<IReadOnlyList<TrackDto>>(
            [.. now.Picture.Tracks.Where(t => t.Status != TrackStatus.Ended).Select(t => Mapping.Track(in t, assessed.GetValueOrDefault(t.Number), now.Sensors))]);
    }

    private static Results<Ok<TrackDto>, ProblemHttpResult> One(string number, ISituation situation)
    {
        if (!Numbers.TryRead(number, 'T', out var n)) return Answers.NotANumber(number, "T00012");
        var now = situation.Now;
        foreach (ref readonly var track in now.Picture.Tracks.AsSpan())
        {
            if (track.Number.Value != n || track.Status == TrackStatus.Ended) continue;
            var assessment = now.Picture.Assessments.FirstOrDefault(a => a.Track.Value == n);
            return TypedResults.Ok(InFull(in track, assessment, situation.Trail(track.Number), now));
        }

        if (situation.Ended(new TrackNumber(n)) is { } ended) return TypedResults.Ok(InFull(ended.Track, ended.Assessment, ended.Trail, now));
        return Answers.NotFound($"There is no live track {new TrackNumber(n)}, none of that number ended in the last ten minutes, and no open alert is about it.");
    }

    private static TrackDto InFull(in Track track, TrackAssessment? assessment, IReadOnlyList<TrailPoint> trail, SituationSnapshot now)
    {
        var told = Mapping.Track(in track, assessment, now.Sensors);
        return told with
        {
            Reasons = assessment is null ? [] : Mapping.Reasons(assessment.Identity.Reasons),
            ClassWhy = ClassWords.Why(in track),
            MotionWhy = MotionWords.Motion(in track, told.Sensors),
            ExistenceWhy = MotionWords.Existence(in track, told.Sensors),
            RemoteId = ClaimMapping.Claim(in track, now.Claims),
            History = [.. trail.Select(p => new[] { p.LongitudeDeg, p.LatitudeDeg, Mapping.Known(p.HeightM), p.At.ToUnixMilliseconds() })],
        };
    }

    private static async Task<IResult> Decide(string number, IdentityBody body, ISituation situation, CancellationToken cancellation) =>
        Numbers.TryRead(number, 'T', out var n)
            ? await Answers.CommandAsync(situation, new SetIdentity(body.By ?? "", n, body.Identity, body.Why ?? ""), cancellation)
            : Answers.NotANumber(number, "T00012");
}
