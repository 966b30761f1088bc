using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>What is remembered of one address, and which doubts are open about it.</summary>
internal sealed class ClaimedAircraft(TransponderAddress address, IntegrityFindings findings)
{
    private static readonly IntegrityKind[] Kinds = Enum.GetValues<IntegrityKind>();

    private readonly MotionCheck motion = new();
    private readonly StandstillCheck standstill = new();
    private readonly RepeatCheck repeats = new();
    private readonly AccuracyCheck accuracy = new();
    private readonly SensorCheck sensors = new();
    private readonly AirDataCheck airData = new();
    private readonly int[] open = new int[Kinds.Length];
    private Callsign callsign;
    private Claim last;
    private bool hasLast;

    public Instant LastHeard { get; private set; }

    public TransponderAddress Address => address;

    /// <summary>Where it really was lately, as far as is known: where a sensor saw it, else where it was last trusted.</summary>
    public Geodetic? WhereTrusted(Instant at) => sensors.SeenAt(at) ?? motion.Trusted?.Place;

    /// <summary>Its accuracy tells something: it has been good at some time.</summary>
    public bool TellsAccuracy => accuracy.WasGood;

    public bool IsDegraded => accuracy.IsDegraded;

    public bool IsDoubted => motion.IsDoubted || standstill.IsFrozen || repeats.IsReplayed || sensors.IsContradicted || airData.IsContradicted;

    /// <summary>Takes a claim.</summary>
    /// <returns>False where its place is doubted.</returns>
    public bool Take(in Plot plot)
    {
        var claim = Claim.Of(plot);
        LastHeard = plot.ReceivedAt;
        if (!plot.Callsign.IsBlank) callsign = plot.Callsign;
        accuracy.Take(plot.Integrity, claim.At);
        if (IsRepeatOfLast(claim)) return !IsDoubted;
        (last, hasLast) = (claim, true);
        airData.Take(plot.Air, claim.At);
        airData.Take(claim);
        var (before, wasDoubted) = (motion.Trusted, motion.IsDoubted);
        if (plot.OnGround) motion.Clear();
        var verdict = plot.OnGround ? MotionVerdict.Plausible : motion.Judge(claim, plot.Altitude?.Metres ?? double.NaN);
        if (motion.IsDoubted && !wasDoubted) sensors.Begin();
        if (motion.IsDoubted && sensors.IsConfirmed(claim.At)) motion.Clear();
        standstill.Take(claim);
        repeats.Take(claim);
        Tell(claim, before, verdict, plot.Altitude?.Metres ?? double.NaN);
        return !IsDoubted;
    }

    /// <summary>A sensor heard what its instruments say.</summary>
    public void Heard(in AirData told, Instant at) => airData.Take(told, at);

    /// <summary>
    /// Where it should be at a time by its newest claim. False where that is too old or tells no speed, or where two answer with this address.
    /// </summary>
    public bool TryExpect(Instant at, out Claim expected)
    {
        expected = last;
        if (motion.IsDuplicate || !hasLast || Math.Abs(at.SecondsSince(last.At)) > IntegrityRules.SensorClaimAgeS || double.IsNaN(last.SpeedMps)) return false;
        expected = last.Moved(at);
        return true;
    }

    /// <summary>A sensor saw it.</summary>
    public void Seen(Geodetic place, bool agrees, string sensor, in Plot plot)
    {
        sensors.Take(place, agrees, plot.TimeOfApplicability);
        var now = last with { Entry = plot.Entry };
        if (Begins(IntegrityKind.AgainstSensors, sensors.IsContradicted, now)) Open(IntegrityKind.AgainstSensors, now, place, IntegrityWords.AgainstSensors(last, place, sensor));
    }

    /// <summary>Nothing is heard of it any more.</summary>
    public void End(Instant at)
    {
        foreach (var kind in Kinds)
            if (open[(int)kind] != 0) Close(kind, at, "Nothing was heard of it any more.", 0);
    }

    /// <summary>Several receivers deliver the same message.</summary>
    private bool IsRepeatOfLast(in Claim claim) =>
        hasLast && claim.Place == last.Place && Math.Abs(claim.At.SecondsSince(last.At)) < 0.3;

    private void Tell(in Claim claim, Claim? trusted, MotionVerdict verdict, double altitudeM)
    {
        var kind = verdict == MotionVerdict.Impossible ? IntegrityKind.ImpossibleMotion : IntegrityKind.Jump;
        if (open[(int)IntegrityKind.Jump] == 0 && open[(int)IntegrityKind.ImpossibleMotion] == 0)
        {
            if (motion.IsDoubted) Open(kind, claim, trusted?.Place, IntegrityWords.Motion(kind, claim, trusted, altitudeM));
        }
        else
        {
            Count(IntegrityKind.Jump);
            Count(IntegrityKind.ImpossibleMotion);
            if (!motion.IsDoubted) CloseMotion(claim, verdict);
        }

        TellOthers(claim, trusted);
    }

    private void TellOthers(in Claim claim, Claim? trusted)
    {
        if (Begins(IntegrityKind.DuplicateAddress, motion.IsDuplicate, claim)) Open(IntegrityKind.DuplicateAddress, claim, trusted?.Place, IntegrityWords.Duplicate(claim, trusted), isDoubted: false);
        if (Begins(IntegrityKind.Frozen, standstill.IsFrozen, claim)) Open(IntegrityKind.Frozen, claim, null, IntegrityWords.Frozen(claim));
        if (Begins(IntegrityKind.Replayed, repeats.IsReplayed, claim)) Open(IntegrityKind.Replayed, claim, null, IntegrityWords.Replayed);
        if (Begins(IntegrityKind.AgainstAirData, airData.IsContradicted, claim)) Open(IntegrityKind.AgainstAirData, claim, null, IntegrityWords.AgainstAirData(claim, airData.AirspeedMps));
        if (Begins(IntegrityKind.Degraded, accuracy.IsDegraded, claim)) Open(IntegrityKind.Degraded, claim, null, IntegrityWords.Degraded, isDoubted: false);
    }

    private void CloseMotion(in Claim claim, MotionVerdict verdict)
    {
        var how = verdict == MotionVerdict.Duplicate ? "Two aircraft use the address; each is believed in its own place." : IntegrityWords.Restored;
        if (open[(int)IntegrityKind.Jump] != 0) Close(IntegrityKind.Jump, claim.At, how, claim.Entry);
        if (open[(int)IntegrityKind.ImpossibleMotion] != 0) Close(IntegrityKind.ImpossibleMotion, claim.At, how, claim.Entry);
    }

    /// <summary>True where a doubt begins; one that goes on is counted, one that ended is closed.</summary>
    private bool Begins(IntegrityKind kind, bool isWrong, in Claim claim)
    {
        var isOpen = open[(int)kind] != 0;
        if (isWrong && isOpen) Count(kind);
        else if (isOpen) Close(kind, claim.At, IntegrityWords.Restored, claim.Entry);
        return isWrong && !isOpen;
    }

    private void Open(IntegrityKind kind, in Claim claim, Geodetic? trusted, string why, bool isDoubted = true) => open[(int)kind] = findings.Open(new()
    {
        Number = 0, Kind = kind, Address = address, Callsign = callsign, Since = claim.At, Claimed = claim.Place, Trusted = trusted,
        IsDoubted = isDoubted, Reports = 1, Reasons = [new(why, claim.Entry)],
    });

    private void Count(IntegrityKind kind)
    {
        if (open[(int)kind] != 0) findings.Count(open[(int)kind]);
    }

    private void Close(IntegrityKind kind, Instant at, string how, long entry)
    {
        findings.Close(open[(int)kind], at, new(how, entry));
        open[(int)kind] = 0;
    }
}
