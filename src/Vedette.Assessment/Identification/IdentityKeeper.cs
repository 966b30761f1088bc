using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Identification;

/// <summary>
/// Holds one track's identity between changes. An operator's word stands until it is taken back. What the rules say must hold for a
/// dwell before it replaces what stands: short to call for attention or for whom the watch was told of, long to call it off, none for the first word.
/// </summary>
internal sealed class IdentityKeeper(Instant firstSeen)
{
    private const double RaiseDwellS = 5;
    private const double LowerDwellS = 60;
    private const double RenewDwellS = 15;

    private IdentityJudgement judgement = new(Identity.Pending, IdentitySource.None, [new("Too early to say: seen only briefly.")], firstSeen);
    private IdentityRule rule = IdentityRule.TooEarly;
    private IdentityRule waiting = IdentityRule.TooEarly;
    private Instant waitingSince;
    private bool takenBack;

    public IdentityJudgement Judgement => judgement;

    /// <summary>Asks the rules and keeps or changes the identity.</summary>
    public void Judge(in Evidence evidence)
    {
        if (judgement.Source == IdentitySource.Operator && !takenBack) return;
        var proposal = IdentityRules.Judge(evidence, judgement.Identity);
        if (proposal.Rule != waiting) (waiting, waitingSince) = (proposal.Rule, evidence.Now);
        if (!takenBack)
        {
            // Once said, an identity is not unsaid because the track is briefly tentative again.
            if (proposal.Rule == rule || proposal.Rule == IdentityRule.TooEarly) return;
            if (evidence.Now.SecondsSince(waitingSince) < DwellS(proposal)) return;
        }

        takenBack = false;
        Take(proposal, evidence);
    }

    /// <summary>An operator decides, or (null) gives the decision back to the rules, which then speak without dwell.</summary>
    public void Decide(SetIdentity command, Instant now, long entry)
    {
        if (command.Identity is not { } identity)
        {
            takenBack = judgement.Source == IdentitySource.Operator;
            return;
        }

        takenBack = false;
        rule = IdentityRule.Operator;
        var why = string.IsNullOrWhiteSpace(command.Why) ? "no reason given" : command.Why.Trim();
        judgement = new(identity, IdentitySource.Operator, [new($"Decided by {command.By}: {why}", entry)], now);
    }

    private double DwellS(in Proposal proposal)
    {
        if (judgement.Identity == Identity.Pending) return 0;
        if (proposal.Identity == judgement.Identity) return RenewDwellS;
        if (proposal.Rule is IdentityRule.ToldBeforehand or IdentityRule.ToldBeforehandAndSeen) return RaiseDwellS;
        return Concern(proposal.Identity) > Concern(judgement.Identity) ? RaiseDwellS : LowerDwellS;
    }

    private void Take(in Proposal proposal, in Evidence evidence)
    {
        rule = proposal.Rule;
        var since = proposal.Identity == judgement.Identity ? judgement.Since : evidence.Now;
        var reasons = new List<Reason> { new(IdentityWords.Why(proposal.Rule, evidence), evidence.Track.LastEntry) };
        if (proposal.Identity != judgement.Identity && judgement.Identity != Identity.Pending)
            reasons.Add(new($"Was {Word(judgement.Identity)} since {judgement.Since}: {judgement.Reasons[0].Text}", judgement.Reasons[0].Entry));
        judgement = new(proposal.Identity, proposal.Source, reasons, since);
    }

    private static int Concern(Identity identity) => identity switch
    {
        Identity.Hostile => 2,
        Identity.Suspect => 1,
        _ => 0,
    };

    private static string Word(Identity identity) => identity == Identity.AssumedFriend ? "assumed friend" : identity.ToString().ToLowerInvariant();
}
