using Vedette.Air;
using Vedette.Alerting.Lifecycle;
using Vedette.Alerting.Statements;
using Vedette.Kernel;

namespace Vedette.Alerting.Evidence;

/// <summary>
/// What becomes of a watched track that ended: explained, handed over to the track that goes on with the object, or lost. A track
/// that was tracked, lost and forgotten was found in a forest four months later: such a case stays open until a person closes it.
/// </summary>
internal sealed class LostTracks(AlertPolicy policy, AlertRegister register, IncidentLedger ledger, EvidenceWords words)
{
    /// <summary>One track cannot go on with two objects: who took over stays taken for this long, s.</summary>
    private const double TakenForS = 120;

    private readonly List<Missing> missing = [];
    private readonly List<(TrackNumber Track, Instant At)> taken = [];

    /// <summary>A watched track is not in the picture any more.</summary>
    public void Ended(TrackWatch watch, Instant now)
    {
        if (Explained(watch) is { } why)
        {
            foreach (var kind in watch.Kinds())
                if (kind.Open is { } open)
                    register.Apply(open, AlertEvent.EvidenceFell, AlertCase.Vedette, new(why, watch.Track.LastEntry), now);
        }
        else if (OfInterest(watch))
        {
            missing.Add(new(watch, now));
        }
    }

    /// <summary>Looks for what went on elsewhere; what is not found in time is lost.</summary>
    public void Resolve(ReadOnlySpan<Track> tracks, PictureWatch picture, Instant now, long entry)
    {
        if (missing.Count == 0) return;
        taken.RemoveAll(one => now.SecondsSince(one.At) > TakenForS);
        for (var i = 0; i < missing.Count; i++)
        {
            var one = missing[i];
            var done = one.Case is null ? Seek(one, tracks, picture, now, entry) : Hint(one, tracks, now);
            if (done) missing.RemoveAt(i--);
        }
    }

    private bool Seek(Missing one, ReadOnlySpan<Track> tracks, PictureWatch picture, Instant now, long entry)
    {
        var (index, missM) = Best(one.Watch.Track, tracks, Instant.MinValue);
        if (index >= 0)
        {
            HandOver(one.Watch, tracks[index], picture.Of(tracks[index]), missM, now);
            return true;
        }

        if (now.SecondsSince(one.EndedAt) >= policy.HandOverS) Lose(one, now, entry);
        return false;
    }

    private void HandOver(TrackWatch from, in Track to, TrackWatch target, double missM, Instant now)
    {
        ledger.HandedOver();
        target.Progress.Inherit(from.Progress);
        taken.Add((to.Number, now));
        var reason = new Reason(
            $"{from.Track.Number} ended; {to.Number} is {Phrase.Distance(missM)} from where it was expected and goes on with it", to.LastEntry);
        foreach (var old in from.Airspaces)
        {
            var into = target.Against(old.AirspaceId);
            Merge(old.Violation, into.Violation, to, reason, now);
            Merge(old.Incursion, into.Incursion, to, reason, now);
        }

        Merge(from.Emergency, target.Emergency, to, reason, now);
    }

    private void Merge(KindWatch from, KindWatch into, in Track to, Reason reason, Instant now)
    {
        if (from.Case is not { } old) return;
        if (into.Open is { } other)
        {
            if (old.Open) register.Supersede(old, other, reason with { Text = $"{reason.Text}, as {other.Alert.Number}" }, now);
            return;
        }

        old.HandOver(to, reason, now);
        into.Inherit(from, to.Plots);
    }

    private void Lose(Missing one, Instant now, long entry)
    {
        var watch = one.Watch;
        var before = watch.Foremost;
        var figures = before is null ? Figures.Of(watch.Nearest?.Within20Min ?? 0) : Figures.Of(before.Alert.Probability);
        var airspaceId = before?.Alert.AirspaceId is { Length: > 0 } known ? known : watch.Nearest?.AirspaceId ?? "";
        var unseenS = now.SecondsSince(watch.Track.LastSeen);
        var newest = watch.Track.LastEntry > 0 ? watch.Track.LastEntry : entry;
        one.Case = register.Raise(AlertKind.LostTrack, watch.Track, airspaceId, figures, [new(words.Lost(watch, unseenS), newest)], now);
        (one.Case.Identity, one.Case.Crossing) = (watch.Identity, before?.Crossing ?? watch.Nearest);
        foreach (var kind in watch.Kinds())
            if (kind.Open is { } open)
                register.Supersede(open, one.Case, new($"{watch.Track.Number} was lost: goes on as {one.Case.Alert.Number}", newest), now);
    }

    /// <summary>A track that begins where the lost one could be is told once; whether it is the same object is a person's decision.</summary>
    private bool Hint(Missing one, ReadOnlySpan<Track> tracks, Instant now)
    {
        if (!one.Case!.Open || now.SecondsSince(one.EndedAt) >= policy.LostHintsS) return true;
        var (index, missM) = Best(one.Watch.Track, tracks, one.Watch.Track.LastSeen);
        if (index < 0) return false;
        register.Apply(one.Case, AlertEvent.EvidenceMoved, AlertCase.Vedette,
            new($"{tracks[index].Number} appeared {Phrase.Distance(missM)} from where {one.Watch.Track.Number} would be: perhaps the same object",
                tracks[index].LastEntry), now);
        return true;
    }

    /// <summary>The plausible successor nearest to the prediction, the lower number on a tie; -1 if none began since <paramref name="since"/>.</summary>
    private (int Index, double MissM) Best(in Track ended, ReadOnlySpan<Track> tracks, Instant since)
    {
        var (best, bestM) = (-1, double.PositiveInfinity);
        for (var i = 0; i < tracks.Length; i++)
        {
            if (tracks[i].FirstSeen < since || Taken(tracks[i].Number)) continue;
            var missM = Succession.Plausible(ended, tracks[i]);
            if (missM < bestM || (missM <= bestM && tracks[i].Number.Value < tracks[best].Number.Value)) (best, bestM) = (i, missM);
        }

        return (best, bestM);
    }

    private bool Taken(TrackNumber number)
    {
        foreach (var one in taken)
            if (one.Track == number) return true;
        return false;
    }

    private static string? Explained(TrackWatch watch)
    {
        if (watch.Track.OnGround) return $"{watch.Track.Number} was on the ground when it was last seen";
        return watch.Identity is Identity.Friend or Identity.AssumedFriend or Identity.Neutral && watch.Emergency.Open is null
            ? $"{watch.Track.Number} ended; it was judged {Phrase.Of(watch.Identity)}"
            : null;
    }

    private bool OfInterest(TrackWatch watch) =>
        watch.Foremost is not null
        || (Concern.SuspectOrHostile(watch.Identity) && watch.Progress.Proven && !watch.Doubtful && policy.Established(watch.Track) && watch.Nearest is { } near
            && (near.DistanceM <= policy.LostNearM || near.Within20Min >= policy.LostWithin20Min));

    private sealed class Missing(TrackWatch watch, Instant endedAt)
    {
        public TrackWatch Watch { get; } = watch;

        public Instant EndedAt { get; } = endedAt;

        public AlertCase? Case { get; set; }
    }
}
