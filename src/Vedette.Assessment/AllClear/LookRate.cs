namespace Vedette.Assessment.AllClear;

/// <summary>How an object is looked at where it is: all sensors together, as one that looks at even intervals.</summary>
/// <param name="PerS">-ln of the probability to be missed in a second, 1/s: what sensors and looks add up to.</param>
/// <param name="IntervalS">Time between looks, s.</param>
public readonly record struct LookRate(double PerS, double IntervalS)
{
    public static readonly LookRate None = new(0, 1);

    /// <summary>Probability that one look detects the object.</summary>
    public double Detection => 1 - Math.Exp(-PerS * IntervalS);

    /// <summary>
    /// From sums over sensors i that look every T_i seconds and miss with probability m_i: r_i = -ln(m_i)/T_i. One sensor keeps its own
    /// interval, n equal ones look n times as often, and a sensor that sees next to nothing changes next to nothing.
    /// </summary>
    /// <param name="sum">Σ r_i.</param>
    /// <param name="weighted">Σ r_i² T_i.</param>
    public static LookRate Of(double sum, double weighted) => sum > 0 ? new(sum, weighted / (sum * sum)) : None;

    /// <summary>The same where only a share of the detections counts.</summary>
    public LookRate Of(double share) => PerS > 0 ? this with { PerS = -Math.Log(1 - (share * Detection)) / IntervalS } : this;

    /// <summary>What an object on its way from one place to the next meets in the mean.</summary>
    public static LookRate Between(LookRate a, LookRate b) => (a.PerS, b.PerS) switch
    {
        (0, 0) => None,
        (0, _) => b with { PerS = b.PerS / 2 },
        (_, 0) => a with { PerS = a.PerS / 2 },
        _ => new((a.PerS + b.PerS) / 2, (a.IntervalS + b.IntervalS) / 2),
    };
}
