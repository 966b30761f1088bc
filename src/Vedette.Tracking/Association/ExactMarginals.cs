using System.Runtime.InteropServices;

namespace Vedette.Tracking.Association;

/// <summary>
/// Exact marginals of a small cluster: sums over all one-to-one assignments by running through the tracks with the set of plots already
/// taken as state, once forwards and once backwards. Cost: pairs x 2^plots.
/// </summary>
public sealed class ExactMarginals : IAssociation
{
    /// <summary>Most plots in a cluster that this is meant for.</summary>
    public const int MostColumns = 8;

    /// <summary>Most tracks in a cluster that this is meant for.</summary>
    public const int MostRows = 12;

    private readonly double[] forward = new double[(MostRows + 1) << MostColumns];
    private readonly double[] backward = new double[(MostRows + 1) << MostColumns];

    public static bool Fits(AssociationGraph graph) => graph.Rows <= MostRows && graph.Columns <= MostColumns;

    public void Solve(AssociationGraph graph)
    {
        var pairs = CollectionsMarshal.AsSpan(graph.Pairs);
        var masks = 1 << graph.Columns;
        Array.Clear(forward, 0, (graph.Rows + 1) * masks);
        Array.Clear(backward, 0, (graph.Rows + 1) * masks);
        forward[0] = 1;
        Array.Fill(backward, 1, graph.Rows * masks, masks);
        for (var row = 0; row < graph.Rows; row++) Forward(graph, pairs, row, masks);
        for (var row = graph.Rows - 1; row >= 0; row--) Backward(graph, pairs, row, masks);
        Read(graph, pairs, masks);
    }

    private void Forward(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs, int row, int masks)
    {
        var scale = 0.0;
        for (var mask = 0; mask < masks; mask++)
        {
            var mass = forward[(row * masks) + mask];
            if (mass == 0) continue;
            forward[((row + 1) * masks) + mask] += mass * graph.MissWeight(row);
            foreach (ref readonly var pair in pairs)
            {
                if (pair.Row != row || (mask & (1 << pair.Column)) != 0) continue;
                forward[((row + 1) * masks) + (mask | (1 << pair.Column))] += mass * pair.Weight;
            }
        }

        Normalise(forward, (row + 1) * masks, masks, ref scale);
    }

    private void Backward(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs, int row, int masks)
    {
        var scale = 0.0;
        for (var mask = 0; mask < masks; mask++)
        {
            var mass = backward[((row + 1) * masks) + mask] * graph.MissWeight(row);
            foreach (ref readonly var pair in pairs)
            {
                if (pair.Row != row || (mask & (1 << pair.Column)) != 0) continue;
                mass += backward[((row + 1) * masks) + (mask | (1 << pair.Column))] * pair.Weight;
            }

            backward[(row * masks) + mask] = mass;
        }

        Normalise(backward, row * masks, masks, ref scale);
    }

    private void Read(AssociationGraph graph, Span<AssociationGraph.Pair> pairs, int masks)
    {
        for (var row = 0; row < graph.Rows; row++)
        {
            double miss = 0, total = 0;
            for (var mask = 0; mask < masks; mask++)
                miss += forward[(row * masks) + mask] * graph.MissWeight(row) * backward[((row + 1) * masks) + mask];
            total += miss;
            foreach (ref var pair in pairs)
            {
                if (pair.Row != row) continue;
                pair.Probability = Joint(pair, row, masks);
                total += pair.Probability;
            }

            graph.SetMiss(row, miss / total);
            foreach (ref var pair in pairs)
                if (pair.Row == row) pair.Probability /= total;
        }

        ReadNew(graph, pairs);
    }

    private double Joint(in AssociationGraph.Pair pair, int row, int masks)
    {
        var sum = 0.0;
        var bit = 1 << pair.Column;
        for (var mask = 0; mask < masks; mask++)
            if ((mask & bit) == 0) sum += forward[(row * masks) + mask] * backward[((row + 1) * masks) + (mask | bit)];
        return sum * pair.Weight;
    }

    private static void ReadNew(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        for (var column = 0; column < graph.Columns; column++)
        {
            var taken = 0.0;
            foreach (ref readonly var pair in pairs)
                if (pair.Column == column) taken += pair.Probability;
            graph.SetNew(column, Math.Max(1 - taken, 0));
        }
    }

    private static void Normalise(double[] mass, int start, int count, ref double scale)
    {
        for (var i = 0; i < count; i++) scale = Math.Max(scale, mass[start + i]);
        if (scale <= 0) return;
        for (var i = 0; i < count; i++) mass[start + i] /= scale;
    }
}
