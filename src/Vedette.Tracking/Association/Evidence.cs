using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Association;

/// <summary>
/// What a transponder's words add to the likelihood of a pair. Addresses and codes repeat and lie, so they weigh, heavily, and decide
/// nothing by themselves.
/// </summary>
public static class Evidence
{
    private const double SameAddress = 9;
    private const double OtherAddress = -12;
    private const double SameCode = 4;
    private const double OtherCode = -5;
    private const double SilentThoughCooperative = -3;

    private const double SameNumber = 4;
    private const double OtherNumber = -4;

    /// <summary>A tracker gives a number to another target after a while: what it said longer ago says nothing.</summary>
    private const double NumberHoldsS = 90;

    /// <summary>Logarithm of the factor.</summary>
    public static double Of(in Measurement z, SensorSite site, in Bernoulli track) => OfTransponder(z, site, track) + OfNumber(z, track);

    /// <summary>What the sensor's own tracker thinks: that this is the target it told before, or another one.</summary>
    private static double OfNumber(in Measurement z, in Bernoulli track)
    {
        if (z.SourceNumber < 0 || track.Slots.Find(z.Site) is not (>= 0 and var index)) return 0;
        ref readonly var slot = ref track.Slots.Read(index);
        if (slot.NumberPlusOne == 0 || Math.Abs(z.TimeS - slot.NumberS) > NumberHoldsS) return 0;
        return slot.NumberPlusOne == z.SourceNumber + 1 ? SameNumber : OtherNumber;
    }

    private static double OfTransponder(in Measurement z, SensorSite site, in Bernoulli track)
    {
        if (z.Address >= 0 && track.Address >= 0) return z.Address == track.Address ? SameAddress : OtherAddress;
        if (z.Code >= 0 && track.Code >= 0) return z.Code == track.Code ? SameCode : OtherCode;
        // A target that answers does not often give a bare echo to a sensor that asks.
        return z.Address < 0 && z.Code < 0 && site.Performance.HasSecondary && track.Address >= 0 ? SilentThoughCooperative : 0;
    }
}
