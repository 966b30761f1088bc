namespace Vedette.Eval.Scoring;

/// <summary>Errors of tracks on their targets: root mean squares, and whether the stated covariances fit them.</summary>
public sealed class ErrorSums
{
    /// <summary>Chi-square with two degrees of freedom stays below twice this with probability 0.95.</summary>
    private const double Inside95 = 2.9957;

    private readonly List<double> nees = [];
    private double position, velocity, height;
    private int velocities, heights;

    public int Count { get; private set; }

    public double PositionRmsM => Math.Sqrt(position / Math.Max(Count, 1));

    /// <summary>NaN where no velocity was told.</summary>
    public double VelocityRmsMps => velocities == 0 ? double.NaN : Math.Sqrt(velocity / velocities);

    /// <summary>NaN where no height was told.</summary>
    public double HeightRmsM => heights == 0 ? double.NaN : Math.Sqrt(height / heights);

    /// <summary>How many errors could be held against a stated covariance.</summary>
    public int Stated => nees.Count;

    /// <summary>Mean normalised estimation error squared over its dimension (Bar-Shalom, Li, Kirubarajan 2001, 5.4): 1 is right, more is too sure.</summary>
    public double Anees => nees.Count == 0 ? double.NaN : nees.Average();

    /// <summary>Its median, scaled so that 1 is right.</summary>
    public double MedianNees => Median() / Math.Log(2);

    /// <summary>Share inside the stated 95 % ellipse.</summary>
    public double InsideShare => nees.Count(x => x < Inside95) / (double)Math.Max(nees.Count, 1);

    /// <param name="northM">Track minus target.</param>
    public void Add(in TruthRow truth, in TrackRow track, double northM, double eastM)
    {
        Count++;
        position += (northM * northM) + (eastM * eastM);
        Take(Square(track.NorthMps - truth.NorthMps) + Square(track.EastMps - truth.EastMps), ref velocity, ref velocities);
        Take(Square(track.Place.HeightM - truth.Place.HeightM), ref height, ref heights);
        if (double.IsNaN(track.EastEastM2)) return;
        var (nn, ne, ee) = (track.NorthNorthM2, track.NorthEastM2, track.EastEastM2);
        nees.Add(((ee * northM * northM) - (2 * ne * northM * eastM) + (nn * eastM * eastM)) / Math.Max((nn * ee) - (ne * ne), 1e-6) / 2);
    }

    private double Median()
    {
        if (nees.Count == 0) return double.NaN;
        var sorted = nees.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double Square(double x) => x * x;

    private static void Take(double square, ref double sum, ref int count)
    {
        if (!double.IsFinite(square)) return;
        sum += square;
        count++;
    }
}
