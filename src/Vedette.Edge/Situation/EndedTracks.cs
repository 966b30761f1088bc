using System.Collections.Concurrent;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge.Situation;

/// <summary>A track that is no longer in the picture, as it was last.</summary>
/// <param name="Track">Its last state, with status Ended.</param>
/// <param name="Assessment">What was last thought of it; null where nothing was.</param>
/// <param name="At">The picture that told its end.</param>
/// <param name="Trail">Where it was, oldest first.</param>
public sealed record EndedTrack(Track Track, TrackAssessment? Assessment, Instant At, IReadOnlyList<TrailPoint> Trail);

/// <summary>
/// Tracks that ended a short while ago, so that who was reading about one can read on; and as long as an alert on one is open, for its case must
/// stay readable. Written by the core's thread, read by any.
/// </summary>
internal sealed class EndedTracks
{
    /// <summary>How long an ended track is kept, in the journal's time, once nobody is concerned with it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<TrackNumber, EndedTrack> byNumber = [];
    private readonly Queue<(EndedTrack Track, Instant Until)> oldestFirst = new();

    public EndedTrack? Of(TrackNumber track) => byNumber.GetValueOrDefault(track);

    /// <summary>Takes the tracks that this picture says ended.</summary>
    /// <param name="ofConcern">An alert on it is open.</param>
    public void Take(PictureEffect picture, Func<TrackNumber, IReadOnlyList<TrailPoint>> trail, Func<TrackNumber, bool> ofConcern)
    {
        LetGo(picture.At, ofConcern);
        foreach (ref readonly var track in picture.Tracks.AsSpan())
        {
            if (track.Status != TrackStatus.Ended) continue;
            var number = track.Number;
            var ended = new EndedTrack(track, picture.Assessments.FirstOrDefault(a => a.Track == number), picture.At, trail(number));
            byNumber[number] = ended;
            oldestFirst.Enqueue((ended, picture.At + Kept));
        }
    }

    private void LetGo(Instant now, Func<TrackNumber, bool> ofConcern)
    {
        while (oldestFirst.TryPeek(out var oldest) && now > oldest.Until)
        {
            oldestFirst.Dequeue();
            // What is still of concern is asked for again after a while.
            if (ofConcern(oldest.Track.Track.Number)) oldestFirst.Enqueue((oldest.Track, now + Kept));
            else byNumber.TryRemove(oldest.Track.Track.Number, out _);
        }
    }
}
