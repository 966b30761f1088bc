namespace Vedette.Assessment.Incursion;

/// <summary>
/// Which way a boundary runs on the large: the chord over some kilometres either side of an edge, so that what flies along a
/// meandering line is seen to do so. Edges of a ring follow each other; the last ends where the first begins.
/// </summary>
internal sealed class BoundaryCourse
{
    private const double HalfChordM = 15e3;

    /// <summary>A chord spans at most this share of a ring, so that a small ring keeps its shape.</summary>
    private const double MostOfRing = 0.1;

    private readonly (double X, double Y)[] along;

    /// <summary>Edge i begins at (ax[i], ay[i]), m; ring k has the edges from rings[k] to the next ring's.</summary>
    public BoundaryCourse(double[] ax, double[] ay, IReadOnlyList<int> rings)
    {
        along = new (double, double)[ax.Length];
        for (var k = 0; k < rings.Count; k++)
        {
            var end = k + 1 < rings.Count ? rings[k + 1] : ax.Length;
            if (end > rings[k]) Smooth(ax.AsSpan(rings[k]..end), ay.AsSpan(rings[k]..end), along.AsSpan(rings[k]..end));
        }
    }

    /// <summary>Unit direction along the boundary at an edge, in the sense of its ring.</summary>
    public (double X, double Y) Along(int edge) => along[edge];

    private static void Smooth(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<(double X, double Y)> directions)
    {
        var n = x.Length;
        var lengths = new double[n];
        for (var i = 0; i < n; i++) lengths[i] = Length(x[(i + 1) % n] - x[i], y[(i + 1) % n] - y[i]);
        var ringM = 0.0;
        foreach (var lengthM in lengths) ringM += lengthM;
        var halfM = Math.Min(HalfChordM, ringM * MostOfRing / 2);
        for (var i = 0; i < n; i++)
        {
            var (from, to) = (Walk(lengths, i, -1, halfM), Walk(lengths, (i + 1) % n, 1, halfM));
            var (dx, dy) = (x[to] - x[from], y[to] - y[from]);
            var chordM = Length(dx, dy);
            directions[i] = chordM > 0 ? (dx / chordM, dy / chordM) : (1, 0);
        }
    }

    /// <summary>The vertex at or beyond so much way from a vertex, forward (1) or back (-1).</summary>
    private static int Walk(double[] lengths, int vertex, int sense, double wayM)
    {
        var n = lengths.Length;
        for (var steps = 0; wayM > 0 && steps < n; steps++)
        {
            wayM -= lengths[sense > 0 ? vertex : (vertex + n - 1) % n];
            vertex = (vertex + sense + n) % n;
        }

        return vertex;
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
