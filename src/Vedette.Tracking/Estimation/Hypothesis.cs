using Vedette.Kernel.Matrices;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Estimation;

/// <summary>One track updated with one measurement, model by model, and how probable that measurement was.</summary>
public struct Hypothesis
{
    public PerMode<ModeState> States;

    /// <summary>Model probabilities given this measurement.</summary>
    public PerMode<double> Weights;

    /// <summary>ln of the measurement's density given that the track caused it.</summary>
    public double LogLikelihood;

    /// <summary>Smallest sum of squared normalised innovations over the models.</summary>
    public double Distance;

    private const double CurvedBeyondM = 2500;
    private const int Rounds = 3;
    private const double LogTwoPi = 1.8378770664093453;

    /// <summary>Updates every model with the measurement.</summary>
    public void Evaluate(in Measurement z, SensorSite site, in Bernoulli track, ReadOnlySpan<MotionModel> models)
    {
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        Evaluate(rows[..MeasurementModel.Rows(z, site, track, rows)], track.Motion, models);
        if (z.IsSlant && track.Motion.Covariance[11] > CurvedBeyondM * CurvedBeyondM) Straighten(z, site, track, models);
    }

    /// <summary>
    /// Takes those models anew in which the height is so uncertain that slant range curves over it (a ballistic object seen by radars without
    /// height): each about its own mean, and again about what came out.
    /// </summary>
    private void Straighten(in Measurement z, SensorSite site, in Bernoulli track, ReadOnlySpan<MotionModel> models)
    {
        ref readonly var motion = ref track.Motion;
        Span<double> weights = stackalloc double[MotionMixture.Modes];
        var total = 0.0;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            // What the linear update made of the others stands.
            weights[m] = Weights[m] * Math.Exp(LogLikelihood);
            if (IsCurved(motion.States[m]))
            {
                States[m] = motion.States[m];
                var log = Iterate(ref States[m], z, site, track, models[m].HorizontalPsd, out var distance);
                weights[m] = motion.Weights[m] * Math.Exp(log);
                Distance = Math.Min(Distance, distance);
            }

            total += weights[m];
        }

        if (!(total > 0)) return;
        for (var m = 0; m < MotionMixture.Modes; m++) Weights[m] = weights[m] / total;
        LogLikelihood = Math.Log(total);
    }

    private static bool IsCurved(in ModeState state) => state.Covariance[11] > CurvedBeyondM * CurvedBeyondM;

    /// <summary>The iterated extended Kalman update (Bell and Cathey, IEEE TAC 38(2), 1993).</summary>
    private static double Iterate(ref ModeState state, in Measurement z, SensorSite site, in Bernoulli track, double psd, out double distance)
    {
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        var prior = state;
        var about = prior.Mean;
        var log = 0.0;
        distance = 0;
        for (var round = 0; round < Rounds; round++)
        {
            state = prior;
            var used = MeasurementModel.Rows(z, site, track.Frame, about, z.TimeS - track.TimeS, rows);
            log = Update(ref state, rows[..used], about, psd, out distance);
            about = state.Mean;
        }

        return log;
    }

    /// <summary>Updates every model with a measurement of where the track was before.</summary>
    public void Evaluate(in Measurement z, SensorSite site, in Bernoulli track, in Retrodiction then, ReadOnlySpan<MotionModel> models)
    {
        Span<MeasurementRow> rows = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        rows = rows[..MeasurementModel.Rows(z, site, track.Frame, then.State.Mean, 0, rows)];
        then.Refer(rows, track.Motion.Covariance);
        Evaluate(rows, track.Motion, models);
    }

    /// <summary>Updates every model with measured scalars that are linear about the mixture's mean.</summary>
    public void Evaluate(ReadOnlySpan<MeasurementRow> used, in MotionMixture motion, ReadOnlySpan<MotionModel> models)
    {
        Span<double> logs = stackalloc double[MotionMixture.Modes];
        Distance = double.PositiveInfinity;
        var best = double.NegativeInfinity;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            States[m] = motion.States[m];
            logs[m] = Update(ref States[m], used, motion.Mean, models[m].HorizontalPsd, out var distance);
            Distance = Math.Min(Distance, distance);
            best = Math.Max(best, logs[m]);
        }

        var total = 0.0;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            Weights[m] = motion.Weights[m] * Math.Exp(logs[m] - best);
            total += Weights[m];
        }

        for (var m = 0; m < MotionMixture.Modes; m++) Weights[m] /= total;
        LogLikelihood = best + Math.Log(total);
    }

    private static double Update(ref ModeState state, ReadOnlySpan<MeasurementRow> rows, in Vector6 about, double psd, out double distance)
    {
        distance = 0;
        var determinant = 1.0;
        foreach (ref readonly var row in rows)
        {
            var innovation = row.Residual - row.Gradient.Dot(Vector6.Difference(state.Mean, about));
            var s = state.Update(row, innovation, row.Variance + (psd * row.LagFactor));
            distance += innovation * innovation / s;
            determinant *= s;
        }

        return -0.5 * (distance + Math.Log(determinant) + (rows.Length * LogTwoPi));
    }
}
