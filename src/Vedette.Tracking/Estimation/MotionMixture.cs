using Vedette.Kernel.Matrices;

namespace Vedette.Tracking.Estimation;

/// <summary>
/// Interacting multiple models (Blom and Bar-Shalom, IEEE TAC 33(8), 1988): each model keeps its own state and probability, and the
/// states mix as targets may change from one way of flying to another.
/// </summary>
public struct MotionMixture
{
    /// <summary>Number of motion models.</summary>
    public const int Modes = 5;

    public PerMode<ModeState> States;
    public PerMode<double> Weights;

    /// <summary>Moment-matched mean of all models.</summary>
    public Vector6 Mean;

    /// <summary>Moment-matched covariance of all models.</summary>
    public Symmetric6 Covariance;

    /// <summary>
    /// Moves every model on by <paramref name="dt"/> seconds, after mixing them for <paramref name="mixS"/> seconds of possible
    /// change (0 = not yet).
    /// </summary>
    public void Predict(double dt, ReadOnlySpan<MotionModel> models, double mixS)
    {
        if (mixS > 0) Mix(mixS, models);
        for (var m = 0; m < Modes; m++) States[m].Predict(dt, models[m]);
        Combine();
    }

    /// <summary>Brings mean and covariance up to date with the models.</summary>
    public void Combine()
    {
        Mean = default;
        Covariance = default;
        for (var m = 0; m < Modes; m++) Mean.Add(States[m].Mean, Weights[m]);
        for (var m = 0; m < Modes; m++)
        {
            Covariance.Add(States[m].Covariance, Weights[m]);
            Covariance.AddOuter(Vector6.Difference(States[m].Mean, Mean), Weights[m]);
        }
    }

    /// <summary>One model in place of all, weighted as they are now.</summary>
    public readonly MotionModel MeanModel(ReadOnlySpan<MotionModel> models)
    {
        double horizontal = 0, vertical = 0, turn = 0;
        for (var m = 0; m < Modes; m++)
        {
            horizontal += Weights[m] * models[m].HorizontalPsd;
            vertical += Weights[m] * models[m].VerticalPsd;
            turn += Weights[m] * models[m].TurnRateRadps;
        }

        return new(horizontal, vertical, turn, 1, 1);
    }

    /// <summary>Gives every model the combined state: the start of life once a velocity is known.</summary>
    public void Restart(IReadOnlyList<double> weights)
    {
        for (var m = 0; m < Modes; m++)
        {
            States[m].Mean = Mean;
            States[m].Covariance = Covariance;
            Weights[m] = weights[m];
        }
    }

    /// <summary>The origin moved by minus this offset, and the axes turned by the convergence of the meridians.</summary>
    public void MoveOrigin(double eastM, double northM, double convergenceRad)
    {
        var (sin, cos) = Math.SinCos(convergenceRad);
        for (var m = 0; m < Modes; m++)
        {
            ref var x = ref States[m].Mean;
            x[0] += eastM;
            x[1] += northM;
            (x[3], x[4]) = ((cos * x[3]) + (sin * x[4]), (cos * x[4]) - (sin * x[3]));
        }

        Combine();
    }

    private void Mix(double dt, ReadOnlySpan<MotionModel> models)
    {
        var before = this;
        Span<double> flow = stackalloc double[Modes];
        var entries = 0.0;
        foreach (ref readonly var model in models) entries += model.EntryShare;
        for (var to = 0; to < Modes; to++)
        {
            var total = 0.0;
            for (var from = 0; from < Modes; from++)
            {
                var leave = 1 - Math.Exp(-dt / models[from].MeanStayS);
                flow[from] = before.Weights[from] * (from == to ? 1 - leave : leave * models[to].EntryShare / (entries - models[from].EntryShare));
                total += flow[from];
            }

            Weights[to] = total;
            MixInto(ref States[to], before, flow, total);
        }
    }

    private static void MixInto(ref ModeState state, in MotionMixture before, ReadOnlySpan<double> flow, double total)
    {
        state.Mean = default;
        state.Covariance = default;
        for (var m = 0; m < Modes; m++) state.Mean.Add(before.States[m].Mean, flow[m] / total);
        for (var m = 0; m < Modes; m++)
        {
            var share = flow[m] / total;
            state.Covariance.Add(before.States[m].Covariance, share);
            state.Covariance.AddOuter(Vector6.Difference(before.States[m].Mean, state.Mean), share);
        }
    }
}
