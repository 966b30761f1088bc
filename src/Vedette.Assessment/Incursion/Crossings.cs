using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Incursion;

/// <summary>When and where the particles of one forecast entered. Reused from forecast to forecast.</summary>
internal sealed class Crossings
{
    private readonly double[] timesS = new double[Draws.Count];
    private readonly double[] x = new double[Draws.Count];
    private readonly double[] y = new double[Draws.Count];
    private int entered, inside;

    public void Clear() => (entered, inside) = (0, 0);

    public void AddInside()
    {
        inside++;
        timesS[entered++] = 0;
    }

    /// <summary>One particle enters after <paramref name="timeS"/> at a point of the plane.</summary>
    public void AddEntry(double timeS, double atX, double atY)
    {
        (x[entered - inside], y[entered - inside]) = (atX, atY);
        timesS[entered++] = timeS;
    }

    public CrossingForecast Forecast(AirspaceVolume volume, double distanceM)
    {
        var times = timesS.AsSpan(0, entered);
        times.Sort();
        var (point, spreadM) = EntryPoint(volume);
        return new CrossingForecast
        {
            AirspaceId = volume.Airspace.Id,
            Inside = (double)inside / Draws.Count,
            Within5Min = Share(times, 300),
            Within10Min = Share(times, 600),
            Within20Min = Share(times, 1200),
            EtaP10S = Quantile(times, 0.1),
            EtaP50S = Quantile(times, 0.5),
            EtaP90S = Quantile(times, 0.9),
            EntryPoint = point,
            EntrySpreadM = spreadM,
            DistanceM = distanceM,
        };
    }

    private static double Share(ReadOnlySpan<double> sorted, double withinS)
    {
        var count = 0;
        while (count < sorted.Length && sorted[count] <= withinS) count++;
        return (double)count / Draws.Count;
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>The boundary point nearest to the middle (by medians, which strays do not pull) of where particles came in.</summary>
    private (Geodetic? Point, double SpreadM) EntryPoint(AirspaceVolume volume)
    {
        var n = entered - inside;
        if (n == 0) return (null, double.NaN);
        var xs = x.AsSpan(0, n);
        var ys = y.AsSpan(0, n);
        var (meanX, meanY, square) = (0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++) (meanX, meanY) = (meanX + (xs[i] / n), meanY + (ys[i] / n));
        for (var i = 0; i < n; i++) square += ((xs[i] - meanX) * (xs[i] - meanX)) + ((ys[i] - meanY) * (ys[i] - meanY));
        xs.Sort();
        ys.Sort();
        return (volume.OnBoundary(xs[n / 2], ys[n / 2]), Math.Sqrt(square / n));
    }
}
