using System.Runtime.CompilerServices;
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

    /// <summary>The last one: a hard manoeuvre and, of an object seen once, what may be ballistic.</summary>
    public const int Hard = Modes - 1;

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
        var climbKept = ModeState.ClimbKept(dt);
        for (var m = 0; m < Modes; m++) States[m].Predict(dt, models[m], climbKept);
        Combine();
    }

    /// <summary>Brings mean and covariance up to date with the models.</summary>
    public void Combine()
    {
        Mean = default;
        Covariance = default;
        for (var m = 0; m < Modes; m++) Mean.Add(States[m].Mean, Weights[m]);
        for (var m = 0; m < Modes; m++) Covariance.AddPart(States[m].Covariance, Vector6.Difference(States[m].Mean, Mean), Weights[m]);
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

    /// <summary>Forgets what a model says, if the others say anything.</summary>
    public void Disregard(int mode)
    {
        var rest = 1 - Weights[mode];
        if (rest < 0.5) return;
        for (var m = 0; m < Modes; m++) Weights[m] = m == mode ? 0 : Weights[m] / rest;
        Combine();
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

    /// <summary>
    /// Every model takes its share of every other's second moment about one point, the mean of the whole, and puts it back about its own.
    /// </summary>
    private void Mix(double dt, ReadOnlySpan<MotionModel> models)
    {
        var about = Mean;
        Unsafe.SkipInit(out PerMode<ModeState> moments);
        for (var from = 0; from < Modes; from++)
        {
            moments[from].Mean = Vector6.Difference(States[from].Mean, about);
            moments[from].Covariance = States[from].Covariance;
            moments[from].Covariance.AddOuter(moments[from].Mean, 1);
        }

        PerMode<double> leaving = default, staying = default;
        Leave(dt, models, ref staying, ref leaving);
        for (var to = 0; to < Modes; to++)
        {
            var entering = models[to].EntryShare;
            var total = staying[to];
            for (var from = 0; from < Modes; from++)
                if (from != to) total += leaving[from] * entering;
            Weights[to] = total;
            ref var state = ref States[to];
            Take(ref state, moments[to], staying[to] / total, first: true);
            for (var from = 0; from < Modes; from++)
                if (from != to) Take(ref state, moments[from], leaving[from] * entering / total, first: false);
            state.Covariance.AddOuter(state.Mean, -1);
            state.Mean.Add(about, 1);
        }
    }

    /// <summary>How much of each model's probability stays, and how much leaves it for each unit of another's entry share.</summary>
    private readonly void Leave(double dt, ReadOnlySpan<MotionModel> models, ref PerMode<double> staying, ref PerMode<double> leaving)
    {
        var entries = 0.0;
        foreach (ref readonly var model in models) entries += model.EntryShare;
        for (var from = 0; from < Modes; from++)
        {
            var leave = 1 - Math.Exp(-dt / models[from].MeanStayS);
            staying[from] = Weights[from] * (1 - leave);
            leaving[from] = Weights[from] * leave / (entries - models[from].EntryShare);
        }
    }

    private static void Take(ref ModeState state, in ModeState moment, double share, bool first)
    {
        if (first)
        {
            state.Mean = default;
            state.Covariance.SetTo(moment.Covariance, share);
        }
        else state.Covariance.Add(moment.Covariance, share);

        state.Mean.Add(moment.Mean, share);
    }
}
