using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>What the motion of one aircraft says of a claim.</summary>
internal enum MotionVerdict : byte
{
    Plausible,

    /// <summary>Out of reach.</summary>
    Jump,

    /// <summary>Nothing flies so.</summary>
    Impossible,

    /// <summary>In doubt, and nothing new is wrong with it.</summary>
    StillDoubted,

    /// <summary>Two speak with this address, to and fro, each with a motion of its own.</summary>
    Duplicate,
}

/// <summary>
/// Holds each claimed place against the last trusted one. A claim out of reach begins a chain that is doubted. The aircraft is believed again
/// once it has left that chain for a place within reach and gone on there, or has flown the chain so long without a fault that an
/// error of ours is likelier. Where claims go to and fro between the two, two aircraft share the address, and both are believed.
/// </summary>
internal sealed class MotionCheck
{
    private const int ReturnsOfTwo = 3;

    private Claim trusted, chain, back, backLast;
    private bool isBack;
    private int agreeing, returns;
    private double fastestMps;
    private Instant lastFault;

    /// <summary>The last claim that was believed; null before the first.</summary>
    public Claim? Trusted => agreeing > 0 ? trusted : null;

    public bool IsDoubted { get; private set; }

    public bool IsDuplicate { get; private set; }

    /// <param name="altitudeM">Pressure altitude, m; NaN = not told.</param>
    public MotionVerdict Judge(in Claim claim, double altitudeM)
    {
        var isImpossible = IsImpossible(claim, altitudeM);
        if (IsDuplicate) return JudgeOneOfTwo(claim);
        return IsDoubted ? JudgeDoubted(claim, isImpossible) : JudgeTrusted(claim, isImpossible);
    }

    /// <summary>Believes again from the next claim on.</summary>
    public void Clear()
    {
        IsDoubted = IsDuplicate = isBack = false;
        agreeing = 0;
    }

    private MotionVerdict JudgeTrusted(in Claim claim, bool isImpossible)
    {
        if (agreeing > 0 && claim.At.SecondsSince(trusted.At) > IntegrityRules.ForgetAfterS) agreeing = 0;
        if (agreeing > 0 && !IsWithinReach(trusted, claim))
        {
            if (agreeing >= IntegrityRules.ClaimsToTrust) return Doubt(claim, MotionVerdict.Jump);
            agreeing = 0; // so early the first place may be the wrong one
        }
        else if (isImpossible)
        {
            return Doubt(claim, MotionVerdict.Impossible);
        }

        Believe(claim);
        return MotionVerdict.Plausible;
    }

    private MotionVerdict Doubt(in Claim claim, MotionVerdict verdict)
    {
        (IsDoubted, isBack, returns) = (true, false, 0);
        (chain, lastFault) = (claim, claim.At);
        return verdict;
    }

    private MotionVerdict JudgeDoubted(in Claim claim, bool isImpossible)
    {
        if (isBack) return JudgeReturned(claim, isImpossible);
        var fitsChain = IsWithinReach(chain, claim);
        if (!fitsChain && !isImpossible && IsWithinReach(trusted, claim)) return Return(claim);
        chain = Newer(chain, claim);
        if (isImpossible || !fitsChain) lastFault = claim.At;
        if (claim.At.SecondsSince(lastFault) < IntegrityRules.BelieveUnexplainedAfterS) return isImpossible ? MotionVerdict.Impossible : MotionVerdict.StillDoubted;
        return Restore(claim);
    }

    /// <summary>Out of the chain and within reach: a hope until others follow.</summary>
    private MotionVerdict Return(in Claim claim)
    {
        (back, backLast, isBack) = (claim, claim, true);
        if (++returns < ReturnsOfTwo) return MotionVerdict.StillDoubted;
        Restore(claim);
        (IsDuplicate, lastFault) = (true, claim.At);
        return MotionVerdict.Duplicate;
    }

    private MotionVerdict JudgeReturned(in Claim claim, bool isImpossible)
    {
        if (isImpossible || !IsWithinReach(backLast, claim))
        {
            isBack = false;
            (chain, lastFault) = (claim, claim.At);
            return MotionVerdict.StillDoubted;
        }

        backLast = Newer(backLast, claim);
        return claim.At.SecondsSince(back.At) < IntegrityRules.PlausibleForS ? MotionVerdict.StillDoubted : Restore(claim);
    }

    private MotionVerdict JudgeOneOfTwo(in Claim claim)
    {
        if (IsWithinReach(trusted, claim))
        {
            Believe(claim);
            IsDuplicate = claim.At.SecondsSince(lastFault) < IntegrityRules.BelieveUnexplainedAfterS;
        }
        else
        {
            lastFault = claim.At;
        }

        return IsDuplicate ? MotionVerdict.Duplicate : MotionVerdict.Plausible;
    }

    private MotionVerdict Restore(in Claim claim)
    {
        IsDoubted = isBack = false;
        Believe(claim);
        return MotionVerdict.Plausible;
    }

    private void Believe(in Claim claim)
    {
        if (agreeing > 0 && claim.At.CompareTo(trusted.At) < 0) return;
        if (!double.IsNaN(claim.SpeedMps)) fastestMps = Math.Max(fastestMps, claim.SpeedMps);
        trusted = agreeing > 0 ? Newer(trusted, claim) : claim;
        agreeing++;
    }

    /// <summary>
    /// The newer of two claims; but one that gives the same place to the last bit while it claims to move is the old one said again, by a source that
    /// repeats what it last heard: the aircraft was there when it was first said, and has had all the time since to fly on.
    /// </summary>
    private static Claim Newer(in Claim before, in Claim claim) =>
        claim.Place == before.Place && claim.SpeedMps > IntegrityRules.MovingMps ? before : claim;

    /// <summary>Whether an aircraft that was at one place can be at the other, with every margin in its favour.</summary>
    private bool IsWithinReach(in Claim from, in Claim to)
    {
        var speedMps = double.IsNaN(from.SpeedMps) && fastestMps == 0 ? IntegrityRules.UntoldSpeedMps : Math.Max(Known(from.SpeedMps), Math.Max(Known(to.SpeedMps), fastestMps));
        var seconds = Math.Abs(to.At.SecondsSince(from.At));
        return from.DistanceM(to.Place) <= IntegrityRules.PlaceToleranceM + (seconds * ((speedMps * IntegrityRules.SpeedMargin) + IntegrityRules.WindMarginMps));
    }

    private static double Known(double speedMps) => double.IsNaN(speedMps) ? 0 : speedMps;

    /// <summary>A jet at its altitude that claims to stand still: it has been fast, and a stalled jet does not stay up there.</summary>
    private bool IsImpossible(in Claim claim, double altitudeM) =>
        agreeing >= IntegrityRules.ClaimsToTrust && altitudeM > IntegrityRules.HighAltitudeM
        && fastestMps > IntegrityRules.CruiseSpeedMps && claim.SpeedMps < IntegrityRules.StalledSpeedMps;
}
