namespace Vedette.Tracking.Registration;

/// <summary>
/// The biases of all radars together, from targets that two of them see: what one radar says less what the other says is the difference
/// of what they get wrong. Least squares in information form (Bar-Shalom, Li, Kirubarajan 2001, 3.4): a measurement adds to few
/// elements of the normal equations, and these are solved only when an answer is wanted.
/// </summary>
public sealed class AlignmentNetwork
{
    /// <summary>Range (m), azimuth (rad) and time (s) of each radar.</summary>
    public const int States = 3;

    private static readonly double[] PriorSigma = [300, 0.008, 0.3];

    private double[] information = [];
    private double[] vector = [];
    private double[] factor = [];
    private double[] column = [];
    private double[] solution = [];
    private int radars;

    /// <summary>Number of measurements taken.</summary>
    public long Count { get; private set; }

    /// <summary>Makes room for a number of radars; what is known of the first ones is kept.</summary>
    public void Reserve(int count)
    {
        if (count <= radars) return;
        int old = States * radars, size = States * count;
        var grown = new double[size * size];
        for (var i = 0; i < old; i++) Array.Copy(information, i * old, grown, i * size, old);
        for (var i = old; i < size; i++) grown[(i * size) + i] = 1 / (PriorSigma[i % States] * PriorSigma[i % States]);
        information = grown;
        factor = new double[size * size];
        column = new double[size];
        Array.Resize(ref vector, size);
        solution = new double[size];
        radars = count;
    }

    /// <summary>Takes one scalar: residual = gradientA · bias of A + gradientB · bias of B + noise of this variance.</summary>
    public void Take(int radarA, ReadOnlySpan<double> gradientA, int radarB, ReadOnlySpan<double> gradientB, double residual, double variance)
    {
        Count++;
        Add(radarA, gradientA, radarA, gradientA, 1 / variance);
        Add(radarA, gradientA, radarB, gradientB, 1 / variance);
        Add(radarB, gradientB, radarA, gradientA, 1 / variance);
        Add(radarB, gradientB, radarB, gradientB, 1 / variance);
        for (var i = 0; i < States; i++)
        {
            vector[(States * radarA) + i] += gradientA[i] * residual / variance;
            vector[(States * radarB) + i] += gradientB[i] * residual / variance;
        }
    }

    /// <summary>Solves the normal equations.</summary>
    /// <returns>False where they are singular.</returns>
    public bool Solve()
    {
        var size = States * radars;
        if (!TryFactor(information, factor, size)) return false;
        Array.Copy(vector, solution, size);
        Substitute(solution);
        return true;
    }

    /// <summary>What was last solved for a radar: range, azimuth and time.</summary>
    public ReadOnlySpan<double> Biases(int radar) => solution.AsSpan(States * radar, States);

    /// <summary>Their covariance by rows: a block on the diagonal of the inverse.</summary>
    public void Covariance(int radar, Span<double> known)
    {
        for (var state = 0; state < States; state++)
        {
            Array.Clear(column);
            column[(States * radar) + state] = 1;
            Substitute(column);
            column.AsSpan(States * radar, States).CopyTo(known[(States * state)..]);
        }
    }

    /// <summary>
    /// ln of how much better a radar with a bias explains what was seen than one without: how far from nought it was found, in its own
    /// standard deviations, less what so free a hypothesis pays for having been vague beforehand (the Bayes factor; MacKay, Neural
    /// Computation 4(3), 1992).
    /// </summary>
    /// <param name="found">Range, azimuth and time.</param>
    /// <param name="known">Their covariance by rows.</param>
    public static double Evidence(ReadOnlySpan<double> found, ReadOnlySpan<double> known)
    {
        Span<double> lower = stackalloc double[States * States], scaled = stackalloc double[States];
        if (!TryFactor(known, lower, States)) return double.NegativeInfinity;
        found.CopyTo(scaled);
        SubstituteForward(lower, scaled);
        var evidence = 0.0;
        for (var i = 0; i < States; i++) evidence += (0.5 * scaled[i] * scaled[i]) + Math.Log(lower[(States * i) + i] / PriorSigma[i]);
        return evidence;
    }

    /// <summary>The lower triangular factor L of a symmetric matrix L Lᵀ, by rows; false where it is not positive definite.</summary>
    private static bool TryFactor(ReadOnlySpan<double> matrix, Span<double> lower, int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * size) + j];
                for (var k = 0; k < j; k++) sum -= lower[(i * size) + k] * lower[(j * size) + k];
                if (i != j) lower[(i * size) + j] = sum / lower[(j * size) + j];
                else if (sum <= 0) return false;
                else lower[(i * size) + i] = Math.Sqrt(sum);
            }
        }

        return true;
    }

    /// <summary>Solves L x = b in place.</summary>
    private static void SubstituteForward(ReadOnlySpan<double> lower, Span<double> b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= lower[(i * b.Length) + k] * b[k];
            b[i] /= lower[(i * b.Length) + i];
        }
    }

    private void Add(int row, ReadOnlySpan<double> left, int column, ReadOnlySpan<double> right, double weight)
    {
        for (var i = 0; i < States; i++)
            for (var j = 0; j < States; j++)
                information[(((States * row) + i) * States * radars) + (States * column) + j] += left[i] * right[j] * weight;
    }

    private void Substitute(double[] b)
    {
        var size = States * radars;
        SubstituteForward(factor, b);
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++) b[i] -= factor[(k * size) + i] * b[k];
            b[i] /= factor[(i * size) + i];
        }
    }
}
