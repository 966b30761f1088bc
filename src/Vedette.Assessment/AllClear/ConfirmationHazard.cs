namespace Vedette.Assessment.AllClear;

/// <summary>
/// The rate of confirmation, 1/s, of an object that is looked at evenly and not yet confirmed: what makes the weakest way a shortest path
/// and thins the field of unseen objects. Tabulated once over rate and interval, interpolated in logarithms.
/// </summary>
internal static class ConfirmationHazard
{
    private const double LowestRate = 1e-4, HighestRate = 4;
    private const double ShortestS = 0.25, LongestS = 16;
    private const int Rates = 40, Intervals = 13;

    private static readonly double[] Logarithms = Tabulate();

    public static double Of(LookRate looks)
    {
        if (looks.PerS < LowestRate) return 0;
        var (i, x) = Place(looks.PerS, LowestRate, HighestRate, Rates);
        var (j, y) = Place(looks.IntervalS, ShortestS, LongestS, Intervals);
        var low = At(i, j) + (x * (At(i + 1, j) - At(i, j)));
        var high = At(i, j + 1) + (x * (At(i + 1, j + 1) - At(i, j + 1)));
        return Math.Exp(low + (y * (high - low)));
    }

    private static (int Index, double Share) Place(double value, double lowest, double highest, int count)
    {
        var place = Math.Log(Math.Clamp(value, lowest, highest) / lowest) / Math.Log(highest / lowest) * (count - 1);
        var index = Math.Min((int)place, count - 2);
        return (index, place - index);
    }

    private static double At(int rate, int interval) => Logarithms[(rate * Intervals) + interval];

    private static double[] Tabulate()
    {
        var table = new double[Rates * Intervals];
        var chain = new Confirmation();
        for (var i = 0; i < table.Length; i++)
        {
            var rate = LowestRate * Math.Pow(HighestRate / LowestRate, i / Intervals / (Rates - 1.0));
            var interval = ShortestS * Math.Pow(LongestS / ShortestS, i % Intervals / (Intervals - 1.0));
            table[i] = Math.Log(Math.Max(chain.SettledHazard(new(rate, interval)), 1e-12));
        }

        return table;
    }
}
