using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>Where something was over the ground and how it moved, with the covariance of both.</summary>
internal struct PlanarState
{
    /// <summary>Rounding may add this much where nothing was learned, m².</summary>
    private const double LeastVarianceM2 = 1e-6;

    public Instant At;
    public Geodetic Place;
    public double EastMps;
    public double NorthMps;

    /// <summary>m and m/s.</summary>
    public PlanarCovariance Covariance;

    /// <summary>Of the place, over both axes, m².</summary>
    public readonly double PlaceVarianceM2 => Covariance.EE + Covariance.NN;

    /// <summary>Of the velocity, over both axes, m²/s².</summary>
    public readonly double VelocityVariance => Covariance.VeVe + Covariance.VnVn;

    /// <summary>This state some time later.</summary>
    /// <param name="spanS">Up to some tens of seconds: the ground counts as flat for so long.</param>
    /// <param name="turnRateRadps">Steady turn on the way, clockwise.</param>
    /// <param name="psd">Horizontal acceleration, power spectral density, m²/s³.</param>
    public readonly PlanarState Moved(double spanS, double turnRateRadps, double psd)
    {
        var ground = new Ground(Place.LatitudeRad);
        var (sin, cos) = HalfTurn(ground, spanS, turnRateRadps);
        return Moved(ground, spanS, sin, cos, psd);
    }

    /// <summary>
    /// One step of the backward pass (Rauch, Tung, Striebel, AIAA Journal 3(8), 1965): this state, given what is known of a later one.
    /// </summary>
    /// <param name="later">Smoothed.</param>
    /// <returns>The state itself where the later one tells nothing.</returns>
    public readonly PlanarState StepBack(in PlanarState later, double turnRateRadps, double psd)
    {
        var spanS = later.At.SecondsSince(At);
        var ground = new Ground(Place.LatitudeRad);
        var (sin, cos) = HalfTurn(ground, spanS, turnRateRadps);
        var predicted = Moved(ground, spanS, sin, cos, psd);
        if (!PlanarCholesky.TryFactor(predicted.Covariance, out var factor)) return this;
        // Rows of the gain P Fᵀ S⁻¹, and what each makes of what was learned.
        var east = factor.Solve(Covariance.East.Carried(spanS, sin, cos));
        var north = factor.Solve(Covariance.North.Carried(spanS, sin, cos));
        var vEast = factor.Solve(Covariance.VEast.Carried(spanS, sin, cos));
        var vNorth = factor.Solve(Covariance.VNorth.Carried(spanS, sin, cos));
        var learned = later.Covariance - predicted.Covariance;
        var (ofEast, ofNorth, ofVEast, ofVNorth) = (learned.Times(east), learned.Times(north), learned.Times(vEast), learned.Times(vNorth));
        var smoothed = this;
        smoothed.Covariance += PlanarCovariance.OfRows(
            new(east.Dot(ofEast), north.Dot(ofEast), vEast.Dot(ofEast), vNorth.Dot(ofEast)),
            new(0, north.Dot(ofNorth), vEast.Dot(ofNorth), vNorth.Dot(ofNorth)),
            new(0, 0, vEast.Dot(ofVEast), vNorth.Dot(ofVEast)),
            new(0, 0, 0, vNorth.Dot(ofVNorth)));
        if (!(smoothed.PlaceVarianceM2 <= PlaceVarianceM2 + LeastVarianceM2)) return this;
        var surprise = predicted.To(later, ground);
        smoothed.Place = ground.Shifted(Place, east.Dot(surprise), north.Dot(surprise));
        smoothed.EastMps += vEast.Dot(surprise);
        smoothed.NorthMps += vNorth.Dot(surprise);
        return smoothed;
    }

    /// <summary>Squared Mahalanobis distance of two independent states of one moment, place and velocity (four degrees of freedom).</summary>
    /// <param name="sparePlaceM2">Added to the variance of each axis of place: what models leave out.</param>
    /// <param name="spareVelocity">The same for velocity, m²/s².</param>
    public readonly double DistanceTo(in PlanarState other, double sparePlaceM2, double spareVelocity)
    {
        var sum = Covariance + other.Covariance;
        (sum.EE, sum.NN) = (sum.EE + sparePlaceM2, sum.NN + sparePlaceM2);
        (sum.VeVe, sum.VnVn) = (sum.VeVe + spareVelocity, sum.VnVn + spareVelocity);
        if (!PlanarCholesky.TryFactor(sum, out var factor)) return double.PositiveInfinity;
        var apart = To(other, new(Place.LatitudeRad));
        return factor.Solve(apart).Dot(apart);
    }

    /// <summary>From this state to another of the same moment.</summary>
    private readonly PlanarVector To(in PlanarState other, in Ground ground)
    {
        var (east, north) = ground.Offset(Place, other.Place);
        return new(east, north, other.EastMps - EastMps, other.NorthMps - NorthMps);
    }

    private readonly PlanarState Moved(in Ground ground, double spanS, double sin, double cos, double psd)
    {
        var way = new PlanarVector(0, 0, EastMps, NorthMps).Carried(spanS, sin, cos);
        var covariance = Covariance.Carried(spanS, sin, cos);
        covariance.AddNoise(spanS, psd);
        return new() { At = At.AddSeconds(spanS), Place = ground.Shifted(Place, way.East, way.North), EastMps = way.VEast, NorthMps = way.VNorth, Covariance = covariance };
    }

    /// <summary>Half of the turn; the meridians' convergence turns a straight way too.</summary>
    private readonly (double Sin, double Cos) HalfTurn(in Ground ground, double spanS, double turnRateRadps) =>
        Math.SinCos(0.5 * spanS * (turnRateRadps + (EastMps * ground.ConvergencePerM)));

    /// <summary>The ellipsoid around a latitude: steps of up to some tens of kilometres without further angles.</summary>
    private readonly struct Ground
    {
        private readonly double latitudeRad, sin, cos, meridianM, verticalM;

        public Ground(double latitudeRad)
        {
            this.latitudeRad = latitudeRad;
            (sin, cos) = Math.SinCos(latitudeRad);
            verticalM = Wgs84.PrimeVerticalRadiusM(latitudeRad);
            meridianM = Wgs84.MeridianRadiusM(latitudeRad);
        }

        /// <summary>How much a straight way turns for each metre eastwards, rad.</summary>
        public double ConvergencePerM => sin / (cos * verticalM);

        public Geodetic Shifted(Geodetic place, double eastM, double northM)
        {
            var north = northM / meridianM;
            return place with
            {
                LatitudeRad = place.LatitudeRad + north,
                LongitudeRad = place.LongitudeRad + (eastM / (verticalM * CosineAt(place.LatitudeRad + (north / 2)))),
            };
        }

        public (double EastM, double NorthM) Offset(Geodetic from, Geodetic to) => (
            (to.LongitudeRad - from.LongitudeRad) * verticalM * CosineAt((from.LatitudeRad + to.LatitudeRad) / 2),
            (to.LatitudeRad - from.LatitudeRad) * meridianM);

        private double CosineAt(double nearbyRad)
        {
            var away = nearbyRad - latitudeRad;
            return cos - (away * (sin + (0.5 * away * cos)));
        }
    }
}
