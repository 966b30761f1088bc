using Vedette.Air;
using Vedette.Kernel;
using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Smoothing;

/// <summary>
/// Keeps what was believed of every track through its life and smooths it when it ends: the best estimate of where it was, for reports and
/// evaluation. Offline: it costs some kilobytes for each update of each living track.
/// </summary>
/// <param name="everyS">Points fall on multiples of this time since 1970, s.</param>
/// <param name="ended">Gets each track that had a number, once it has ended.</param>
public sealed class TrackHistories(double everyS, Action<SmoothedTrack> ended)
{
    /// <summary>Beliefs closer in time than this replace each other: the later one holds all that the earlier one knew.</summary>
    private const double SpacingS = 0.9;

    /// <summary>How long a track is carried on beyond its last update, s; a picture gives it up earlier or then.</summary>
    private const double CarryS = 60;

    private readonly Dictionary<int, List<PastBelief>> byIndex = [];
    private Instant origin;
    private double firstS;

    /// <summary>Tells which moment is zero of the tracker's clock.</summary>
    public void Begin(Instant zero)
    {
        origin = zero;
        var periodTicks = (long)Math.Round(everyS * TimeSpan.TicksPerSecond);
        var since = zero.Ticks - Instant.UnixEpoch.Ticks;
        firstS = (((since / periodTicks) * periodTicks) - since) / (double)TimeSpan.TicksPerSecond;
    }

    /// <summary>Keeps the belief after an update.</summary>
    public void Record(int index, in Bernoulli track)
    {
        if (!byIndex.TryGetValue(index, out var past)) byIndex[index] = past = [];
        if (past.Count > 0 && past[^1].VelocityKnown && !track.VelocityKnown) past.Clear();
        if (past.Count == 0 || (track.TimeS > past[^1].TimeS && (past.Count == 1 || past[^1].TimeS - past[^2].TimeS >= SpacingS))) past.Add(new());
        past[^1].Take(track);
    }

    /// <summary>The component has ended.</summary>
    public void End(int index, in Bernoulli track, ReadOnlySpan<MotionModel> models)
    {
        if (!byIndex.Remove(index, out var past) || track.Number == 0) return;
        ended(new(new TrackNumber(track.Number), track.HeightKnown, Smooth(past, models)));
    }

    private List<SmoothedPoint> Smooth(List<PastBelief> past, ReadOnlySpan<MotionModel> models)
    {
        var points = new List<SmoothedPoint>();
        var last = past[^1];
        for (var epoch = Epoch(last.TimeS + CarryS); TimeOf(epoch) > last.TimeS; epoch--)
        {
            var coasted = last.Predicted(TimeOf(epoch) - last.TimeS, models);
            points.Add(coasted.Describe(At(epoch), coasted.State));
        }

        var later = last.State;
        for (var k = past.Count - 1; k > 0; k--)
        {
            var (from, to) = (past[k - 1], past[k]);
            later = from.InThisFrame(later, to);
            for (var epoch = Epoch(to.TimeS); TimeOf(epoch) > from.TimeS; epoch--)
            {
                var between = from.Predicted(TimeOf(epoch) - from.TimeS, models);
                points.Add(from.Describe(At(epoch), between.StepBack(later, to.TimeS - TimeOf(epoch), models)));
            }

            later = from.StepBack(later, to.TimeS - from.TimeS, models);
        }

        points.Reverse();
        return points;
    }

    private double TimeOf(long epoch) => firstS + (epoch * everyS);

    private Instant At(long epoch) => origin.AddSeconds(TimeOf(epoch));

    /// <summary>The last epoch at or before a time.</summary>
    private long Epoch(double timeS) => (long)Math.Floor((timeS - firstS) / everyS);
}
