using Vedette.Kernel.Matrices;

namespace Vedette.Tracking.Estimation;

/// <summary>An earlier state of a track given all evidence up to the present, and how it depends on the present state.</summary>
public struct Retrodiction
{
    /// <summary>Mean and covariance of the earlier state.</summary>
    public ModeState State;

    /// <summary>G in: earlier state = its mean + G (present state - its mean) + what the present does not tell.</summary>
    public Matrix6 Transition;

    /// <summary>One step of the backward pass from a later state to the filtered one <paramref name="spanS"/> seconds before it.</summary>
    /// <returns>False where the prediction is singular.</returns>
    public bool StepBack(in ModeState filtered, double spanS, in MotionModel model)
    {
        var predicted = filtered;
        predicted.Predict(spanS, model);
        if (!Cholesky6.TryFactor(predicted.Covariance, out var factor)) return false;
        Matrix6 gain = default;
        for (var i = 0; i < 6; i++)
        {
            Vector6 cross = default;
            for (var j = 0; j < 6; j++) cross[j] = filtered.Covariance.At(i, j);
            ModeState.Move(ref cross, spanS, model);
            gain[i] = factor.Solve(cross);
        }

        var change = gain.Times(Vector6.Difference(State.Mean, predicted.Mean));
        State.Mean = filtered.Mean;
        State.Mean.Add(change, 1);
        State.Covariance.Add(predicted.Covariance, -1);
        State.Covariance = gain.Congruent(State.Covariance);
        State.Covariance.Add(filtered.Covariance, 1);
        Transition = gain.Times(Transition);
        return true;
    }

    /// <summary>Turns rows that measure the earlier state into rows that measure the present one, less certainly.</summary>
    public readonly void Refer(Span<MeasurementRow> rows, in Symmetric6 present)
    {
        foreach (ref var row in rows)
        {
            var gradient = Transition.TransposeTimes(row.Gradient);
            row.Variance += Math.Max(State.Covariance.Quadratic(row.Gradient) - present.Quadratic(gradient), 0);
            row.Gradient = gradient;
            row.LagFactor = 0;
            row.Part = 0;
        }
    }
}
