using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>Notices a place that stays the same to the last bit while the aircraft claims to move.</summary>
internal sealed class StandstillCheck
{
    private Geodetic place;
    private Instant since;
    private Instant last;
    private int reports;

    public bool IsFrozen { get; private set; }

    public void Take(in Claim claim)
    {
        if (claim.Place.LatitudeRad != place.LatitudeRad || claim.Place.LongitudeRad != place.LongitudeRad || !(claim.SpeedMps >= IntegrityRules.MovingMps))
        {
            (place, since, last, reports, IsFrozen) = (claim.Place, claim.At, claim.At, 1, false);
            return;
        }

        // The same message over several receivers is one report.
        if (claim.At.SecondsSince(last) < 0.3) return;
        last = claim.At;
        reports++;
        IsFrozen = reports >= IntegrityRules.FrozenReports && claim.At.SecondsSince(since) >= IntegrityRules.FrozenForS;
    }
}
