using Vedette.Air;
using Vedette.Core;
using Vedette.Edge;
using Vedette.Edge.Situation;
using Vedette.Eval.SelfEvaluation;
using Vedette.Kernel;

namespace Vedette.Cli.Hosting;

/// <summary>Counts what a replay said, for the summary at its end.</summary>
internal sealed class Tally : ICoreListener
{
    private readonly HashSet<int> confirmed = [];
    private readonly PictureReview review = new(new() { Window = 0 });
    private readonly Dictionary<int, Alert> alerts = [];
    private readonly SortedDictionary<int, IntegrityFinding> findings = [];
    private readonly SortedDictionary<(string Item, string Reason), long> refusals = [];

    public long Entries { get; private set; }

    public Instant First { get; private set; }

    public Instant Last { get; private set; }

    public IReadOnlyList<FeedStatus> Feeds { get; private set; } = [];

    public IReadOnlyList<SensorStatus> Sensors { get; private set; } = [];

    public int MostTracks { get; private set; }

    /// <summary>Doubts about claims of position, by number: the newest state of each, also of those that the picture has forgotten.</summary>
    public IReadOnlyCollection<IntegrityFinding> Findings => findings.Values;

    /// <summary>The newest picture of where GNSS suffers.</summary>
    public IntegrityPicture Integrity { get; private set; } = IntegrityPicture.Empty;

    /// <summary>How good the picture was by its own account, from beginning to end; null where it was too short to tell.</summary>
    public PictureQuality? PictureQuality => review.Quality;

    public int ConfirmedTracks => confirmed.Count;

    public IReadOnlyCollection<Alert> Alerts => alerts.Values;

    /// <summary>Refusals that were told one by one, by item and reason, most frequent first.</summary>
    public IReadOnlyList<(string Item, string Reason, long Count)> Refusals =>
        [.. refusals.Select(r => (r.Key.Item, r.Key.Reason, r.Value)).OrderByDescending(r => r.Value)];

    public void Begin(in JournalEntry entry)
    {
        if (Entries++ == 0) First = entry.At;
        Last = entry.At;
    }

    public void Emit(EffectKey key, Effect effect)
    {
        switch (effect)
        {
            case PictureEffect picture:
                Count(picture);
                review.Take(picture.At, picture.Tracks);
                break;
            case ConfigurationEffect configuration: review.Divide(EvaluatedAreas.Of(configuration.Configuration)); break;
            case AlertEffect { Alert: var alert }: alerts[alert.Number.Value] = alert; break;
            case IntegrityEffect { Integrity: var integrity }:
                Integrity = integrity;
                foreach (var finding in integrity.Findings) findings[finding.Number] = finding;
                break;
            case HealthEffect health: (Feeds, Sensors) = (health.Feeds, health.Sensors); break;
            case RefusalEffect { Refusal: var refusal }:
                refusals[(refusal.Item, refusal.Reason)] = refusals.GetValueOrDefault((refusal.Item, refusal.Reason)) + 1;
                break;
        }
    }

    public void Settle(IVedetteCore core)
    {
    }

    public void Fail(string why)
    {
    }

    private void Count(PictureEffect picture)
    {
        var shown = 0;
        foreach (ref readonly var track in picture.Tracks.AsSpan())
        {
            if (track.Status is not (TrackStatus.Confirmed or TrackStatus.Coasting)) continue;
            confirmed.Add(track.Number.Value);
            shown++;
        }

        MostTracks = Math.Max(MostTracks, shown);
    }
}
