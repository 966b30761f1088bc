namespace Vedette.Assessment.AllClear;

/// <summary>
/// When detections make a track: three within half a minute. One or two are not a track, so an object that is detected now and then
/// has still been missed. The state is the age of the last detection and of the one before it, in steps of two seconds.
/// </summary>
internal sealed class Confirmation
{
    public const double StepS = 2;

    /// <summary>Half a minute in steps; an age of this many steps is "too long ago".</summary>
    private const int Window = 15;

    private const int States = (Window + 1) * (Window + 1);
    private const double LowestRate = 1e-4, HighestRate = 2;
    private const int TableSize = 48;

    private static readonly double[] Hazards = MakeTable();

    private double[] mass = new double[States];
    private double[] next = new double[States];

    public Confirmation() => Begin();

    /// <summary>Probability that no track has been confirmed so far.</summary>
    public double Missed { get; private set; }

    /// <summary>Nothing was ever detected.</summary>
    public void Begin()
    {
        Array.Clear(mass);
        mass[^1] = 1;
        Missed = 1;
    }

    /// <summary>The object stays for a time where it is detected at this rate, 1/s.</summary>
    public void Stay(double ratePerS, double seconds)
    {
        for (var leftS = seconds; leftS > 1e-9 && Missed > 1e-9; leftS -= StepS) Step(1 - Math.Exp(-ratePerS * Math.Min(leftS, StepS)));
    }

    /// <summary>
    /// The rate of confirmation, 1/s, of an object that is detected at a steady rate and not yet confirmed: what makes the weakest way a
    /// shortest path. Interpolated in logarithms.
    /// </summary>
    public static double Hazard(double ratePerS)
    {
        if (ratePerS < LowestRate) return 0;
        var place = Math.Log(Math.Min(ratePerS, HighestRate) / LowestRate) / Math.Log(HighestRate / LowestRate) * (TableSize - 1);
        var i = Math.Min((int)place, TableSize - 2);
        return Math.Exp(Hazards[i] + ((Hazards[i + 1] - Hazards[i]) * (place - i)));
    }

    private static double[] MakeTable()
    {
        var table = new double[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            var rate = LowestRate * Math.Pow(HighestRate / LowestRate, i / (TableSize - 1.0));
            var chain = new Confirmation();
            // The share lost in each step settles after a few windows.
            chain.Stay(rate, 4 * Window * StepS);
            var before = Math.Max(chain.Missed, 1e-300);
            chain.Stay(rate, StepS);
            var lost = before > 1e-9 ? -Math.Log(chain.Missed / before) / StepS : rate / 3;
            table[i] = Math.Log(Math.Max(lost, 1e-12));
        }

        return table;
    }

    private void Step(double detected)
    {
        Array.Clear(next);
        var missed = 0.0;
        for (var last = 0; last <= Window; last++)
        {
            for (var before = last; before <= Window; before++)
            {
                var m = mass[(last * (Window + 1)) + before];
                if (m == 0) continue;
                var (older, oldest) = (Math.Min(last + 1, Window), Math.Min(before + 1, Window));
                next[(older * (Window + 1)) + oldest] += m * (1 - detected);
                missed += m * (1 - detected);
                // A third detection while the one before last is still fresh makes the track: that mass is no longer missed.
                if (oldest < Window) continue;
                next[older] += m * detected;
                missed += m * detected;
            }
        }

        (mass, next) = (next, mass);
        Missed = missed;
    }
}
