using Vedette.Air;
using Vedette.Core;
using Vedette.Eval.SelfEvaluation;
using Vedette.Kernel;

namespace Vedette.Edge.Situation;

/// <summary>
/// Gathers the core's effects into a <see cref="SituationSnapshot"/>, made anew after each batch of entries. One writer (the core's
/// thread); anybody reads.
/// </summary>
public sealed class LiveSituation : ISituation, ICoreListener, IDisposable
{
    private const int KeptRefusals = 200;
    private const int KeptClosedAlerts = 500;
    private const int KeptClaims = 4096;

    /// <summary>A live core is given a tick four times a second: after this long without any it hangs.</summary>
    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(5);

    /// <summary>While a recording stands still, readers hear so often that it does.</summary>
    private static readonly TimeSpan StillToldEvery = TimeSpan.FromSeconds(1);

    private readonly Func<OperatorCommand, CancellationToken, Task<CommandResult>> submit;
    private readonly Func<double?> progress;
    private readonly IPlayback? playback;
    private readonly TimeProvider time;
    private readonly ITimer? still;
    private readonly SortedDictionary<int, Alert> alerts = [];
    private readonly SortedDictionary<int, WarningDraft> warnings = [];
    private readonly Queue<DatedRefusal> refusals = new();
    private readonly TrackTrails trails = new();
    private readonly EndedTracks ended = new();
    private readonly PictureReview review = new();
    private readonly Lock gate = new();
    private SituationSubscription[] subscriptions = [];
    private SituationSnapshot draft;
    private SituationSnapshot published;
    private Instant entryAt;
    private long settledAt;
    private bool alertsChanged;
    private bool warningsChanged;
    private bool refusalsChanged;
    private bool pictureChanged;

    /// <param name="host">What does not change.</param>
    /// <param name="submit">Journals a command and waits for its answer.</param>
    /// <param name="progress">How much of the recording is behind us, 0 to 1; null when live.</param>
    /// <param name="playback">What changes the pace of the recording; null when live.</param>
    /// <param name="time">Tells whether a live core hangs; null = the system's.</param>
    public LiveSituation(
        HostDescription host, Func<OperatorCommand, CancellationToken, Task<CommandResult>> submit, Func<double?>? progress = null, IPlayback? playback = null, TimeProvider? time = null)
    {
        this.submit = submit;
        this.time = time ?? TimeProvider.System;
        this.progress = progress ?? (() => null);
        draft = published = new SituationSnapshot { Host = host, Pace = playback?.Now };
        this.playback = playback;
        if (playback is null) return;
        playback.Changed += OnPaceChanged;
        still = this.time.CreateTimer(_ => TellStill(), null, StillToldEvery, StillToldEvery);
    }

    public IPlayback? Playback => playback;

    public SituationSnapshot Now
    {
        get
        {
            var now = Volatile.Read(ref published);
            if (playback is not null) return playback.Now is var pace && pace == now.Pace ? now : now with { Pace = pace };
            if (now.Host.Mode != HostMode.Live || !now.TakesEntries) return now;
            var since = time.GetElapsedTime(Interlocked.Read(ref settledAt));
            return since < HangsAfter ? now : now with { TakesEntries = false, Failure = $"the core has taken nothing for {since.TotalSeconds:0} seconds" };
        }
    }

    public IReadOnlyList<TrailPoint> Trail(TrackNumber track) => trails.Of(track);

    public EndedTrack? Ended(TrackNumber track) => ended.Of(track);

    public IReadOnlyDictionary<TrackNumber, IReadOnlyList<TrailPoint>> Trails() => trails.All();

    public Task<CommandResult> SubmitAsync(OperatorCommand command, CancellationToken cancellation = default) => submit(command, cancellation);

    public SituationSubscription Subscribe()
    {
        var subscription = new SituationSubscription(Leave);
        lock (gate) subscriptions = [.. subscriptions, subscription];
        return subscription;
    }

    public void Begin(in JournalEntry entry) => entryAt = entry.At;

    public void Emit(EffectKey key, Effect effect)
    {
        switch (effect)
        {
            case PictureEffect picture:
                draft = draft with { Picture = picture };
                pictureChanged = true;
                ended.Take(picture, trails.Of, IsOfOpenAlert);
                trails.Extend(picture);
                Review(picture, key.Sequence);
                break;
            case HealthEffect health: draft = draft with { Feeds = health.Feeds, Sensors = health.Sensors }; break;
            case CoverageEffect coverage: draft = draft with { Coverage = coverage.Coverage, CoverageAt = coverage.At }; break;
            case SearchEffect search: draft = draft with { Search = search.Areas }; break;
            case IntegrityEffect integrity: draft = draft with { Integrity = integrity.Integrity }; break;
            case ClaimEffect { Claim: var claim }: Keep(claim); break;
            case AlertEffect { Alert: var alert }: Keep(alert); break;
            case WarningEffect { Warning: var warning }:
                warnings[warning.Alert.Value] = warning;
                warningsChanged = true;
                break;
            case ReadinessEffect readiness: draft = draft with { Readiness = readiness.Readiness }; break;
            case StatementEffect statement: draft = draft with { Statement = statement.Statement }; break;
            case ConfigurationEffect configuration:
                draft = draft with { Configuration = configuration.Configuration };
                review.Divide(EvaluatedAreas.Of(configuration.Configuration));
                break;
            case RefusalEffect { Refusal: var refusal }: Keep(refusal); break;
        }

        foreach (var subscription in Volatile.Read(ref subscriptions)) subscription.Offer(effect);
    }

    public void Settle(IVedetteCore core)
    {
        draft = draft with
        {
            TakesEntries = true,
            At = entryAt,
            Applied = core.Applied,
            Digest = pictureChanged ? core.Digest : draft.Digest,
            Progress = progress(),
            Pace = playback?.Now,
            Alerts = alertsChanged ? [.. alerts.Values] : draft.Alerts,
            Warnings = warningsChanged ? [.. warnings.Values] : draft.Warnings,
            Refusals = refusalsChanged ? [.. refusals.Reverse()] : draft.Refusals,
        };
        alertsChanged = warningsChanged = refusalsChanged = pictureChanged = false;
        Interlocked.Exchange(ref settledAt, time.GetTimestamp());
        Volatile.Write(ref published, draft);
    }

    public void Fail(string why)
    {
        draft = draft with { TakesEntries = false, Failure = why };
        Volatile.Write(ref published, draft);
    }

    /// <summary>Ends every subscription.</summary>
    public void Dispose()
    {
        if (playback is not null) playback.Changed -= OnPaceChanged;
        still?.Dispose();
        lock (gate)
        {
            foreach (var subscription in subscriptions) subscription.End();
            subscriptions = [];
        }
    }

    private void OnPaceChanged(object? sender, EventArgs e) => TellHealth();

    private void TellStill()
    {
        if (time.GetElapsedTime(Interlocked.Read(ref settledAt)) >= StillToldEvery) TellHealth();
    }

    private void TellHealth()
    {
        var now = Volatile.Read(ref published);
        var health = new HealthEffect(now.At, now.Feeds, now.Sensors);
        foreach (var subscription in Volatile.Read(ref subscriptions)) subscription.Offer(health);
    }

    private bool IsOfOpenAlert(TrackNumber track)
    {
        foreach (var alert in alerts.Values)
            if (alert.Track == track && alert.State != AlertState.Closed) return true;
        return false;
    }

    private void Review(PictureEffect picture, long entry)
    {
        review.Take(picture.At, picture.Tracks);
        if (review.Quality != draft.PictureQuality) draft = draft with { PictureQuality = review.Quality, PictureQualityEntry = entry };
    }

    private void Keep(Alert alert)
    {
        alerts[alert.Number.Value] = alert;
        alertsChanged = true;
        if (alert.State != AlertState.Closed || alerts.Count <= KeptClosedAlerts) return;
        var closed = alerts.Values.Where(a => a.State == AlertState.Closed).ToList();
        if (closed.Count > KeptClosedAlerts) alerts.Remove(closed[0].Number.Value);
    }

    /// <summary>Of more aircraft than anybody watches the one that changed longest ago gives way.</summary>
    private void Keep(UasClaim claim)
    {
        var claims = draft.Claims.SetItem(claim.Address.Value, claim);
        if (claims.Count > KeptClaims) claims = claims.Remove(claims.Values.MinBy(kept => (kept.At, kept.Address.Value))!.Address.Value);
        draft = draft with { Claims = claims };
    }

    private void Keep(Refusal refusal)
    {
        refusals.Enqueue(new(entryAt, refusal));
        if (refusals.Count > KeptRefusals) refusals.Dequeue();
        refusalsChanged = true;
    }

    private void Leave(SituationSubscription subscription)
    {
        lock (gate) subscriptions = [.. subscriptions.Where(s => s != subscription)];
    }
}
