namespace Vedette.Wire.ModeS.CommB;

/// <summary>
/// Says which register the 56 bits of a Comm-B reply are, which the reply does not tell. Every register whose layout they fit is weighed by Bayes: how often
/// it is asked for, times how likely these bits are as that register in this aircraft, against the others and against bits that are none of them.
/// It answers only where one is sixteen times as likely as any other.
/// </summary>
public static class RegisterInference
{
    /// <summary>Binary logarithm of the odds that are needed.</summary>
    private const double Margin = 4;

    /// <summary>Another register, of which nothing is known: 3 of 100, any bits.</summary>
    private static readonly double Other = Math.Log2(0.03) - 56;

    /// <param name="mb">MB of a DF20 or 21 reply, or as ASTERIX carries it.</param>
    /// <param name="state">What is known of the aircraft; the more, the surer.</param>
    /// <returns><see cref="CommBRegister.Unknown"/> where it is none of these, empty, or could as well be another.</returns>
    public static CommBRegister Of(MessageField mb, in FlightState state)
    {
        if (mb.Value == 0) return CommBRegister.Unknown;
        var best = (Register: CommBRegister.Unknown, Weight: Other);
        var second = double.NegativeInfinity;
        Weigh(CommBRegister.SelectedVerticalIntention, SelectedVerticalIntention.TryRead(mb, out _) ? MotionEvidence.SelectedVertical(mb) : Evidence.None, 0.45, ref best, ref second);
        Weigh(CommBRegister.HeadingAndSpeed, HeadingAndSpeed.TryRead(mb, out _) ? MotionEvidence.HeadingAndSpeed(mb, state) : Evidence.None, 0.3, ref best, ref second);
        Weigh(CommBRegister.TrackAndTurn, TrackAndTurn.TryRead(mb, out _) ? MotionEvidence.TrackAndTurn(mb, state) : Evidence.None, 0.25, ref best, ref second);
        Weigh(CommBRegister.Identification, HasNumber(mb, CommBRegister.Identification) ? CapabilityEvidence.Identification(mb) : Evidence.None, 0.03, ref best, ref second);
        Weigh(CommBRegister.DataLinkCapability, DataLinkCapability.TryRead(mb, out _) ? CapabilityEvidence.DataLink(mb) : Evidence.None, 0.02, ref best, ref second);
        Weigh(CommBRegister.GicbCapability, GicbCapability.TryRead(mb, out _) ? CapabilityEvidence.Gicb(mb) : Evidence.None, 0.02, ref best, ref second);
        Weigh(CommBRegister.ResolutionAdvisory, HasNumber(mb, CommBRegister.ResolutionAdvisory) ? CapabilityEvidence.Advisory(mb) : Evidence.None, 0.002, ref best, ref second);
        Weigh(CommBRegister.RoutineMeteorology, RoutineMeteorology.TryRead(mb, out _) ? MeteorologyEvidence.Routine(mb, state) : Evidence.None, 0.0005, ref best, ref second);
        Weigh(CommBRegister.HazardMeteorology, HazardMeteorology.TryRead(mb, out _) ? MeteorologyEvidence.Hazard(mb, state) : Evidence.None, 0.0003, ref best, ref second);
        return best.Weight - second >= Margin ? best.Register : CommBRegister.Unknown;
    }

    private static bool HasNumber(MessageField mb, CommBRegister register) => mb.Bits(1, 8) == (int)register;

    private static void Weigh(
        CommBRegister register, double evidence, double prior, ref (CommBRegister Register, double Weight) best, ref double second)
    {
        var weight = Math.Log2(prior) + evidence;
        if (weight > best.Weight) (best, second) = ((register, weight), best.Weight);
        else second = Math.Max(second, weight);
    }
}
