using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Existence;

/// <summary>
/// Where the beam of a rotating sensor is, learned from its own plots and north marks: time of a look at azimuth a is
/// phase + (k + a / 2π) period. It also knows how far the sensor's time has come and how late its plots may still arrive, so that
/// silence counts as evidence only once a plot would have been there; a sensor that says nothing at all is no evidence.
/// </summary>
public sealed class ScanClock(double periodS)
{
    private const double LockedErrorS = 0.08;

    private double phaseS = double.NaN;
    private double errorS = 1;
    private double lastNorthS = double.NaN;

    public double PeriodS { get; private set; } = periodS;

    /// <summary>Newest time of applicability heard of, s.</summary>
    public double FrontS { get; private set; } = double.NegativeInfinity;

    /// <summary>Looks up to here have been taken into account, s.</summary>
    public double AccountedS { get; set; } = double.NegativeInfinity;

    /// <summary>The beam's position is known to a small part of a rotation.</summary>
    public bool Locked => errorS < LockedErrorS * PeriodS;

    /// <summary>The greatest usual lateness of a plot against the newest one, s.</summary>
    public double DisorderS { get; private set; } = 0.3;

    /// <summary>How late plots come against the newest one, those later than a rotation and a half apart.</summary>
    public Lateness Lateness { get; } = new(1.5 * periodS);

    /// <summary>Time of the oldest plot that has arrived but waits for its neighbours, s.</summary>
    public double HeldFromS { get; set; } = double.PositiveInfinity;

    /// <summary>Looks up to this time can be judged: what they saw has arrived and has been taken.</summary>
    public double SettledS => Math.Min(FrontS - DisorderS, HeldFromS);

    public void OnPlot(double timeS, double azimuthRad)
    {
        Advance(timeS);
        if (double.IsNaN(azimuthRad)) return;
        var implied = timeS - (azimuthRad / (2 * Math.PI) * PeriodS);
        if (double.IsNaN(phaseS))
        {
            phaseS = implied;
            return;
        }

        var off = implied - phaseS;
        off -= PeriodS * Math.Round(off / PeriodS);
        errorS += 0.05 * (Math.Abs(off) - errorS);
        phaseS += 0.05 * off;
    }

    public void OnNorth(double timeS, double rotationS)
    {
        Advance(timeS);
        var elapsed = timeS - lastNorthS;
        if (rotationS > 0.3) PeriodS = rotationS;
        else if (elapsed > 0.8 * PeriodS && elapsed < 1.25 * PeriodS) PeriodS += 0.2 * (elapsed - PeriodS);
        if (elapsed > 0 || double.IsNaN(lastNorthS)) lastNorthS = timeS;
    }

    public void OnSector(double timeS) => Advance(timeS);

    /// <summary>The last look at an azimuth at or before <paramref name="notAfterS"/>.</summary>
    public double LookTime(double azimuthRad, double notAfterS)
    {
        var first = phaseS + (azimuthRad / (2 * Math.PI) * PeriodS);
        return first + (Math.Floor((notAfterS - first) / PeriodS) * PeriodS);
    }

    /// <summary>The same for what is seen east and north of the sensor.</summary>
    public double LookTime(in Enu sight, double notAfterS) => LookTime(Angle.Wrap(Math.Atan2(sight.East, sight.North)), notAfterS);

    /// <summary>Where the beam points at a time, rad, not reduced to one turn.</summary>
    public double AzimuthAt(double timeS) => 2 * Math.PI * (timeS - phaseS) / PeriodS;

    private void Advance(double timeS)
    {
        Lateness.Learn(Math.Max(FrontS - timeS, 0));
        if (timeS > FrontS)
        {
            FrontS = timeS;
            return;
        }

        // Quick to grow, slow to fade, blind to stragglers beyond a rotation or two.
        var late = Math.Min(FrontS - timeS, 1.5 * PeriodS);
        DisorderS += (late > DisorderS ? 0.2 : 0.004) * (late - DisorderS);
        DisorderS = Math.Max(DisorderS, 0.2);
    }
}
