namespace Vedette.Assessment.AllClear;

/// <summary>
/// When detections make a track. The tracker's own life of a candidate, as a chain: a first detection is forgotten unless a second one
/// comes in time, two make a line, and a third one while the line is still believed confirms it. One or two are not a track, so an object
/// that is detected now and then has still been missed.
/// </summary>
public sealed class Confirmation
{
    /// <summary>A plot seen once nourishes nothing after this time, s: its place is known, its motion is not, and each look that misses it weighs.</summary>
    internal const int OnceS = 15;

    /// <summary>
    /// So long the tracker believes in a line of two plots that nothing confirms, s. This and the time above are measured on the tracker
    /// (bench/coverage, seeds from 101) and held against other seeds.
    /// </summary>
    internal const int TwiceS = 20;

    /// <summary>Seconds of the newest detection, as places in a ring.</summary>
    private const int Ring = 64;

    private readonly double[] once = new double[Ring];
    private readonly double[] twice = new double[Ring];
    private double never, timeS, phase;
    private int second;

    public Confirmation() => Begin();

    /// <summary>Probability that no track has been confirmed so far.</summary>
    public double Missed { get; private set; }

    /// <summary>Nothing was ever detected; the first look comes after half an interval, as it does in the mean.</summary>
    public void Begin()
    {
        Array.Clear(once);
        Array.Clear(twice);
        (never, timeS, second, phase, Missed) = (1, 0, 0, 0.5, 1);
    }

    /// <summary>The object stays for a time where it is looked at like this.</summary>
    public void Stay(LookRate looks, double seconds)
    {
        var leftS = seconds;
        while (leftS > 0 && Missed > 1e-12)
        {
            var untilS = (1 - phase) * looks.IntervalS;
            if (untilS > leftS)
            {
                phase += leftS / looks.IntervalS;
                timeS += leftS;
                return;
            }

            leftS -= untilS;
            timeS += untilS;
            phase = 0;
            if (looks.PerS > 0) Look(looks.Detection);
        }
    }

    /// <summary>Rate, 1/s, at which an object that is not confirmed yet gets confirmed where it is looked at evenly for long.</summary>
    internal double SettledHazard(LookRate looks)
    {
        Begin();
        Stay(looks, 4 * TwiceS);
        var spanS = Math.Max(2 * TwiceS, 4 * looks.IntervalS);
        if (Missed < 1e-9) return Math.Log(1e9) / (4 * TwiceS);
        var before = Missed;
        Stay(looks, spanS);
        return Math.Log(before / Math.Max(Missed, 1e-12)) / spanS;
    }

    private void Look(double detected)
    {
        Forget();
        var (first, line, confirmed) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Ring; i++)
        {
            first += once[i];
            line += twice[i];
            once[i] *= 1 - detected;
            twice[i] *= 1 - detected;
        }

        confirmed = detected * line;
        twice[second & (Ring - 1)] += detected * first;
        once[second & (Ring - 1)] += detected * never;
        never *= 1 - detected;
        Missed = Math.Max(Missed - confirmed, 0);
    }

    /// <summary>Lets go of what nothing has followed in time.</summary>
    private void Forget()
    {
        for (var now = (int)timeS; second < now; second++)
        {
            Drop(once, second + 1 - OnceS);
            Drop(twice, second + 1 - TwiceS);
        }
    }

    private void Drop(double[] mass, int of)
    {
        never += mass[of & (Ring - 1)];
        mass[of & (Ring - 1)] = 0;
    }
}
