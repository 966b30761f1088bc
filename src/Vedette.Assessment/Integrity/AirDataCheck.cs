using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// Holds the speed that an aircraft claims over ground against its speed through the air, which no satellite tells: the difference is the wind,
/// and there is a strongest wind.
/// </summary>
internal sealed class AirDataCheck
{
    private double airspeedMps = double.NaN;
    private Instant toldAt;
    private int apart, together;
    private Instant since;

    public bool IsContradicted { get; private set; }

    /// <summary>The airspeed of the last comparison, m/s.</summary>
    public double AirspeedMps => airspeedMps;

    public void Take(in AirData told, Instant at)
    {
        if (told.HasAirspeed) (airspeedMps, toldAt) = (told.TrueAirspeedMps, at);
    }

    public void Take(in Claim claim)
    {
        if (double.IsNaN(claim.SpeedMps) || double.IsNaN(airspeedMps) || Math.Abs(claim.At.SecondsSince(toldAt)) > IntegrityRules.AirDataAgeS) return;
        if (Math.Abs(claim.SpeedMps - airspeedMps) > IntegrityRules.StrongestWindMps) Part(claim.At);
        else if (++together >= IntegrityRules.AirDataReports) (IsContradicted, apart) = (false, 0);
    }

    private void Part(Instant at)
    {
        if (apart++ == 0) since = at;
        together = 0;
        if (apart >= IntegrityRules.AirDataReports && at.SecondsSince(since) >= IntegrityRules.AirDataForS) IsContradicted = true;
    }
}
