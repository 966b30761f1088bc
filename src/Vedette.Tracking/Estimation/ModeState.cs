using Vedette.Kernel.Matrices;

namespace Vedette.Tracking.Estimation;

/// <summary>
/// What one motion model believes: mean and covariance of (east, north, height, vEast, vNorth, vUp). East and north are metres over
/// the ellipsoid from the track's origin, height is above the ellipsoid.
/// </summary>
public struct ModeState
{
    public Vector6 Mean;
    public Symmetric6 Covariance;

    /// <summary>Moves the state <paramref name="dt"/> seconds on by the given model.</summary>
    public void Predict(double dt, in MotionModel model)
    {
        Move(ref Mean, dt, model);
        if (model.TurnRateRadps != 0) Turn(0.5 * dt * model.TurnRateRadps);
        Covariance.Drift(dt);
        if (model.TurnRateRadps != 0) Turn(0.5 * dt * model.TurnRateRadps);
        AddNoise(dt, model.HorizontalPsd, 0);
        AddNoise(dt, model.HorizontalPsd, 1);
        AddNoise(dt, model.VerticalPsd, 2);
        Covariance.Scale(5, Math.Exp(-dt / MotionModel.ClimbMemoryS));
    }

    /// <summary>Where the model takes a vector of states in <paramref name="dt"/> seconds: half the turn, the way, the other half.</summary>
    public static void Move(ref Vector6 x, double dt, in MotionModel model)
    {
        if (model.TurnRateRadps != 0) Turn(ref x, 0.5 * dt * model.TurnRateRadps);
        for (var i = 0; i < 3; i++) x[i] += dt * x[i + 3];
        if (model.TurnRateRadps != 0) Turn(ref x, 0.5 * dt * model.TurnRateRadps);
        x[5] *= Math.Exp(-dt / MotionModel.ClimbMemoryS);
    }

    /// <summary>
    /// Kalman update with one scalar whose gradient is <paramref name="h"/>; rows of a measurement with independent errors are taken
    /// one after another, so that no matrix is ever inverted.
    /// </summary>
    /// <returns>The variance of the innovation.</returns>
    public double Update(in Vector6 h, double innovation, double variance)
    {
        var g = Covariance.Times(h);
        var s = g.Dot(h) + variance;
        Mean.Add(g, innovation / s);
        Covariance.AddOuter(g, -1 / s);
        return s;
    }

    private void Turn(double clockwiseRad)
    {
        var (sin, cos) = Math.SinCos(clockwiseRad);
        Covariance.TurnVelocity(sin, cos);
    }

    private static void Turn(ref Vector6 x, double clockwiseRad)
    {
        var (sin, cos) = Math.SinCos(clockwiseRad);
        (x[3], x[4]) = ((cos * x[3]) + (sin * x[4]), (cos * x[4]) - (sin * x[3]));
    }

    /// <summary>White-noise acceleration (Bar-Shalom, Li, Kirubarajan 2001, 6.2.2) on one axis.</summary>
    private void AddNoise(double dt, double psd, int axis)
    {
        Covariance.Increase(axis, axis, psd * dt * dt * dt / 3);
        Covariance.Increase(axis, axis + 3, psd * dt * dt / 2);
        Covariance.Increase(axis + 3, axis + 3, psd * dt);
    }
}
