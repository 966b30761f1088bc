namespace Vedette.Tracking.Existence;

/// <summary>How late a sensor's plots come behind its newest one, as a fading histogram.</summary>
/// <param name="longestS">Plots later than that count as never arriving.</param>
public sealed class Lateness(double longestS)
{
    private const int Bins = 32;

    /// <summary>A few hundred plots are remembered.</summary>
    private const float Keep = 0.997f;

    private readonly float[] weights = new float[Bins];
    private float total;

    public void Learn(double lateS)
    {
        for (var i = 0; i < Bins; i++) weights[i] *= Keep;
        total = (total * Keep) + 1;
        var bin = (int)(lateS / longestS * Bins);
        if (bin < Bins) weights[bin]++;
    }

    /// <summary>The share of plots that have arrived once the newest is so much newer, s; 0 where nothing is known.</summary>
    public double Arrived(double afterS)
    {
        if (total == 0) return 0;
        var sum = 0f;
        var whole = Math.Min((int)(afterS / longestS * Bins), Bins);
        for (var i = 0; i < whole; i++) sum += weights[i];
        return sum / total;
    }
}
