using System.Runtime.InteropServices;
using Vedette.Air;
using Vedette.Alerting.Lifecycle;
using Vedette.Kernel;

namespace Vedette.Alerting.Statements;

/// <summary>The nearest that a track of concern came to a protected airspace from outside.</summary>
internal readonly record struct Approach(double DistanceM, double SigmaM, Instant At, TrackNumber Track, string AirspaceId, long Entry);

/// <summary>Something that happened to an alert.</summary>
internal readonly record struct AlertAct(AlertNumber Alert, AlertKind Kind, AlertEvent What, string By, Instant At, long Entry, double WaitedS);

/// <summary>A level that was in force from a moment on.</summary>
internal readonly record struct Period(ReadinessLevel Level, Instant From, string By, string Why, long Entry);

/// <summary>
/// Counts what the watch saw, as it sees it, so that a statement's figures need no second look. An incident begins with the first
/// picture and ends when a person sets readiness back to normal; the next alert or higher level begins a new one.
/// Memory grows with the tracks that live and the alerts of the incident, not with its length.
/// </summary>
internal sealed class IncidentLedger(AlertPolicy policy)
{
    private readonly Dictionary<int, Seen> live = [];
    private readonly HashSet<int> addresses = [];
    private readonly List<AlertAct> acts = [];
    private readonly List<Period> periods = [];
    private readonly int[] byIdentity = new int[Enum.GetValues<Identity>().Length];
    private readonly int[] byClass = new int[Enum.GetValues<ObjectClass>().Length];
    private Approach? closestEnded;
    private int endedSilent, endedBrief, silentNow;
    private bool ended;

    public Instant From { get; private set; }

    public Instant To { get; private set; }

    public long FirstEntry { get; private set; }

    public long LastEntry { get; private set; }

    public bool Begun { get; private set; }

    public bool Ended => ended;

    /// <summary>Tracks that were given up before they were ever confirmed.</summary>
    public int NeverConfirmed { get; private set; }

    /// <summary>Tracks that another track went on with.</summary>
    public int HandedOverCount { get; private set; }

    /// <summary>Most established tracks without a transponder that were confirmed in one picture, and which picture.</summary>
    public int MostSilentAtOnce { get; private set; }

    public long MostSilentEntry { get; private set; }

    public int Addresses => addresses.Count;

    /// <summary>The closest approach of those that stayed outside, whether they live or ended; the lower number on a tie.</summary>
    public Approach? Closest
    {
        get
        {
            var closest = closestEnded;
            foreach (var seen in live.Values) closest = Closer(closest, seen);
            return closest;
        }
    }

    public IReadOnlyList<AlertAct> Acts => acts;

    public IReadOnlyList<Period> Periods => periods;

    public void BeginPicture(Instant now, long entry)
    {
        if (!Begun) Begin(now, entry);
        if (!ended) (To, LastEntry) = (now, entry);
        silentNow = 0;
    }

    public void See(in Track track, TrackAssessment? assessment, CrossingForecast? nearest)
    {
        if (track.Status == TrackStatus.Ended) End(track.Number);
        if (track.Status is TrackStatus.Ended or TrackStatus.Tentative || ended) return;
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(live, track.Number.Value, out _);
        if (track.Address is { } address)
        {
            addresses.Add(address.Value);
            seen.Cooperative = true;
        }

        seen.Class = track.Classes.Best;
        if (assessment is not null) seen.Identity = assessment.Identity.Identity;
        if (track.Status != TrackStatus.Confirmed) return;
        seen.Established |= policy.Established(track);
        if (!seen.Established) return;
        if (!seen.Cooperative && IsObject(seen.Class)) silentNow++;
        if (nearest is not null && IsObject(seen.Class) && seen.Identity is Identity.Pending or Identity.Unknown or Identity.Suspect or Identity.Hostile)
            Measure(ref seen, track, nearest);
    }

    public void EndPicture()
    {
        if (silentNow > MostSilentAtOnce && !ended) (MostSilentAtOnce, MostSilentEntry) = (silentNow, LastEntry);
    }

    public void HandedOver() => HandedOverCount++;

    public void Happened(AlertCase which, AlertEvent what, string by, Instant at, long entry)
    {
        if (what == AlertEvent.EvidenceRose && ended) Begin(at, entry);
        if (what is AlertEvent.EvidenceMoved or AlertEvent.HandedOver) return;
        acts.Add(new(which.Alert.Number, which.Alert.Kind, what, by, at, entry, at.SecondsSince(which.Alert.RaisedAt)));
    }

    public void Decided(ReadinessStatus status, string why, Instant at, long entry)
    {
        if (ended && status.Level != ReadinessLevel.Normal) Begin(at, entry);
        if (!Begun) Begin(at, entry);
        periods.Add(new(status.Level, at, status.DecidedBy, why, entry));
        if (status.Level == ReadinessLevel.Normal) (ended, To, LastEntry) = (true, at, entry);
    }

    /// <summary>Established track numbers by their last identity, in the order of <see cref="Identity"/>.</summary>
    public int[] CountByIdentity()
    {
        var counts = (int[])byIdentity.Clone();
        foreach (var seen in live.Values)
            if (seen.Established) counts[(int)seen.Identity]++;
        return counts;
    }

    /// <summary>Established track numbers by their last most probable class, in the order of <see cref="ObjectClass"/>.</summary>
    public int[] CountByClass()
    {
        var counts = (int[])byClass.Clone();
        foreach (var seen in live.Values)
            if (seen.Established) counts[(int)seen.Class]++;
        return counts;
    }

    /// <summary>Established track numbers without a transponder that were probably objects.</summary>
    public int CountSilent()
    {
        var count = endedSilent;
        foreach (var seen in live.Values)
            if (seen.Established && !seen.Cooperative && IsObject(seen.Class)) count++;
        return count;
    }

    /// <summary>Confirmed track numbers that were not followed long enough to be taken for objects.</summary>
    public int CountBrief()
    {
        var count = endedBrief;
        foreach (var seen in live.Values)
            if (!seen.Established) count++;
        return count;
    }

    private void Begin(Instant now, long entry)
    {
        (Begun, ended, From, To, FirstEntry, LastEntry) = (true, false, now, now, entry, entry);
        live.Clear();
        addresses.Clear();
        acts.Clear();
        periods.Clear();
        Array.Clear(byIdentity);
        Array.Clear(byClass);
        (endedSilent, endedBrief, silentNow, NeverConfirmed, HandedOverCount, MostSilentAtOnce, MostSilentEntry, closestEnded) = (0, 0, 0, 0, 0, 0, 0, null);
    }

    private void End(TrackNumber number)
    {
        if (!live.Remove(number.Value, out var seen))
        {
            if (!ended) NeverConfirmed++;
            return;
        }

        if (!seen.Established)
        {
            endedBrief++;
            return;
        }

        byIdentity[(int)seen.Identity]++;
        byClass[(int)seen.Class]++;
        if (!seen.Cooperative && IsObject(seen.Class)) endedSilent++;
        closestEnded = Closer(closestEnded, seen);
    }

    private void Measure(ref Seen seen, in Track track, CrossingForecast nearest)
    {
        if (nearest.DistanceM <= 0 || nearest.Inside >= 0.5) seen.Entered = true;
        if (seen.Entered || track.Existence < policy.MinExistence) return;
        if (seen.Nearest.Entry > 0 && seen.Nearest.DistanceM <= nearest.DistanceM) return;

        // The larger of the two axes: the direction to the boundary is not known here, and an interval must not be too narrow.
        var sigmaM = Math.Sqrt(Math.Max(0, Math.Max(track.Covariance.At(0, 0), track.Covariance.At(1, 1))));
        seen.Nearest = new(nearest.DistanceM, sigmaM, track.Time, track.Number, nearest.AirspaceId, track.LastEntry > 0 ? track.LastEntry : LastEntry);
    }

    private static Approach? Closer(Approach? closest, in Seen seen)
    {
        if (seen.Entered || seen.Nearest.Entry == 0) return closest;
        return closest is { } known && (known.DistanceM, known.Track.Value).CompareTo((seen.Nearest.DistanceM, seen.Nearest.Track.Value)) <= 0
            ? closest
            : seen.Nearest;
    }

    private static bool IsObject(ObjectClass kind) => kind is not (ObjectClass.Bird or ObjectClass.Clutter);

    private struct Seen
    {
        public Identity Identity;
        public ObjectClass Class;
        public bool Cooperative;
        public bool Established;
        public bool Entered;
        public Approach Nearest;
    }
}
