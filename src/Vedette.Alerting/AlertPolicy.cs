using Vedette.Air;
using Vedette.Alerting.Evidence;

namespace Vedette.Alerting;

/// <summary>
/// Every number that decides when something is said, with its reason. Seconds, metres, probabilities. One place, so that a watch can
/// be tuned and a statement can be checked against it. docs/alerts.md shows the defaults; a test holds the two together.
/// </summary>
public sealed record AlertPolicy
{
    /// <summary>
    /// Incursion, on the probability of entry within 10 minutes. Half is where a warning is right more often than wrong. Ten seconds is
    /// two looks of a radar: one odd scan raises nothing. It is lowered at half the threshold and after a minute, so that a weaving
    /// object does not flap.
    /// </summary>
    public GateRule Incursion { get; init; } = new(RaiseAt: 0.5, RaiseDwellS: 10, RaisePlots: 2, LowerBelow: 0.25, LowerDwellS: 60);

    /// <summary>
    /// Violation, on the probability of being inside. Neither sensor error at the line nor a few echoes of birds in the middle must raise
    /// it: 0.9, over five plots of any sensors. Who comes from outside has an incursion alert by then. It is lowered only when the object is clearly outside for a minute.
    /// </summary>
    public GateRule Violation { get; init; } = new(RaiseAt: 0.9, RaiseDwellS: 15, RaisePlots: 5, LowerBelow: 0.3, LowerDwellS: 60);

    /// <summary>Emergency code: a garbled reply can show one, so it must be told by three plots over five seconds.</summary>
    public GateRule Emergency { get; init; } = new(RaiseAt: 0.5, RaiseDwellS: 5, RaisePlots: 3, LowerBelow: 0.5, LowerDwellS: 60);

    /// <summary>An incursion this probable within 5 minutes is raised without dwell ...</summary>
    public double UrgentProbability { get; init; } = 0.9;

    /// <summary>... where half of the entries are sooner than this: ten seconds would be a real share of the time left.</summary>
    public double UrgentEtaS { get; init; } = 180;

    /// <summary>
    /// After closing, the same track, airspace and kind gets no new number for so long. Evidence that returns meanwhile opens the old
    /// number again, unless a person closed it: a person's word holds for the cool-down.
    /// </summary>
    public double CoolDownS { get; init; } = 300;

    /// <summary>A track that is older than this and still pending counts as unknown: a silent judge must not silence the watch.</summary>
    public double PendingPatienceS { get; init; } = 60;

    /// <summary>
    /// Who answers by transponder and is found inside already, not seen coming, has this long to become known before it is a violation, s:
    /// at the start of a watch, and after each gap, every patrol inside is such a one.
    /// </summary>
    public double AnsweringInsidePatienceS { get; init; } = 600;

    /// <summary>Existence probability under which a track raises nothing: a probable ghost is not worth waking people.</summary>
    public double MinExistence { get; init; } = 0.9;

    /// <summary>Probability of being bird or clutter above which a track raises nothing new, unless a person labelled it.</summary>
    public double MaxNuisance { get; init; } = 0.5;

    /// <summary>
    /// A track raises something once it got as far as its own speed said, over a stretch of so many seconds: echoes of birds and showers that
    /// are strung together claim speeds that they do not make good; 0 asks for nothing ...
    /// </summary>
    public double ProgressS { get; init; } = 60;

    /// <summary>... or of so many metres, for the fast ...</summary>
    public double ProgressM { get; init; } = 5e3;

    /// <summary>... but never of fewer seconds than this: some looks of a radar ...</summary>
    public double ProgressAtLeastS { get; init; } = 20;

    /// <summary>... where as far means within this share of it, or its inverse: a bend is allowed, wandering is not.</summary>
    public double ProgressShare { get; init; } = 0.6;

    /// <summary>From this probability of entry within 20 minutes a track is followed, so that it has proven itself when it matters.</summary>
    public double FollowedWithin20Min { get; init; } = 0.05;

    /// <summary>An answer is expected within two minutes, half of the shortest useful lead of a slow drone at 5 km from the line ...</summary>
    public double AcknowledgeWithinS { get; init; } = 120;

    /// <summary>... within one when something is inside already ...</summary>
    public double AcknowledgeViolationWithinS { get; init; } = 60;

    /// <summary>... and sooner where entry is: half the time that is left, but never less than a person needs to read.</summary>
    public double AcknowledgeAtLeastS { get; init; } = 20;

    /// <summary>An escalated alert without an answer is reminded so often: more would be noise to people who are busy with it.</summary>
    public double RemindEveryS { get; init; } = 300;

    /// <summary>A lost track that a person has taken up and not closed is reminded of so often: it is a search, not a note, s.</summary>
    public double RemindLostEveryS { get; init; } = 1800;

    /// <summary>Figures are told again when the probability moved by this ...</summary>
    public double ToldProbabilityStep { get; init; } = 0.1;

    /// <summary>... or the time of entry by this many seconds ...</summary>
    public double ToldEtaStepS { get; init; } = 60;

    /// <summary>... and at most so often for one alert, that 500 drones in a night leave the list readable.</summary>
    public double ToldAtMostEveryS { get; init; } = 10;

    /// <summary>
    /// A track that ended may go on under another number: so long we look for it before we call it lost. Two scans of a slow radar.
    /// </summary>
    public double HandOverS { get; init; } = 20;

    /// <summary>Hints at where a lost track may have reappeared are given for so long after it was lost.</summary>
    public double LostHintsS { get; init; } = 900;

    /// <summary>
    /// A track seen for less than this, s, or by fewer plots, may be clutter that was confirmed by chance. It is told apart in the
    /// statement's counts, and its end is no case of its own unless an alert was open on it.
    /// </summary>
    public double EstablishedS { get; init; } = 60;

    public int EstablishedPlots { get; init; } = 8;

    /// <summary>A suspect or hostile track nearer than this that ends is of interest, m: a few minutes of a slow drone ...</summary>
    public double LostNearM { get; init; } = 10e3;

    /// <summary>... or one that was this likely to enter within 20 minutes.</summary>
    public double LostWithin20Min { get; init; } = 0.5;

    /// <summary>A warning is drafted once a person took the alert up, or it was escalated, or at this probability.</summary>
    public double WarnAt { get; init; } = 0.8;

    /// <summary>Entry sooner than this asks people to take shelter at once, later to be ready, s: ten minutes are needed to get there.</summary>
    public double ShelterEtaS { get; init; } = 600;

    /// <summary>The warned area looks so far ahead: time to act, and the horizon that the forecast reaches.</summary>
    public double WarnAheadS { get; init; } = 1200;

    /// <summary>A fast object's area is no longer than this, m; it moves with the object and is issued again.</summary>
    public double WarnReachM { get; init; } = 150e3;

    /// <summary>Ground outside the airspace but within this distance of it is warned as well, m.</summary>
    public double WarnMarginM { get; init; } = 5e3;

    /// <summary>A draft is valid so long unless it is issued again: longer than it looks ahead, shorter than a forgotten one may live.</summary>
    public double WarnForS { get; init; } = 1800;

    /// <summary>Issued again when old and new area share less than this of their union: people under the difference act otherwise.</summary>
    public double WarnOverlap { get; init; } = 0.6;

    /// <summary>A warning is issued again at most so often: a phone that rings each minute is switched off.</summary>
    public double WarnAtMostEveryS { get; init; } = 60;

    /// <summary>Suspect, hostile and unknown tracks are "approaching" from this probability of entry within 20 minutes.</summary>
    public double ApproachingWithin20Min { get; init; } = 0.2;

    /// <summary>So many approaching tracks that are suspect or hostile recommend the preventive level by themselves ...</summary>
    public int PreventiveApproaching { get; init; } = 1;

    /// <summary>... and so many open incursion alerts, or one violation or missile-like object that approaches, the heightened one.</summary>
    public int HeightenedIncursions { get; init; } = 3;

    /// <summary>A higher level is recommended when its evidence stood so long.</summary>
    public double ReadinessRiseS { get; init; } = 10;

    /// <summary>A lower one, and stand-down, only after so long without evidence for more: waves come minutes apart.</summary>
    public double ReadinessQuietS { get; init; } = 600;

    /// <summary>The evidence of an unchanged recommendation is told again at most so often, s.</summary>
    public double ReadinessToldEveryS { get; init; } = 60;

    /// <summary>A closed alert stays in the list for so long, s; the journal keeps it for ever.</summary>
    public double KeepClosedS { get; init; } = 12 * 3600;

    /// <summary>Seen long and often enough to be taken for an object.</summary>
    public bool Established(in Track track) => track.LastSeen.SecondsSince(track.FirstSeen) >= EstablishedS && track.Plots >= EstablishedPlots;

    /// <summary>Seconds in which an answer to this alert is expected.</summary>
    public double DeadlineS(AlertKind kind, double etaS)
    {
        var usual = kind == AlertKind.Violation ? AcknowledgeViolationWithinS : AcknowledgeWithinS;
        return etaS > 0 ? Math.Clamp(etaS / 2, Math.Min(AcknowledgeAtLeastS, usual), usual) : usual;
    }
}
