namespace Vedette.Assessment.Incursion;

/// <summary>A stretch ahead of a leg that has lasted some while: whether it lasts to its end, and where it ends if not. Lengths are in mean legs.</summary>
internal readonly struct LegAhead
{
    private readonly double flown, most, hazardNow;

    /// <param name="flown">How long it has lasted.</param>
    /// <param name="hazardNow"><see cref="LegLength.HazardAt"/> of that: asked for since many stretches begin at the same length.</param>
    /// <param name="most">The stretch.</param>
    public LegAhead(double flown, double hazardNow, double most)
    {
        (this.flown, this.most, this.hazardNow) = (flown, most, hazardNow);
        var y = LegLength.Stages * (flown + most);
        // What is infinitely far is not lasted; the product would be no number.
        Lasts = double.IsInfinity(y) ? 0 : Math.Min(Math.Exp(hazardNow - y) * LegLength.Terms(y), 1);
    }

    /// <summary>Probability that it lasts the whole stretch.</summary>
    public double Lasts { get; }

    /// <summary>How much of the stretch it flies, given that it ends within, at the quantile <paramref name="u"/> of (0, 1).</summary>
    public double Rest(double u) => Math.Clamp((HazardInverse.At(hazardNow - Math.Log(1 - (u * (1 - Lasts)))) / LegLength.Stages) - flown, 0, most);
}
