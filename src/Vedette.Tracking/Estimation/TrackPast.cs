using Vedette.Kernel.Matrices;

namespace Vedette.Tracking.Estimation;

/// <summary>
/// What was believed of a track during the last minute, so that a plot that comes late can be held against where the track was then and
/// still tell where it is now, without anything being replayed: smoothing backwards from the present (Rauch, Tung and Striebel, AIAA
/// Journal 3(8), 1965) gives the state at the time of the plot and how it hangs together with the present one.
/// </summary>
public sealed class TrackPast
{
    /// <summary>States kept; with <see cref="SpacingS"/> they span the time in which late plots are used at all.</summary>
    private const int Count = 26;

    /// <summary>Least time between two states that are kept, s.</summary>
    public const double SpacingS = 2.4;

    private readonly Moment[] moments = new Moment[Count];
    private int newest = -1;
    private int kept;

    /// <summary>A past belief: the moment-matched mixture and how the target then flew.</summary>
    private struct Moment
    {
        public double TimeS;
        public double ShiftEastM;
        public double ShiftNorthM;
        public MotionModel Model;
        public ModeState State;
    }

    public void Clear() => kept = 0;

    /// <summary>Keeps the present belief; the caller sees to it that the last one kept is <see cref="SpacingS"/> old.</summary>
    public void Record(in Bernoulli track, ReadOnlySpan<MotionModel> models)
    {
        newest = (newest + 1) % Count;
        kept = Math.Min(kept + 1, Count);
        ref var moment = ref moments[newest];
        (moment.TimeS, moment.ShiftEastM, moment.ShiftNorthM) = (track.TimeS, track.ShiftEastM, track.ShiftNorthM);
        (moment.State.Mean, moment.State.Covariance) = (track.Motion.Mean, track.Motion.Covariance);
        moment.Model = track.Motion.MeanModel(models);
    }

    /// <summary>The state of the track at an earlier time, in its present frame, given all that is known by now.</summary>
    /// <returns>False where the past is not remembered that far back.</returns>
    public bool TryRetrodict(in Bernoulli track, double timeS, out Retrodiction then)
    {
        then = new() { State = new() { Mean = track.Motion.Mean, Covariance = track.Motion.Covariance }, Transition = Matrix6.Identity() };
        var laterS = track.TimeS;
        for (var back = 0; back < kept; back++)
        {
            ref readonly var moment = ref moments[(newest - back + Count) % Count];
            if (moment.TimeS < laterS - 1e-3)
            {
                var earlier = StateOf(moment, track);
                var fromS = moment.TimeS;
                if (fromS < timeS)
                {
                    earlier.Predict(timeS - fromS, moment.Model);
                    fromS = timeS;
                }

                if (!then.StepBack(earlier, laterS - fromS, moment.Model)) return false;
                laterS = fromS;
            }

            if (moment.TimeS <= timeS) return true;
        }

        return false;
    }

    private static ModeState StateOf(in Moment moment, in Bernoulli track)
    {
        var state = moment.State;
        state.Mean[0] -= track.ShiftEastM - moment.ShiftEastM;
        state.Mean[1] -= track.ShiftNorthM - moment.ShiftNorthM;
        return state;
    }
}
