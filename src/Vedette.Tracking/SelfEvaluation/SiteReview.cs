using Vedette.Air;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.SelfEvaluation;

/// <summary>What is being found out of one sensor: plots that wait for hindsight, and what came of those before.</summary>
public sealed class SiteReview
{
    /// <summary>Least time between two plots that are judged, s: more would tell little more, and these come from all around.</summary>
    private const double SpacingS = 0.75;

    /// <summary>Plots that wait at one time: enough for that spacing.</summary>
    private const int MostWaiting = 32;

    private const double ResidualMemory = 400;
    private const double LookMemory = 400;

    private readonly Queue<Waiting> waiting = new(MostWaiting);
    private readonly FadingMoments range = new(ResidualMemory);
    private readonly FadingMoments azimuth = new(ResidualMemory);
    private readonly FadingMoments seen = new(LookMemory);
    private readonly FadingMoments expected = new(LookMemory);
    private long compared;
    private double takenS = double.NegativeInfinity;

    /// <summary>A plot, and the track that it certainly is of.</summary>
    public readonly record struct Waiting(Measurement Plot, int Track, double FirstSeenS);

    public SensorQuality Quality => new(compared, range.Mean, range.Sigma, azimuth.Mean, azimuth.Sigma, seen.Mean, expected.Mean);

    public void Take(in Measurement plot, int track, double firstSeenS)
    {
        if (plot.TimeS < takenS + SpacingS || waiting.Count == MostWaiting) return;
        takenS = plot.TimeS;
        waiting.Enqueue(new(plot, track, firstSeenS));
    }

    /// <summary>The next plot that is older than that; they wait in order.</summary>
    public bool TryRelease(double olderThanS, out Waiting released)
    {
        released = default;
        return waiting.TryPeek(out var next) && next.Plot.TimeS < olderThanS && waiting.TryDequeue(out released);
    }

    /// <summary>Measured minus smoothed.</summary>
    public void Compare(double rangeM, double azimuthRad)
    {
        compared++;
        range.Add(rangeM);
        azimuth.Add(azimuthRad);
    }

    /// <summary>A look at a confirmed track: what was expected of it and what came.</summary>
    public void Look(double expectedProbability, double seenProbability)
    {
        expected.Add(expectedProbability);
        seen.Add(seenProbability);
    }
}
