namespace Vedette.Assessment.Incursion;

/// <summary>
/// Whether a track runs along the boundary of one airspace, as patrols and scouts do, rather than coming from somewhere and going
/// somewhere: two hypotheses weighed by the direction of every stretch flown near the line. Along it, directions lie near the line's
/// own; otherwise any is as good. A stretch of <see cref="StretchM"/> counts as one look, since a leg is one decision.
/// </summary>
internal struct LineMemory
{
    /// <summary>Beyond this from the line, directions say nothing of it, m.</summary>
    public const double NearM = 20e3;

    private const double StretchM = 15e3;

    /// <summary>The distance kept is averaged over this way, m.</summary>
    private const double MemoryM = 30e3;

    /// <summary>Spread of the angle between what runs along and the smoothed line, rad.</summary>
    private const double SpreadRad = 0.45;

    /// <summary>Share of directions that anything may have, along the line too: turns, and a line that bends.</summary>
    private const double Stray = 0.1;

    /// <summary>Of those near a line, supposed to run along it before any is seen to.</summary>
    private const double Prior = 0.1;

    private const double MostLogOdds = 3;

    private double logOdds;
    private double offM;
    private double nearPathM;
    private double lastPathM;
    private bool near;

    /// <summary>How far off the line it has kept of late, m.</summary>
    public readonly double OffM => offM;

    /// <summary>Probability that it runs along this boundary.</summary>
    public readonly double Along => near ? 1 / (1 + Math.Exp(-logOdds)) : 0;

    /// <summary>The way up to here was flown too far off, or inside, and says nothing.</summary>
    public void Pass(double pathM) => lastPathM = pathM;

    /// <summary>Takes the way flown since the last look.</summary>
    /// <param name="pathM">Way flown since the track was first seen.</param>
    /// <param name="angleRad">Between the motion and the course of the boundary, 0 to π/2.</param>
    /// <param name="distanceM">To the boundary.</param>
    public void Follow(double pathM, double angleRad, double distanceM)
    {
        var flownM = pathM - lastPathM;
        lastPathM = pathM;
        if (!near) (near, logOdds, offM) = (true, Math.Log(Prior / (1 - Prior)), distanceM);
        nearPathM += flownM;
        if (nearPathM > 0) offM += (distanceM - offM) * flownM / Math.Min(nearPathM, MemoryM);
        var z = angleRad / SpreadRad;
        var density = 2 / (SpreadRad * Math.Sqrt(2 * Math.PI)) * Math.Exp(-z * z / 2);
        var ratio = ((1 - Stray) * density * Math.PI / 2) + Stray;
        logOdds = Math.Clamp(logOdds + (Math.Log(ratio) * flownM / StretchM), -MostLogOdds, MostLogOdds);
    }
}
