using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Incursion;

/// <summary>When and where the particles of one forecast entered, each with its share of probability. Reused from forecast to forecast.</summary>
internal sealed class Crossings
{
    /// <summary>A particle may enter straight on, and after a turn.</summary>
    private const int Most = 2 * Draws.Count;

    private readonly double[] timesS = new double[Most];
    private readonly double[] shares = new double[Most];
    private readonly double[] x = new double[Most];
    private readonly double[] y = new double[Most];
    private readonly double[] values = new double[Most];
    private readonly double[] weights = new double[Most];
    private int entered;
    private double inside;

    /// <summary>Share that is inside or enters within the horizon.</summary>
    public double Sum
    {
        get
        {
            var sum = inside;
            for (var i = 0; i < entered; i++) sum += shares[i];
            return sum;
        }
    }

    public void Clear() => (entered, inside) = (0, 0);

    public void AddInside(double share) => inside += share;

    /// <summary>A particle of this share enters after <paramref name="timeS"/> at a point of the plane.</summary>
    public void AddEntry(double share, double timeS, double atX, double atY)
    {
        (shares[entered], timesS[entered], x[entered], y[entered]) = (share, timeS, atX, atY);
        entered++;
    }

    public CrossingForecast Forecast(AirspaceVolume volume, double distanceM, ForecastBasis basis)
    {
        var all = Sum;
        var (point, spreadM) = EntryPoint(volume, all - inside);
        return new CrossingForecast
        {
            AirspaceId = volume.Airspace.Id,
            Inside = Math.Min(inside, 1),
            Within5Min = Within(300),
            Within10Min = Within(600),
            Within20Min = Within(1200),
            EtaP10S = EtaS(0.1, all),
            EtaP50S = EtaS(0.5, all),
            EtaP90S = EtaS(0.9, all),
            EntryPoint = point,
            EntrySpreadM = spreadM,
            DistanceM = distanceM,
            Basis = basis,
        };
    }

    private double Within(double timeS)
    {
        var sum = inside;
        for (var i = 0; i < entered; i++)
            if (timesS[i] <= timeS) sum += shares[i];
        return Math.Min(sum, 1);
    }

    /// <param name="all"><see cref="Sum"/>.</param>
    private double EtaS(double quantile, double all)
    {
        if (all <= 0) return double.NaN;
        var left = (quantile * all) - inside;
        return left <= 0 || entered == 0 ? 0 : WeightedQuantile.Of(timesS.AsSpan(0, entered), shares.AsSpan(0, entered), left);
    }

    /// <summary>
    /// The boundary point nearest to the middle (by medians, which strays do not pull) of where particles came in, and how far from the
    /// middle 68 % of them are: one standard deviation, were they normal.
    /// </summary>
    /// <param name="all">What all that came in weigh together.</param>
    private (Geodetic? Point, double SpreadM) EntryPoint(AirspaceVolume volume, double all)
    {
        if (entered == 0) return (null, double.NaN);
        x.AsSpan(0, entered).CopyTo(values);
        var middleX = ValueAt(0.5 * all);
        y.AsSpan(0, entered).CopyTo(values);
        var middleY = ValueAt(0.5 * all);
        for (var i = 0; i < entered; i++) values[i] = Math.Sqrt(((x[i] - middleX) * (x[i] - middleX)) + ((y[i] - middleY) * (y[i] - middleY)));
        return (volume.OnBoundary(middleX, middleY), ValueAt(0.68 * all));
    }

    /// <summary>The one of <see cref="values"/> at which they come to a weight, each weighing its particle's share.</summary>
    private double ValueAt(double weight)
    {
        shares.AsSpan(0, entered).CopyTo(weights);
        return WeightedQuantile.Of(values.AsSpan(0, entered), weights.AsSpan(0, entered), weight);
    }
}
