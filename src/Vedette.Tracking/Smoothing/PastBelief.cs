using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Smoothing;

/// <summary>What was believed of a track after an update: its motion mixture, and the frame that it is told in.</summary>
public sealed class PastBelief
{
    private MotionMixture motion;
    private EnuFrame frame;
    private double shiftEastM, shiftNorthM;
    private bool mixes;

    public double TimeS { get; private set; }

    /// <summary>The velocity was known: before that it was a prior.</summary>
    public bool VelocityKnown => mixes;

    /// <summary>Mean and covariance of the mixture.</summary>
    public ModeState State => new() { Mean = motion.Mean, Covariance = motion.Covariance };

    public void Take(in Bernoulli track)
    {
        TimeS = track.TimeS;
        motion = track.Motion;
        frame = track.Frame;
        (shiftEastM, shiftNorthM) = (track.ShiftEastM, track.ShiftNorthM);
        mixes = track.VelocityKnown;
        Normalise();
    }

    /// <summary>The belief as it was <paramref name="spanS"/> later, had nothing been seen.</summary>
    public PastBelief Predicted(double spanS, ReadOnlySpan<MotionModel> models)
    {
        var later = (PastBelief)MemberwiseClone();
        later.TimeS += spanS;
        later.motion.Predict(spanS, models, mixes ? spanS : 0);
        return later;
    }

    /// <summary>A later state told in this belief's frame: the origin goes back and the axes with it.</summary>
    public ModeState InThisFrame(ModeState later, PastBelief of)
    {
        later.Mean[0] += of.shiftEastM - shiftEastM;
        later.Mean[1] += of.shiftNorthM - shiftNorthM;
        var convergence = (of.frame.Origin.LongitudeRad - frame.Origin.LongitudeRad) * Math.Sin(of.frame.Origin.LatitudeRad);
        var (sin, cos) = Math.SinCos(-convergence);
        (later.Mean[3], later.Mean[4]) = ((cos * later.Mean[3]) + (sin * later.Mean[4]), (cos * later.Mean[4]) - (sin * later.Mean[3]));
        return later;
    }

    /// <summary>
    /// One step of the backward pass (Rauch, Tung, Striebel, AIAA Journal 3(8), 1965) with the mixture's own moments: how its models
    /// would have moved it, mixing as they may change, is what the later state is held against.
    /// </summary>
    /// <param name="later">The smoothed state <paramref name="spanS"/> after this belief, in its frame.</param>
    /// <returns>The smoothed state at this belief's time; the belief itself where the prediction is singular.</returns>
    public ModeState StepBack(in ModeState later, double spanS, ReadOnlySpan<MotionModel> models)
    {
        var mixed = motion;
        mixed.Predict(0, models, mixes ? spanS : 0);
        var predicted = mixed;
        predicted.Predict(spanS, models, 0);
        if (!Cholesky6.TryFactor(predicted.Covariance, out var factor)) return State;
        var cross = Cross(mixed, spanS, models);
        Matrix6 gain = default;
        for (var i = 0; i < 6; i++) gain[i] = factor.Solve(cross[i]);
        var smoothed = State;
        smoothed.Mean.Add(gain.Times(Vector6.Difference(later.Mean, predicted.Mean)), 1);
        var change = later.Covariance;
        change.Add(predicted.Covariance, -1);
        smoothed.Covariance.Add(gain.Congruent(change), 1);
        return smoothed;
    }

    /// <summary>The filter keeps every model a little alive, so that its weights sum to a trifle more than one; the backward pass would add that up.</summary>
    private void Normalise()
    {
        var total = 0.0;
        for (var m = 0; m < MotionMixture.Modes; m++) total += motion.Weights[m];
        for (var m = 0; m < MotionMixture.Modes; m++) motion.Weights[m] /= total;
        motion.Combine();
    }

    /// <summary>The point as others see it.</summary>
    public SmoothedPoint Describe(Instant time, in ModeState state)
    {
        ref readonly var x = ref state.Mean;
        var place = CurvedFrame.EcefAt(frame, x[0], x[1], x[2]).ToGeodetic() with { HeightM = x[2] };
        Air.Covariance6 covariance = default;
        for (var k = 0; k < 21; k++) covariance[k] = state.Covariance[k];
        return new(time, place, new Enu(x[3], x[4], x[5]), covariance);
    }

    /// <summary>
    /// Covariance of the state now with the state later, by rows of the state now. With mixed means μ, covariances S and weights w of the
    /// models F it is Σ w (S + (μ - mean) μᵀ) Fᵀ: models that turn differently tell apart where the target is now.
    /// </summary>
    private static Matrix6 Cross(in MotionMixture mixed, double spanS, ReadOnlySpan<MotionModel> models)
    {
        Matrix6 cross = default;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            ref readonly var state = ref mixed.States[m];
            var spread = Vector6.Difference(state.Mean, mixed.Mean);
            for (var i = 0; i < 6; i++)
            {
                Vector6 row = default;
                for (var j = 0; j < 6; j++) row[j] = state.Covariance.At(i, j);
                row.Add(state.Mean, spread[i]);
                ModeState.Move(ref row, spanS, models[m]);
                cross[i].Add(row, mixed.Weights[m]);
            }
        }

        return cross;
    }
}
