using System.Globalization;
using System.Text;
using Vedette.Air;
using Vedette.Alerting.Evidence;
using Vedette.Alerting.Lifecycle;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Warnings;

/// <summary>
/// Keeps a chain of drafts for every alert that is worth one: first draft, updates where the area or the grade changes materially, and
/// the all-clear that refers to them. A chain goes on with the alert that follows (violation after incursion, lost after both), so that
/// nobody is released because an alert only changed its kind. Nothing is sent from here.
/// </summary>
internal sealed class WarningDesk(AlertPolicy policy, WatchIdentity watch, AlertRegister register, EvidenceWords words)
{
    /// <summary>A draft is compared with what it should be so often, s.</summary>
    private const double CheckEveryS = 10;

    /// <summary>A draft that ends sooner than this while its alert is open is issued again, s.</summary>
    private const double RenewBeforeS = 300;

    private readonly List<Chain> chains = [];
    private readonly SortedDictionary<string, Airspace> airspaces = new(StringComparer.Ordinal);
    private readonly string slug = Slug(watch.Name);

    public void Watch(IReadOnlyList<Airspace> watched)
    {
        airspaces.Clear();
        foreach (var one in watched) airspaces[one.Id] = one;
    }

    /// <summary>Brings all chains up to date; empty where nothing is to be drafted.</summary>
    public IReadOnlyList<WarningDraft> Follow(Instant now)
    {
        List<WarningDraft>? drafts = null;
        for (var i = 0; i < chains.Count; i++)
        {
            var chain = chains[i];
            PassOn(chain);
            if (!chain.Case.Open) chains.RemoveAt(i--);
            if ((chain.Case.Open ? Renew(chain, now) : End(chain, now)) is { } draft) (drafts ??= []).Add(draft);
        }

        foreach (var one in register.Cases)
        {
            if (one.Warned || !Qualifies(one)) continue;
            one.Warned = true;
            var chain = new Chain(one, $"{slug}-{Stamp(one.Alert.RaisedAt)}-{one.Alert.Number}");
            chains.Add(chain);
            (drafts ??= []).Add(Issue(chain, Area(chain, now), Grade(chain), now));
        }

        return drafts ?? (IReadOnlyList<WarningDraft>)[];
    }

    private bool Qualifies(AlertCase one) =>
        one.Open
        && one.Alert.Kind is AlertKind.Incursion or AlertKind.Violation
        && one.Identity is not (Identity.Friend or Identity.AssumedFriend or Identity.Neutral)
        && (one.Alert.State is AlertState.Acknowledged or AlertState.Escalated || one.Alert.Probability >= policy.WarnAt);

    private static void PassOn(Chain chain)
    {
        while (!chain.Case.Open && chain.Case.ContinuedAs is { Warned: false } next)
        {
            chain.Case.Warned = false;
            chain.Case = next;
            next.Warned = true;
            chain.CheckAt = Instant.MinValue;
        }
    }

    private WarningDraft? Renew(Chain chain, Instant now)
    {
        if (now < chain.CheckAt) return null;
        chain.CheckAt = now.AddSeconds(CheckEveryS);
        var grade = Grade(chain);
        var worse = Worse(grade, chain.Grade) || (chain.Case.Alert.Kind == AlertKind.Violation && chain.Kind != AlertKind.Violation);
        if (!worse && now.SecondsSince(chain.References[^1].Sent) < policy.WarnAtMostEveryS) return null;
        var area = Area(chain, now);
        var material = worse || grade != chain.Grade || chain.Kind != chain.Case.Alert.Kind
            || chain.Expires.SecondsSince(now) < RenewBeforeS || ConvexArea.Overlap(chain.Ring, area) < policy.WarnOverlap;
        return material ? Issue(chain, area, grade, now) : null;
    }

    private WarningDraft Issue(Chain chain, IReadOnlyList<Geodetic> area, CapGrade grade, Instant now)
    {
        (chain.Ring, chain.Grade, chain.Kind) = (area, grade, chain.Case.Alert.Kind);
        chain.CheckAt = now.AddSeconds(CheckEveryS);
        chain.Expires = now.AddSeconds(policy.WarnForS);
        var alert = chain.Case.Alert;
        var facts = Facts(chain, alert.Kind switch
        {
            AlertKind.Violation => WarningPhase.Inside,
            AlertKind.LostTrack => WarningPhase.Lost,
            _ => WarningPhase.Approaching,
        }) with { Entry = alert.EtaS > 0 ? now.AddSeconds(alert.EtaS) : null };
        var onset = chain.Case.Crossing is { EtaP10S: > 0 } crossing && alert.Kind == AlertKind.Incursion ? now.AddSeconds(crossing.EtaP10S) : now;
        return Draft(chain, chain.References.Count == 0 ? CapMessage.Alert : CapMessage.Update, facts, onset, now, "");
    }

    /// <summary>The correction that every warning has: prepared in the same moment as the alert's end.</summary>
    private WarningDraft End(Chain chain, Instant now)
    {
        chain.Case.Warned = false;
        var remain = chain.Case.ContinuedAs is not null;
        foreach (var other in chains)
            remain |= ConvexArea.Overlap(other.Ring, chain.Ring) > 0;
        chain.Grade = new(CapUrgency.Past, CapSeverity.Minor, CapCertainty.Observed, remain ? CapResponse.Monitor : CapResponse.AllClear);
        chain.Expires = now.AddSeconds(policy.WarnForS);
        return Draft(chain, CapMessage.Cancel, Facts(chain, remain ? WarningPhase.OthersRemain : WarningPhase.AllClear), null, now, chain.Case.Alert.Reasons[0].Text);
    }

    private WarningDraft Draft(Chain chain, CapMessage message, in WarningFacts facts, Instant? onset, Instant now, string note)
    {
        var alert = chain.Case.Alert;
        var id = $"{chain.Incident}-{++chain.Origin.Warnings}";
        var texts = WarningWords.Say(facts, chain.Grade.Response);
        var document = new CapAlert
        {
            Identifier = id,
            Sender = watch.Sender,
            SenderName = watch.Name,
            Sent = now,
            Status = watch.Exercise ? CapStatus.Exercise : CapStatus.Draft,
            Message = message,
            Note = watch.Exercise && note.Length == 0 ? "Exercise: everything behind this message is simulated" : note,
            References = [.. chain.References],
            Incident = chain.Incident,
            Grade = chain.Grade,
            Onset = onset,
            Expires = chain.Expires,
            Texts = texts,
            Parameters =
            [
                ("vedette:alert", alert.Number.ToString()),
                ("vedette:probability", alert.Probability.ToString("0.00", CultureInfo.InvariantCulture)),
                ("vedette:evidence", alert.Reasons[0].Entry.ToString(CultureInfo.InvariantCulture)),
            ],
            Ring = chain.Ring,
        };
        chain.References.Add(new(watch.Sender, id, now));
        return new()
        {
            Id = id,
            Alert = alert.Number,
            Sent = now,
            Expires = chain.Expires,
            Exercise = watch.Exercise,
            Headline = texts[0].Headline,
            Description = texts[0].Description,
            Instruction = texts[0].Instruction,
            Area = chain.Ring,
            AreaDescription = texts[0].AreaDescription,
            CapXml = CapDocument.Write(document),
        };
    }

    private WarningFacts Facts(Chain chain, WarningPhase phase)
    {
        var track = chain.Case.Subject;
        return new()
        {
            Area = words.Name(chain.Case.Alert.AirspaceId),
            Object = WarningFacts.ObjectOf(track),
            Phase = phase,
            FromOctant = WarningFacts.ComingFrom(track.TrackAngleRad),
            Probability = chain.Case.Alert.Probability,
            Exercise = watch.Exercise,
        };
    }

    private IReadOnlyList<Geodetic> Area(Chain chain, Instant now)
    {
        var one = chain.Case;
        airspaces.TryGetValue(one.Alert.AirspaceId, out var airspace);

        // A lost object may be anywhere between its last place and where it would be by now: the whole corridor stays warned.
        var ageS = one.Alert.Kind == AlertKind.LostTrack ? 0 : Math.Max(0, now.SecondsSince(one.Subject.Time));
        return WarningArea.Ahead(one.Subject, one.Crossing, airspace, ageS, policy);
    }

    /// <summary>Probability and time of entry give certainty and urgency; class and identity the severity.</summary>
    private CapGrade Grade(Chain chain)
    {
        var (alert, track) = (chain.Case.Alert, chain.Case.Subject);
        var severity = Concern.MissileLike(track) ? CapSeverity.Extreme
            : Concern.SuspectOrHostile(chain.Case.Identity) ? CapSeverity.Severe : CapSeverity.Moderate;
        return alert.Kind switch
        {
            AlertKind.Violation => new(CapUrgency.Immediate, severity, CapCertainty.Observed, CapResponse.Shelter),
            AlertKind.LostTrack => chain.Grade with { Certainty = CapCertainty.Possible },
            _ => new(
                alert.EtaS <= policy.ShelterEtaS ? CapUrgency.Immediate : CapUrgency.Expected,
                severity,
                alert.Probability > 0.5 ? CapCertainty.Likely : CapCertainty.Possible,
                alert.EtaS <= policy.ShelterEtaS ? CapResponse.Shelter : CapResponse.Prepare),
        };
    }

    private static bool Worse(in CapGrade now, in CapGrade before) => now.Urgency < before.Urgency || now.Severity < before.Severity;

    private static string Stamp(Instant at) => at.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>A name without what CAP forbids in identifiers: spaces, commas, "&lt;" and "&amp;".</summary>
    private static string Slug(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name) text.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        return text.Length > 0 ? text.ToString() : "vedette";
    }

    private sealed class Chain(AlertCase origin, string incident)
    {
        public AlertCase Origin { get; } = origin;

        public AlertCase Case { get; set; } = origin;

        public string Incident { get; } = incident;

        public List<CapReference> References { get; } = [];

        public IReadOnlyList<Geodetic> Ring { get; set; } = [];

        public CapGrade Grade { get; set; }

        public AlertKind Kind { get; set; }

        public Instant Expires { get; set; }

        public Instant CheckAt { get; set; }
    }
}
