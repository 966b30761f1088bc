namespace Vedette.Eval.SelfEvaluation;

/// <summary>Place and velocity over the ground, or a difference of two such: m and m/s.</summary>
internal readonly record struct PlanarVector(double East, double North, double VEast, double VNorth)
{
    public double Dot(in PlanarVector other) => (East * other.East) + (North * other.North) + (VEast * other.VEast) + (VNorth * other.VNorth);

    /// <summary>Where a straight way of some time takes it, with half of a turn before and half behind.</summary>
    public PlanarVector Carried(double spanS, double sin, double cos)
    {
        var (east, north) = ((cos * VEast) + (sin * VNorth), (cos * VNorth) - (sin * VEast));
        return new(East + (spanS * east), North + (spanS * north), (cos * east) + (sin * north), (cos * north) - (sin * east));
    }
}

/// <summary>Symmetric 4x4 matrix over (east, north, vEast, vNorth), by its upper triangle. The filters' six axes cost four times as much.</summary>
internal struct PlanarCovariance
{
    public double EE, EN, EVe, EVn, NN, NVe, NVn, VeVe, VeVn, VnVn;

    public readonly PlanarVector East => new(EE, EN, EVe, EVn);

    public readonly PlanarVector North => new(EN, NN, NVe, NVn);

    public readonly PlanarVector VEast => new(EVe, NVe, VeVe, VeVn);

    public readonly PlanarVector VNorth => new(EVn, NVn, VeVn, VnVn);

    public static PlanarCovariance OfRows(in PlanarVector east, in PlanarVector north, in PlanarVector vEast, in PlanarVector vNorth) => new()
    {
        EE = east.East, EN = east.North, EVe = east.VEast, EVn = east.VNorth, NN = north.North, NVe = north.VEast, NVn = north.VNorth,
        VeVe = vEast.VEast, VeVn = vEast.VNorth, VnVn = vNorth.VNorth,
    };

    public static PlanarCovariance operator +(in PlanarCovariance a, in PlanarCovariance b) => new()
    {
        EE = a.EE + b.EE, EN = a.EN + b.EN, EVe = a.EVe + b.EVe, EVn = a.EVn + b.EVn, NN = a.NN + b.NN, NVe = a.NVe + b.NVe, NVn = a.NVn + b.NVn,
        VeVe = a.VeVe + b.VeVe, VeVn = a.VeVn + b.VeVn, VnVn = a.VnVn + b.VnVn,
    };

    public static PlanarCovariance operator -(in PlanarCovariance a, in PlanarCovariance b) => new()
    {
        EE = a.EE - b.EE, EN = a.EN - b.EN, EVe = a.EVe - b.EVe, EVn = a.EVn - b.EVn, NN = a.NN - b.NN, NVe = a.NVe - b.NVe, NVn = a.NVn - b.NVn,
        VeVe = a.VeVe - b.VeVe, VeVn = a.VeVn - b.VeVn, VnVn = a.VnVn - b.VnVn,
    };

    public readonly PlanarVector Times(in PlanarVector v) => new(East.Dot(v), North.Dot(v), VEast.Dot(v), VNorth.Dot(v));

    /// <summary>F P Fᵀ, F carrying each vector along (<see cref="PlanarVector.Carried"/>).</summary>
    public readonly PlanarCovariance Carried(double spanS, double sin, double cos)
    {
        // Rows carried along give P Fᵀ; its columns carried along give F P Fᵀ.
        var (east, north, vEast, vNorth) = (East.Carried(spanS, sin, cos), North.Carried(spanS, sin, cos), VEast.Carried(spanS, sin, cos), VNorth.Carried(spanS, sin, cos));
        var e = new PlanarVector(east.East, north.East, vEast.East, vNorth.East).Carried(spanS, sin, cos);
        var n = new PlanarVector(east.North, north.North, vEast.North, vNorth.North).Carried(spanS, sin, cos);
        var ve = new PlanarVector(east.VEast, north.VEast, vEast.VEast, vNorth.VEast).Carried(spanS, sin, cos);
        var vn = new PlanarVector(east.VNorth, north.VNorth, vEast.VNorth, vNorth.VNorth).Carried(spanS, sin, cos);
        return OfRows(e, n, ve, vn);
    }

    /// <summary>White-noise acceleration (Bar-Shalom, Li, Kirubarajan 2001, 6.2.2) on both axes.</summary>
    /// <param name="psd">Power spectral density, m²/s³.</param>
    public void AddNoise(double spanS, double psd)
    {
        var (place, cross, velocity) = (psd * spanS * spanS * spanS / 3, psd * spanS * spanS / 2, psd * spanS);
        (EE, NN) = (EE + place, NN + place);
        (EVe, NVn) = (EVe + cross, NVn + cross);
        (VeVe, VnVn) = (VeVe + velocity, VnVn + velocity);
    }
}

/// <summary>Lower triangular factor of a positive definite <see cref="PlanarCovariance"/>, the diagonal inverted, to solve P x = b.</summary>
internal readonly struct PlanarCholesky
{
    private readonly double d0, d1, d2, d3, l10, l20, l21, l30, l31, l32;

    private PlanarCholesky(in PlanarCovariance p)
    {
        d0 = 1 / Math.Sqrt(p.EE);
        (l10, l20, l30) = (p.EN * d0, p.EVe * d0, p.EVn * d0);
        d1 = 1 / Math.Sqrt(p.NN - (l10 * l10));
        (l21, l31) = ((p.NVe - (l20 * l10)) * d1, (p.NVn - (l30 * l10)) * d1);
        d2 = 1 / Math.Sqrt(p.VeVe - (l20 * l20) - (l21 * l21));
        l32 = (p.VeVn - (l30 * l20) - (l31 * l21)) * d2;
        d3 = 1 / Math.Sqrt(p.VnVn - (l30 * l30) - (l31 * l31) - (l32 * l32));
    }

    /// <summary>Factors a matrix; false where it is not positive definite.</summary>
    public static bool TryFactor(in PlanarCovariance matrix, out PlanarCholesky factor)
    {
        factor = new(matrix);
        // A root of something negative is no number, and all that follows neither.
        return double.IsFinite(factor.d0) && double.IsFinite(factor.d1) && double.IsFinite(factor.d2) && double.IsFinite(factor.d3);
    }

    public PlanarVector Solve(in PlanarVector b)
    {
        var e = b.East * d0;
        var n = (b.North - (l10 * e)) * d1;
        var ve = (b.VEast - (l20 * e) - (l21 * n)) * d2;
        var vn = (b.VNorth - (l30 * e) - (l31 * n) - (l32 * ve)) * d3;
        vn *= d3;
        ve = (ve - (l32 * vn)) * d2;
        n = (n - (l21 * ve) - (l31 * vn)) * d1;
        e = (e - (l10 * n) - (l20 * ve) - (l30 * vn)) * d0;
        return new(e, n, ve, vn);
    }
}
