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

    /// <summary>Share of a climb that is left after <paramref name="dt"/> seconds.</summary>
    public static double ClimbKept(double dt) => Math.Exp(-dt / MotionModel.ClimbMemoryS);

    /// <summary>Moves the state <paramref name="dt"/> seconds on by the given model.</summary>
    public void Predict(double dt, in MotionModel model) => Predict(dt, model, ClimbKept(dt));

    /// <summary>The same where <see cref="ClimbKept"/> of this time is at hand.</summary>
    public void Predict(double dt, in MotionModel model, double climbKept)
    {
        if (model.TurnRateRadps == 0)
        {
            Glide(ref Mean, dt, climbKept);
            Covariance.Drift(dt);
        }
        else
        {
            var (sin, cos) = Math.SinCos(0.5 * dt * model.TurnRateRadps);
            Turn(ref Mean, sin, cos);
            Glide(ref Mean, dt, climbKept);
            Turn(ref Mean, sin, cos);
            Covariance.TurnVelocity(sin, cos);
            Covariance.Drift(dt);
            Covariance.TurnVelocity(sin, cos);
        }

        AddNoise(dt, model);
        Covariance.Scale(5, climbKept);
    }

    /// <summary>Where the model takes a vector of states in <paramref name="dt"/> seconds: half the turn, the way, the other half.</summary>
    public static void Move(ref Vector6 x, double dt, in MotionModel model)
    {
        var (sin, cos) = Math.SinCos(0.5 * dt * model.TurnRateRadps);
        Turn(ref x, sin, cos);
        Glide(ref x, dt, ClimbKept(dt));
        Turn(ref x, sin, cos);
    }

    /// <summary>
    /// Kalman update with one scalar; rows of a measurement with independent errors are taken one after another, so that no matrix is
    /// ever inverted.
    /// </summary>
    /// <returns>The variance of the innovation.</returns>
    public double Update(in MeasurementRow row, double innovation, double variance)
    {
        var g = row.Part > 0 ? Covariance.Column(row.Part - 1) : Covariance.Times(row.Gradient);
        var s = (row.Part > 0 ? g[row.Part - 1] : g.Dot(row.Gradient)) + variance;
        Mean.Add(g, innovation / s);
        Covariance.AddOuter(g, -1 / s);
        return s;
    }

    private static void Glide(ref Vector6 x, double dt, double climbKept)
    {
        x[0] += dt * x[3];
        x[1] += dt * x[4];
        x[2] += dt * x[5];
        x[5] *= climbKept;
    }

    private static void Turn(ref Vector6 x, double sin, double cos) =>
        (x[3], x[4]) = ((cos * x[3]) + (sin * x[4]), (cos * x[4]) - (sin * x[3]));

    /// <summary>White-noise acceleration (Bar-Shalom, Li, Kirubarajan 2001, 6.2.2) on each axis.</summary>
    private void AddNoise(double dt, in MotionModel model)
    {
        double velocity = dt, cross = dt * dt / 2, place = dt * dt * dt / 3;
        Covariance[0] += model.HorizontalPsd * place;
        Covariance[6] += model.HorizontalPsd * place;
        Covariance[11] += model.VerticalPsd * place;
        Covariance[3] += model.HorizontalPsd * cross;
        Covariance[9] += model.HorizontalPsd * cross;
        Covariance[14] += model.VerticalPsd * cross;
        Covariance[15] += model.HorizontalPsd * velocity;
        Covariance[18] += model.HorizontalPsd * velocity;
        Covariance[20] += model.VerticalPsd * velocity;
    }
}
