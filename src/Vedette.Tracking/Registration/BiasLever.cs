namespace Vedette.Tracking.Registration;

/// <summary>How a track's place, as one radar gives it, moves over the ground with that radar's bias.</summary>
public readonly struct BiasLever
{
    private readonly double sin, cos, eastMps, northMps;

    public BiasLever(in Bernoulli track, SensorSite site)
    {
        ref readonly var x = ref track.Motion.Mean;
        var sight = site.Frame.ToLocal(track.EcefAt(x[0], x[1], x[2]));
        GroundM = Math.Max(sight.HorizontalNorm, 1000);
        (sin, cos, Slope) = (sight.East / GroundM, sight.North / GroundM, sight.Up / GroundM);
        (eastMps, northMps) = (x[3], x[4]);
        var across = GroundM * site.Performance.SigmaAzimuthRad;
        PlotVariance = (across * across) + (site.Performance.SigmaRangeM * site.Performance.SigmaRangeM);
    }

    /// <summary>Distance over the ground, m; no less than a kilometre.</summary>
    public double GroundM { get; }

    /// <summary>Height over the radar's horizontal for each metre of that distance.</summary>
    public double Slope { get; }

    /// <summary>Variance of one plot there over both axes, m².</summary>
    public double PlotVariance { get; }

    /// <summary>Fills in what an axis (0 = east, 1 = north) gains by range (m), azimuth (rad) and time (s) bias.</summary>
    public void Fill(int axis, Span<double> gradient)
    {
        (gradient[0], gradient[1], gradient[2]) = axis == 0 ? (sin, GroundM * cos, -eastMps) : (cos, -GroundM * sin, -northMps);
    }

    /// <summary>The same and by gain, in the order of <see cref="BiasEstimate"/>.</summary>
    public void FillWithGain(int axis, Span<double> gradient)
    {
        Fill(axis, gradient);
        gradient[BiasEstimate.Size - 1] = GroundM * (axis == 0 ? sin : cos);
    }
}
