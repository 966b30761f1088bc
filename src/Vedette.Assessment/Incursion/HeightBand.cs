namespace Vedette.Assessment.Incursion;

/// <summary>The span of time, s from now, during which a particle is between the floor and the ceiling of an airspace.</summary>
/// <param name="FromS">Infinite where it never is.</param>
internal readonly record struct HeightBand(double FromS, double UntilS)
{
    /// <summary>A climb or descent seen now dies away with this time constant, s: objects level off.</summary>
    private const double LevelOffS = 90;

    public static readonly HeightBand Always = new(0, double.PositiveInfinity);

    private static readonly HeightBand Never = new(double.PositiveInfinity, double.PositiveInfinity);

    public bool Holds(double timeS) => timeS >= FromS && timeS <= UntilS;

    /// <summary>
    /// Height follows h(t) = h + w τ (1 - exp(-t/τ)), which only rises or only falls: so the band is one span of time.
    /// </summary>
    public static HeightBand Of(double heightM, double climbMps, double floorM, double ceilingM)
    {
        var (near, far) = climbMps >= 0 ? (floorM, ceilingM) : (ceilingM, floorM);
        var from = Reached(near - heightM, climbMps);
        var until = Reached(far - heightM, climbMps);
        return from < until ? new(from, until) : Never;
    }

    /// <summary>When a height so much above the present one is reached in the direction of flight; 0 where it is behind.</summary>
    private static double Reached(double riseM, double climbMps)
    {
        if (climbMps == 0) return riseM <= 0 ? 0 : double.PositiveInfinity;
        var share = riseM / (climbMps * LevelOffS);
        if (share <= 0) return 0;
        return share >= 1 ? double.PositiveInfinity : -LevelOffS * Math.Log(1 - share);
    }
}
