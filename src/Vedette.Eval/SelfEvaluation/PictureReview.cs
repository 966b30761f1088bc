using System.Diagnostics.CodeAnalysis;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>How the picture is reviewed.</summary>
public sealed record ReviewSettings
{
    /// <summary>Time between two moments that are judged, s.</summary>
    public double EpochS { get; init; } = 10;

    /// <summary>Epochs of hindsight that a moment gets at least.</summary>
    public int Lag { get; init; } = 6;

    /// <summary>Epochs that are judged at one time: one way back through a track serves them all.</summary>
    public int Batch { get; init; } = 6;

    /// <summary>Epochs that the figures tell of; 0 = all since the beginning.</summary>
    public int Window { get; init; } = 60;

    /// <summary>A picture of more tracks is left out: what is remembered stays bounded.</summary>
    public int MostTracks { get; init; } = 20_000;
}

/// <summary>
/// Judges the picture while it runs: what was shown a minute or two ago against what is known of the same moment by now, from smoothing the
/// published tracks backwards. It reads what the core says and says nothing to it. Pure: same pictures, same figures.
/// </summary>
public sealed class PictureReview
{
    private readonly ReviewSettings settings;
    private readonly int horizon;
    private readonly List<WatchedTrack> watched = [];
    private readonly Dictionary<int, WatchedTrack> byNumber = [];
    private readonly Instant[] times;
    private AreaList areas;
    private QualityWindow window;
    private EpochJudge judge;
    private int epoch = -1;
    private int judged;
    private int leftOut;
    private Instant next = Instant.MinValue;

    public PictureReview(ReviewSettings? settings = null)
    {
        this.settings = settings ?? new();
        horizon = this.settings.Lag + this.settings.Batch;
        times = new Instant[horizon];
        Begin([]);
    }

    /// <summary>What was found last; null until the first moments have been judged.</summary>
    public PictureQuality? Quality { get; private set; }

    /// <summary>Track numbers that are remembered.</summary>
    public int Remembered => watched.Count;

    /// <summary>
    /// Tells which areas to judge apart, 63 at most. What was judged before is forgotten where they differ: it was of other areas.
    /// </summary>
    public void Divide(IReadOnlyList<EvaluatedArea> wanted)
    {
        if (!areas.Are(wanted)) Begin(wanted);
    }

    /// <summary>Takes a picture: all its tracks, those that ended once.</summary>
    public void Take(Instant at, ReadOnlySpan<Track> tracks)
    {
        foreach (ref readonly var track in tracks)
            if (track.Status == TrackStatus.Ended && byNumber.TryGetValue(track.Number.Value, out var known)) known.Note(track);
        if (at < next) return;
        var period = (long)(settings.EpochS * TimeSpan.TicksPerSecond);
        next = new(at.Ticks - (at.Ticks % period) + period);
        if (tracks.Length > settings.MostTracks)
        {
            leftOut++;
            return;
        }

        epoch++;
        Sample(at, tracks);
        if (epoch - judged + 1 >= horizon) Judge();
    }

    [MemberNotNull(nameof(areas), nameof(window), nameof(judge))]
    private void Begin(IReadOnlyList<EvaluatedArea> wanted)
    {
        areas = new(wanted);
        window = new(areas, settings.Window);
        judge = new(areas);
        Quality = null;
        leftOut = 0;
        watched.Clear();
        byNumber.Clear();
        judged = epoch + 1;
    }

    private void Sample(Instant at, ReadOnlySpan<Track> tracks)
    {
        foreach (ref readonly var track in tracks)
        {
            if (track.Status == TrackStatus.Ended) continue;
            if (!byNumber.TryGetValue(track.Number.Value, out var known))
            {
                byNumber[track.Number.Value] = known = new(track.Number.Value, epoch, horizon, settings.Batch);
                watched.Add(known);
            }

            known.Note(track);
            known.Take(epoch, PublishedState.Of(track, at, areas));
        }

        times[epoch - judged] = at;
    }

    private void Judge()
    {
        foreach (var track in watched) track.Smooth(judged);
        var changes = SameObject.Succeed(watched, judged + settings.Batch);
        for (var place = 0; place < settings.Batch; place++)
        {
            SameObject.Fold(watched, place);
            window.Add(times[place], judge.Judge(watched, judged + place, place, changes));
        }

        judged += settings.Batch;
        times.AsSpan(settings.Batch).CopyTo(times);
        Forget();
        Quality = window.Figures(settings.EpochS, leftOut);
    }

    /// <summary>What ended long ago can neither be judged nor go on as something else.</summary>
    private void Forget()
    {
        foreach (var track in watched)
            if (track.LastEpoch < judged - settings.Lag) byNumber.Remove(track.Number);
        watched.RemoveAll(track => track.LastEpoch < judged - settings.Lag);
    }
}
