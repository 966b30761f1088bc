using System.Text.Json;
using Vedette.Air;
using Vedette.Alerting;
using Vedette.Assessment;
using Vedette.Assessment.Winds;
using Vedette.Kernel;
using Vedette.Tracking;

namespace Vedette.Core;

/// <summary>
/// The whole of Vedette's judgement: a state machine over journal entries. It has no clock, no disk, no socket, no thread and no
/// chance. Same entries, same effects, bit for bit (one build, one platform).
/// </summary>
public sealed class VedetteCore : IVedetteCore, IDisposable
{
    private const double CoverageEveryS = 0.25;

    private readonly CoreRooms rooms;
    private readonly SensorDirectory sensors = new();
    private readonly SensorLedger ledger;
    private readonly ITracker tracker;
    private readonly IAssessor assessor;
    private readonly IIntegrityWatch integrity;
    private readonly ICoverageWatch coverage;
    private readonly WindWatch winds = new();
    private readonly EffectDigest digest = new();
    private readonly EffectEmitter effects;

    // In order of configuration, so that health is told in an order that people know.
    private readonly List<string> feedNames = [];
    private readonly Dictionary<string, FeedIntake> feeds = new(StringComparer.Ordinal);

    private CoreConfiguration configuration = new();
    private IAlerting? alerting;
    private CoveragePicture covered = CoveragePicture.Empty;
    private Instant now = Instant.MinValue;
    private Instant nextPicture = Instant.MaxValue;
    private Instant nextCoverage = Instant.MinValue;

    /// <summary>With the standard rooms.</summary>
    public VedetteCore()
        : this(StandardRooms.Create())
    {
    }

    public VedetteCore(CoreRooms rooms)
    {
        this.rooms = rooms;
        ledger = new SensorLedger(sensors);
        tracker = rooms.Tracker();
        assessor = rooms.Assessor();
        integrity = rooms.Integrity();
        coverage = rooms.Coverage();
        effects = new EffectEmitter(digest);
    }

    public long Applied { get; private set; }

    public string Digest => digest.Hex;

    public void Apply(in JournalEntry entry, IEffectSink effects)
    {
        Invariant.Holds(entry.Sequence == Applied + 1, "the journal has no gaps");
        Invariant.Holds(entry.At >= now, "the sequencer's time never runs backwards");
        now = entry.At;
        this.effects.Begin(entry.Sequence, effects);
        ShowPictureIfDue(entry.Sequence);
        ShowCoverageIfDue(entry.Sequence);
        switch (entry.Kind)
        {
            case EntryKind.Octets: TakeOctets(in entry); break;
            case EntryKind.Configuration: Configure(in entry); break;
            case EntryKind.Command: TakeCommand(in entry); break;
            case EntryKind.FeedHealth: TakeFeedHealth(in entry); break;
            case EntryKind.Tick: break;
            default: Refuse(in entry, "entry", $"kind {(int)entry.Kind} is not known to this version"); break;
        }

        Applied = entry.Sequence;
    }

    public void Dispose() => digest.Dispose();

    private void TakeOctets(in JournalEntry entry)
    {
        if (feeds.TryGetValue(entry.Source, out var feed)) feed.Take(in entry, effects);
        else Refuse(in entry, "feed", $"no feed named {entry.Source} is configured");
    }

    private void TakeFeedHealth(in JournalEntry entry)
    {
        if (!feeds.TryGetValue(entry.Source, out var feed))
        {
            Refuse(in entry, "feed", $"no feed named {entry.Source} is configured");
            return;
        }

        try
        {
            feed.Health(CoreJson.ReadFeedHealth(entry.Payload.Span));
            if (feed.State == FeedState.Failed) feed.Lose(entry.At, entry.Sequence);
        }
        catch (JsonException e)
        {
            Refuse(in entry, "feed health", e.Message);
        }
    }

    /// <summary>
    /// A picture shows what had arrived before its instant, so it is made before the entry that reaches or passes it is taken.
    /// After a silence only the newest due picture is made.
    /// </summary>
    private void ShowPictureIfDue(long sequence)
    {
        if (alerting is null || now < nextPicture) return;
        var interval = TimeSpan.FromSeconds(configuration.PictureIntervalS).Ticks;
        var at = new Instant(now.Ticks - (now.Ticks % interval));
        nextPicture = new Instant(at.Ticks + interval);
        tracker.Know(winds.At(at));
        tracker.AdvanceTo(at);
        var tracks = tracker.Picture.ToArray();
        var assessments = assessor.Assess(tracks, at);
        effects.Emit(new PictureEffect(at, tracks, assessments));
        Tell(alerting.Update(tracks, assessments, at, sequence));
        if (integrity.Changes(at) is { } claims) effects.Emit(new IntegrityEffect(at, claims));
        coverage.Compare(tracks, at);
        effects.Emit(new HealthEffect(at, FeedStatuses(), ledger.Statuses(tracker)));
    }

    /// <summary>More often than pictures: that a sensor fell silent must not wait for the next one.</summary>
    private void ShowCoverageIfDue(long sequence)
    {
        if (alerting is null || now < nextCoverage) return;
        nextCoverage = now.AddSeconds(CoverageEveryS);
        if (coverage.Update(now, sequence) is { } seen) covered = seen;
        if (alerting.Qualify(covered.AllClears, now, sequence) is { } said) effects.Emit(new CoverageEffect(now, covered with { AllClears = said }));

        if (coverage.Search(alerting.Lost, now, sequence) is not { } areas) return;
        effects.Emit(new SearchEffect(now, areas));
        alerting.Seek(areas, now);
    }

    private FeedStatus[] FeedStatuses()
    {
        var statuses = new FeedStatus[feedNames.Count];
        for (var i = 0; i < statuses.Length; i++) statuses[i] = feeds[feedNames[i]].Status;
        return statuses;
    }

    /// <summary>
    /// Puts a configuration in force. Feeds that stay keep their decoder's state; whether the watch is an exercise is
    /// settled by the first configuration, because alerts of an exercise and of the real thing must never mix.
    /// </summary>
    private void Configure(in JournalEntry entry)
    {
        CoreConfiguration next;
        try
        {
            next = CoreJson.ReadConfiguration(entry.Payload.Span);
        }
        catch (JsonException e)
        {
            Refuse(in entry, "configuration", e.Message);
            return;
        }

        if (!(next.PictureIntervalS >= 0.05))
        {
            Refuse(in entry, "configuration", $"pictureIntervalS is {next.PictureIntervalS}; it must be 0.05 s or more");
            return;
        }

        if (next.Terrain is { IsWhole: false })
        {
            Refuse(in entry, "configuration", "the terrain does not hold as many posts as it says");
            return;
        }

        if (alerting is not null && next.Exercise != configuration.Exercise)
        {
            Refuse(in entry, "configuration", "a journal is either an exercise or the real thing, from its first entry to its last");
            return;
        }

        try
        {
            tracker.Tune(next.Tuning ?? new());
        }
        catch (ArgumentException e)
        {
            Refuse(in entry, "configuration", e.Message);
            return;
        }

        configuration = next;
        foreach (var sensor in next.Sensors) sensors.Put(sensor);
        tracker.Know(next.Terrain);
        OpenFeeds(next.Feeds);
        ledger.Introduce(integrity, coverage, tracker);
        coverage.Watch(next.Airspaces, next.AllClear ?? new(), next.Terrain);
        alerting ??= rooms.Alerting(next);
        assessor.Watch(next.Airspaces);
        assessor.Expect(next.KnownTraffic ?? []);
        winds.Expect(next.Winds ?? []);
        alerting.Watch(next.Airspaces);
        if (nextPicture == Instant.MaxValue) nextPicture = now;
        effects.Emit(new ConfigurationEffect(next));
    }

    private void OpenFeeds(IReadOnlyList<FeedConfiguration> wanted)
    {
        feedNames.Clear();
        foreach (var feed in wanted)
        {
            if (feedNames.Contains(feed.Name)) continue;
            feedNames.Add(feed.Name);
            if (!feeds.ContainsKey(feed.Name)) feeds[feed.Name] = new FeedIntake(feed, rooms.Decoder(feed, sensors), ledger, integrity, coverage, winds, tracker);
        }

        foreach (var name in feeds.Keys.ToArray())
            if (!feedNames.Contains(name)) feeds.Remove(name);
    }

    private void TakeCommand(in JournalEntry entry)
    {
        if (alerting is null)
        {
            effects.Emit(new CommandEffect(entry.Sequence, new CommandResult(false, "The watch is not configured yet.")));
            return;
        }

        OperatorCommand command;
        try
        {
            command = CoreJson.ReadCommand(entry.Payload.Span);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            effects.Emit(new CommandEffect(entry.Sequence, new CommandResult(false, $"The command could not be read: {e.Message}")));
            return;
        }

        if (string.IsNullOrWhiteSpace(command.By))
        {
            effects.Emit(new CommandEffect(entry.Sequence, new CommandResult(false, "Every decision needs a name: say who you are.")));
            return;
        }

        if (command is SetIdentity decision)
        {
            effects.Emit(new CommandEffect(entry.Sequence, assessor.Decide(decision, now, entry.Sequence)));
            return;
        }

        var (result, changes) = alerting.Command(command, now, entry.Sequence);
        Tell(changes);
        effects.Emit(new CommandEffect(entry.Sequence, result));
    }

    private void Tell(AlertingChanges changes)
    {
        foreach (var alert in changes.Alerts) effects.Emit(new AlertEffect(alert));
        foreach (var warning in changes.Warnings) effects.Emit(new WarningEffect(warning));
        if (changes.Readiness is { } readiness) effects.Emit(new ReadinessEffect(readiness));
        if (changes.Statement is { } statement) effects.Emit(new StatementEffect(statement));
    }

    private void Refuse(in JournalEntry entry, string item, string reason) =>
        effects.Emit(new RefusalEffect(new Refusal(entry.Source, entry.Sequence, 0, item, reason)));
}
