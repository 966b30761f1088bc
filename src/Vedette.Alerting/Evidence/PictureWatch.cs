using Vedette.Air;
using Vedette.Alerting.Lifecycle;
using Vedette.Alerting.Statements;
using Vedette.Kernel;

namespace Vedette.Alerting.Evidence;

/// <summary>
/// Looks at each picture and turns evidence into events of alerts. Only tracks that show something are remembered, so a quiet
/// picture of a thousand airliners costs a walk over it and allocates nothing.
/// </summary>
internal sealed class PictureWatch(AlertPolicy policy, AlertRegister register, IncidentLedger ledger, EvidenceWords words)
{
    private readonly Dictionary<TrackNumber, TrackWatch> byTrack = [];
    private readonly List<TrackWatch> watches = [];
    private readonly HashSet<string> watched = new(StringComparer.Ordinal);
    private readonly LostTracks lost = new(policy, register, ledger, words);
    private PictureCounts counts;
    private long picture;

    public ref readonly PictureCounts Counts => ref counts;

    public void Watch(IReadOnlyList<Airspace> airspaces)
    {
        watched.Clear();
        foreach (var one in airspaces)
            if (one.Role == AirspaceRole.Protected) watched.Add(one.Id);
        words.Watch(airspaces);
    }

    public void Look(ReadOnlySpan<Track> tracks, IReadOnlyList<TrackAssessment> assessments, Instant now, long entry)
    {
        picture++;
        counts = default;
        ledger.BeginPicture(now, entry);
        var next = 0;
        foreach (ref readonly var track in tracks)
        {
            var assessment = Take(assessments, track.Number, ref next);
            var nearest = Nearest(assessment);
            ledger.See(track, assessment, nearest);
            if (track.Status != TrackStatus.Ended) Inspect(track, assessment, nearest, now, entry);
        }

        ledger.EndPicture();
        Sweep(now);
        lost.Resolve(tracks, this, now, entry);
    }

    /// <summary>The watch of a live track, made where there is none.</summary>
    public TrackWatch Of(in Track track)
    {
        if (byTrack.TryGetValue(track.Number, out var known)) return known;
        var watch = new TrackWatch(policy) { Track = track, Picture = picture };
        byTrack.Add(track.Number, watch);
        watches.Add(watch);
        return watch;
    }

    /// <summary>
    /// The assessment of a track. They come in the order of the tracks, an ended track perhaps without one: the search begins behind
    /// the last one taken and seldom goes further than one step.
    /// </summary>
    private static TrackAssessment? Take(IReadOnlyList<TrackAssessment> assessments, TrackNumber number, ref int next)
    {
        for (var i = next; i < assessments.Count; i++)
        {
            if (assessments[i].Track != number) continue;
            next = i + 1;
            return assessments[i];
        }

        return null;
    }

    private CrossingForecast? Nearest(TrackAssessment? assessment)
    {
        if (assessment is null) return null;
        CrossingForecast? nearest = null;
        for (var i = 0; i < assessment.Crossings.Count; i++)
        {
            var one = assessment.Crossings[i];
            if (watched.Contains(one.AirspaceId) && (nearest is null || one.DistanceM < nearest.DistanceM)) nearest = one;
        }

        return nearest;
    }

    private void Inspect(in Track track, TrackAssessment? assessment, CrossingForecast? nearest, Instant now, long entry)
    {
        byTrack.TryGetValue(track.Number, out var watch);
        if (watch is not null) (watch.Track, watch.Picture) = (track, picture);
        if (assessment is null || track.Status is TrackStatus.Tentative) return;
        var identity = assessment.Identity.Identity;
        var foundInside = watch?.FoundInside ?? nearest is { DistanceM: <= 0 };
        var raises = Concern.Raises(track, assessment, foundInside, now, policy);
        if (raises) Count(track, assessment, identity);
        var worth = raises && nearest is not null && WorthWatching(assessment, identity);
        if (watch is null)
        {
            if (!worth && !Concern.EmergencyCode(track)) return;
            watch = Of(track);
            watch.FoundInside = foundInside;
        }

        (watch.Identity, watch.Raises, watch.Worth, watch.Nearest) = (identity, raises, worth, nearest);
        watch.Doubtful = Concern.Doubtful(track, assessment.Identity, policy);

        // A coasting track is a prediction: it neither raises nor lowers anything until it is seen again or ends.
        if (track.Status == TrackStatus.Coasting) return;
        watch.Progress.Follow(track);
        Weigh(watch, track, assessment, now, entry);
    }

    private void Count(in Track track, TrackAssessment assessment, Identity identity)
    {
        if (track.Status != TrackStatus.Confirmed || track.Existence < policy.MinExistence) return;
        var highest = 0.0;
        for (var i = 0; i < assessment.Crossings.Count; i++)
        {
            var one = assessment.Crossings[i];
            if (watched.Contains(one.AirspaceId)) highest = Math.Max(highest, Math.Max(one.Within20Min, one.Inside));
        }

        if (highest >= policy.ApproachingWithin20Min) counts.Approaches(track, identity, highest);
    }

    private bool WorthWatching(TrackAssessment assessment, Identity identity)
    {
        for (var i = 0; i < assessment.Crossings.Count; i++)
        {
            var one = assessment.Crossings[i];
            if (!watched.Contains(one.AirspaceId)) continue;
            if (one.Within20Min >= policy.FollowedWithin20Min || one.Inside >= policy.Violation.RaiseAt) return true;
            if (Concern.SuspectOrHostile(identity) && OfInterest(one)) return true;
        }

        return false;
    }

    /// <summary>Losing a suspect or hostile track here would matter.</summary>
    private bool OfInterest(CrossingForecast one) => one.DistanceM <= policy.LostNearM || one.Within20Min >= policy.LostWithin20Min;

    private void Weigh(TrackWatch watch, in Track track, TrackAssessment assessment, Instant now, long entry)
    {
        for (var i = 0; i < assessment.Crossings.Count; i++)
        {
            var crossing = assessment.Crossings[i];
            if (!watched.Contains(crossing.AirspaceId)) continue;
            var against = watch.Against(crossing.AirspaceId);
            against.Picture = picture;
            WeighCrossing(watch, against, track, assessment, crossing, now, entry);
        }

        for (var i = 0; i < watch.Airspaces.Count; i++)
            if (watch.Airspaces[i].Picture != picture) WeighCrossing(watch, watch.Airspaces[i], track, assessment, null, now, entry);
        WeighCode(watch.Emergency, track, assessment, now, entry);
    }

    private void WeighCrossing(
        TrackWatch watch, AirspaceWatch against, in Track track, TrackAssessment assessment, CrossingForecast? crossing, Instant now, long entry)
    {
        var (violation, incursion) = (against.Violation, against.Incursion);
        Offer(watch, against, track, crossing, now);
        if (violation.Open is null && violation.Gate.On && crossing is not null)
        {
            var reasons = Reasons(words.Inside(track, assessment, crossing), track, assessment, entry);
            Rise(violation, AlertKind.Violation, track, against.AirspaceId, new(crossing.Inside, 0, crossing.EntryPoint), reasons, now);
            if (violation.Open is { } risen && incursion.Open is { } before)
                register.Supersede(before, risen, new($"It is inside now: goes on as {risen.Alert.Number}", Newest(track, entry)), now);
        }

        // What is probably inside already is a matter for the violation gate.
        var mayRise = crossing is { Inside: < 0.5 } && Approach(crossing).Probability >= policy.Incursion.RaiseAt && (violation.Open is null || !violation.Gate.On);
        if (incursion.Open is null && incursion.Gate.On && mayRise)
        {
            var reasons = Reasons(words.Approaching(track, assessment, crossing!), track, assessment, entry);
            Rise(incursion, AlertKind.Incursion, track, against.AirspaceId, Approach(crossing!), reasons, now);
            if (violation.Open is { } left && incursion.Open is { } again)
                register.Supersede(left, again, new($"It left, and may enter again: goes on as {again.Alert.Number}", Newest(track, entry)), now);
        }

        if (violation.Open is { } inside)
        {
            Refresh(inside, track, assessment, crossing);
            if (!violation.Gate.On) Fall(inside, track, assessment, watch.Raises, words.Left(against.AirspaceId, crossing), now, entry);
            else Tell(inside, new(crossing?.Inside ?? 0, 0, null), now);
        }

        if (incursion.Open is { } approaching)
        {
            Refresh(approaching, track, assessment, crossing);
            if (!incursion.Gate.On) Fall(approaching, track, assessment, watch.Raises, words.PassedBy(against.AirspaceId, crossing), now, entry);
            else if (crossing is not null) Tell(approaching, Approach(crossing), now);
        }
    }

    private static Figures Approach(CrossingForecast crossing) =>
        new(Math.Max(crossing.Within10Min, crossing.Inside), crossing.EtaP50S, crossing.EntryPoint);

    private void Offer(TrackWatch watch, AirspaceWatch against, in Track track, CrossingForecast? crossing, Instant now)
    {
        // Doubt about existence raises nothing, and by itself closes nothing either: the track must end, or the danger.
        var holds = watch.Raises && crossing is not null;
        var raises = holds && track.Existence >= policy.MinExistence && watch.Progress.Proven && !watch.Doubtful;
        var (violation, incursion) = (against.Violation.Gate, against.Incursion.Gate);
        var urgent = raises && crossing!.Within5Min >= policy.UrgentProbability && crossing.EtaP50S <= policy.UrgentEtaS;
        violation.Offer((violation.On ? holds : raises) ? crossing!.Inside : 0, track.Plots, now);
        incursion.Offer((incursion.On ? holds : raises) ? Approach(crossing!).Probability : 0, track.Plots, now, urgent);
    }

    private void WeighCode(KindWatch emergency, in Track track, TrackAssessment assessment, Instant now, long entry)
    {
        var shown = Concern.EmergencyCode(track);
        if (!shown && emergency.Gate.Idle) return;
        emergency.Gate.Offer(shown ? 1 : 0, track.Plots, now);
        if (emergency.Open is null && emergency.Gate.On)
            Rise(emergency, AlertKind.EmergencyCode, track, "", Figures.Of(track.Existence), Reasons(words.Code(track), track, assessment, entry), now);
        if (emergency.Open is not { } open) return;
        Refresh(open, track, assessment, watchedCrossing: null);
        if (!emergency.Gate.On) register.Apply(open, AlertEvent.EvidenceFell, AlertCase.Vedette, new(words.CodeGone(track), Newest(track, entry)), now);
    }

    /// <summary>Evidence stands and no alert is open: a new number, the old one again within its cool-down, or a person's word holds.</summary>
    private void Rise(KindWatch kind, AlertKind what, in Track track, string airspaceId, in Figures figures, IReadOnlyList<Reason> reasons, Instant now)
    {
        if (kind.Case is not { } last || now.SecondsSince(last.Alert.ChangedAt) >= policy.CoolDownS)
        {
            kind.Case = register.Raise(what, track, airspaceId, figures, reasons, now);
            return;
        }

        if (last.ClosedByPerson) return;
        register.Apply(last, AlertEvent.EvidenceRose, AlertCase.Vedette, reasons[0] with { Text = "Again: " + reasons[0].Text }, now);
        last.Tell(figures, now);
    }

    private void Fall(AlertCase open, in Track track, TrackAssessment assessment, bool raises, string why, Instant now, long entry)
    {
        var text = raises ? why : words.NoConcern(track, assessment.Identity);
        register.Apply(open, AlertEvent.EvidenceFell, AlertCase.Vedette, new(text, Newest(track, entry)), now);
    }

    private void Tell(AlertCase open, in Figures figures, Instant now)
    {
        if (now.SecondsSince(open.ToldAt) < policy.ToldAtMostEveryS) return;
        var told = open.Alert;
        if (Math.Abs(figures.Probability - told.Probability) >= policy.ToldProbabilityStep
            || double.IsNaN(figures.EtaS) != double.IsNaN(told.EtaS)
            || Math.Abs(figures.EtaS - told.EtaS) >= policy.ToldEtaStepS)
            open.Tell(figures, now);
    }

    private static void Refresh(AlertCase open, in Track track, TrackAssessment assessment, CrossingForecast? watchedCrossing) =>
        (open.Subject, open.Identity, open.Crossing) = (track, assessment.Identity.Identity, watchedCrossing ?? open.Crossing);

    private static Reason[] Reasons(string text, in Track track, TrackAssessment assessment, long entry)
    {
        var evidence = new Reason(text, Newest(track, entry));
        var judged = assessment.Identity;
        return judged.Reasons.Count == 0
            ? [evidence]
            : [evidence, new($"{Phrase.Of(judged.Identity)} because: {judged.Reasons[0].Text}", judged.Reasons[0].Entry)];
    }

    private static long Newest(in Track track, long entry) => track.LastEntry > 0 ? track.LastEntry : entry;

    /// <summary>Lets go of what is quiet, and passes on what ended.</summary>
    private void Sweep(Instant now)
    {
        var kept = 0;
        for (var i = 0; i < watches.Count; i++)
        {
            var watch = watches[i];
            var gone = watch.Picture != picture;
            if (gone) lost.Ended(watch, now);
            if (gone || Quiet(watch, now)) byTrack.Remove(watch.Track.Number);
            else watches[kept++] = watch;
        }

        watches.RemoveRange(kept, watches.Count - kept);
    }

    private bool Quiet(TrackWatch watch, Instant now)
    {
        if (watch.Worth || (Concern.SuspectOrHostile(watch.Identity) && watch.Nearest is { } near && OfInterest(near))) return false;
        for (var i = 0; i < watch.Airspaces.Count; i++)
            if (!Quiet(watch.Airspaces[i].Incursion, now) || !Quiet(watch.Airspaces[i].Violation, now)) return false;
        return Quiet(watch.Emergency, now);
    }

    private bool Quiet(KindWatch kind, Instant now) =>
        kind.Gate.Idle && (kind.Case is not { } last || (!last.Open && now.SecondsSince(last.Alert.ChangedAt) >= policy.CoolDownS));
}
