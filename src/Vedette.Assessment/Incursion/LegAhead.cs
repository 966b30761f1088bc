namespace Vedette.Assessment.Incursion;

/// <summary>A stretch ahead of a leg that has lasted some while: whether it lasts to its end, and where it ends if not. Lengths are in mean legs.</summary>
internal readonly struct LegAhead
{
    private const int MostSteps = 20;

    private readonly double flown, most, hazardNow, hazardThen;

    /// <param name="flown">How long it has lasted.</param>
    /// <param name="hazardNow"><see cref="LegLength.HazardAt"/> of that: asked for since many stretches begin at the same length.</param>
    /// <param name="most">The stretch.</param>
    public LegAhead(double flown, double hazardNow, double most)
    {
        (this.flown, this.most, this.hazardNow) = (flown, most, hazardNow);
        hazardThen = LegLength.HazardAt(flown + most);
        Lasts = Math.Exp(hazardNow - hazardThen);
    }

    /// <summary>Probability that it lasts the whole stretch.</summary>
    public double Lasts { get; }

    /// <summary>How much of the stretch it flies, given that it ends within, at the quantile <paramref name="u"/> of (0, 1).</summary>
    public double Rest(double u)
    {
        var wanted = hazardNow - Math.Log(1 - (u * (1 - Lasts)));
        // The cumulative hazard is convex and rising: Newton's steps from above come down to the root and never pass it.
        var (y, hazard) = (LegLength.Stages * (flown + most), hazardThen);
        for (var i = 0; i < MostSteps; i++)
        {
            var step = (hazard - wanted) * (1 + y + (y * y / 2)) / (y * y / 2);
            y -= step;
            // What is left after a step is of the order of its square.
            if (step < 1e-2) break;
            hazard = LegLength.Hazard(y);
        }

        return Math.Clamp((y / LegLength.Stages) - flown, 0, most);
    }
}
