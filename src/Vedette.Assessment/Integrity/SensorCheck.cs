using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>Holds what radars and multilateration see of an address against what it claims.</summary>
internal sealed class SensorCheck
{
    private Claim claim;
    private bool hasClaim;
    private int disagreements, agreements;
    private Instant lastAgreed;

    public bool IsContradicted { get; private set; }

    /// <summary>Where a sensor saw it last.</summary>
    public Geodetic? Seen { get; private set; }

    public SensorId By { get; private set; } = SensorId.None;

    /// <summary>Saw it where it claims to be lately.</summary>
    public bool IsConfirmed(Instant at) => agreements > 0 && at.SecondsSince(lastAgreed) < 30;

    public void Take(in Claim told) => (claim, hasClaim) = (told, true);

    /// <param name="seen">Where the sensor saw it.</param>
    /// <param name="toleranceM">How far a registered sensor may be off there, m.</param>
    public void Take(Geodetic seen, double toleranceM, SensorId by, Instant at)
    {
        if (!hasClaim || Math.Abs(at.SecondsSince(claim.At)) > IntegrityRules.SensorClaimAgeS || double.IsNaN(claim.SpeedMps)) return;
        (Seen, By) = (seen, by);
        var expected = claim with { Place = claim.After(at.SecondsSince(claim.At)) };
        if (expected.DistanceM(seen) <= toleranceM) Agree(at);
        else Disagree();
    }

    private void Agree(Instant at)
    {
        (disagreements, lastAgreed) = (0, at);
        if (++agreements >= IntegrityRules.SensorDisagreements) IsContradicted = false;
    }

    private void Disagree()
    {
        agreements = 0;
        if (++disagreements >= IntegrityRules.SensorDisagreements) IsContradicted = true;
    }
}
