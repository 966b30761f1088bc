using Vedette.Air;
using Vedette.Assessment;
using Vedette.Assessment.Winds;
using Vedette.Kernel;
using Vedette.Tracking;
using Vedette.Wire;

namespace Vedette.Core;

/// <summary>One feed inside the core: its decoder, what it delivered, and the way from there past the judge of claims to the tracker.</summary>
internal sealed class FeedIntake(
    FeedConfiguration configuration, IFeedDecoder decoder, SensorLedger ledger, IIntegrityWatch integrity, ICoverageWatch coverage, WindWatch winds,
    ITracker tracker) : IIntake
{
    /// <summary>Refusals told one by one for each entry; the rest of a broken entry is counted only (its octets are in the journal).</summary>
    private const int ToldPerEntry = 8;

    private static readonly string FloodReason = $"more than {PositionRate.MostPerSecond} positions within a second: more than a transponder sends, kept from the picture";

    private readonly PositionRate rate = new();
    private Plot[] pending = new Plot[256];
    private int pendingCount;
    private long octets, records, plots, refused;
    private int toldThisEntry;
    private long entrySequence;
    private Instant lastReceived;
    private string lastRefusal = "";
    private EffectEmitter? effects;
    private readonly SortedSet<SensorId> sensors = [];
    private SensorId newest = SensorId.None;

    public FeedState State { get; private set; } = FeedState.Connecting;

    public string Detail { get; private set; } = "";

    public FeedStatus Status => new(configuration.Name, configuration.Format.ToString(), State, Detail, octets, records, plots, refused, lastReceived, lastRefusal);

    public void Health(FeedHealthChange change)
    {
        State = change.State;
        Detail = change.Detail;
    }

    /// <summary>The feed failed: nothing of the sensors behind it can arrive.</summary>
    public void Lose(Instant at, long entry)
    {
        foreach (var sensor in sensors) coverage.Lost(sensor, at, entry);
    }

    public void Take(in JournalEntry entry, EffectEmitter emitter)
    {
        effects = emitter;
        entrySequence = entry.Sequence;
        toldThisEntry = 0;
        octets += entry.Payload.Length;
        lastReceived = entry.At;
        if (State is FeedState.Connecting or FeedState.Silent) Health(new FeedHealthChange(FeedState.Live, ""));
        decoder.Decode(entry.Payload.Span, entry.At, entry.Sequence, this);
        Flush();
    }

    public void OnPlot(in Plot plot)
    {
        plots++;
        ledger.Count(in plot);
        ledger.Introduce(integrity, coverage, tracker);
        Meet(plot.Sensor);
        if (!rate.Admits(in plot))
        {
            OnRefusal(new(configuration.Name, plot.Entry, 0, "position", FloodReason));
            return;
        }

        coverage.Heard(in plot);
        winds.Heard(in plot);
        if (!integrity.Trust(in plot)) return;
        if (pendingCount == pending.Length) Array.Resize(ref pending, pending.Length * 2);
        pending[pendingCount++] = plot;
    }

    public void OnSensorMessage(in SensorMessage message)
    {
        Flush();
        ledger.Note(in message);
        Meet(message.Sensor);
        coverage.Heard(in message, entrySequence);
        tracker.Observe(in message);
    }

    public void OnClaim(UasClaim claim) => effects?.Emit(new ClaimEffect(claim));

    public void OnRefusal(in Refusal refusal)
    {
        refused++;
        if (toldThisEntry++ >= ToldPerEntry) return;
        lastRefusal = refusal.ToString();
        effects?.Emit(new RefusalEffect(refusal));
    }

    public void OnRecord() => records++;

    private void Meet(SensorId sensor)
    {
        if (sensor == newest) return;
        newest = sensor;
        sensors.Add(sensor);
    }

    /// <summary>Hands the plots on before anything that came after them; a sensor met for the first time is introduced before its plots.</summary>
    private void Flush()
    {
        ledger.Introduce(integrity, coverage, tracker);
        if (pendingCount == 0) return;
        tracker.Observe(pending.AsSpan(0, pendingCount));
        pendingCount = 0;
    }
}
