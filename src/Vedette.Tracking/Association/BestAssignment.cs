using System.Runtime.InteropServices;

namespace Vedette.Tracking.Association;

/// <summary>
/// The most probable joint assignment of a cluster: each track gets one plot or none so that the product of weights is greatest. Shortest
/// augmenting paths (Jonker and Volgenant, Computing 38, 1987) with a column of its own for every track that is missed.
/// </summary>
public sealed class BestAssignment
{
    private const double Forbidden = 1e9;

    private double[] cost = new double[256];
    private int[] pairOf = new int[256];
    private double[] rowPrice = new double[32];
    private double[] columnPrice = new double[64];
    private double[] distance = new double[64];
    private int[] rowOf = new int[64];
    private int[] cameFrom = new int[64];
    private bool[] done = new bool[64];
    private int width;

    /// <summary>For each row the index of its pair, -1 where the track is missed.</summary>
    public void Solve(AssociationGraph graph, Span<int> chosen)
    {
        Fill(graph);
        for (var row = 1; row <= graph.Rows; row++) Augment(row);
        chosen[..graph.Rows].Fill(-1);
        for (var column = 1; column <= graph.Columns; column++)
            if (rowOf[column] > 0) chosen[rowOf[column] - 1] = pairOf[((rowOf[column] - 1) * width) + column - 1];
    }

    private void Fill(AssociationGraph graph)
    {
        width = graph.Columns + graph.Rows;
        Reserve(graph.Rows);
        Array.Fill(cost, Forbidden, 0, graph.Rows * width);
        Array.Fill(pairOf, -1, 0, graph.Rows * width);
        Array.Clear(rowPrice, 0, graph.Rows + 1);
        Array.Clear(columnPrice, 0, width + 1);
        Array.Clear(rowOf, 0, width + 1);
        for (var row = 0; row < graph.Rows; row++) cost[(row * width) + graph.Columns + row] = -Math.Log(Math.Max(graph.MissWeight(row), 1e-30));
        var pairs = CollectionsMarshal.AsSpan(graph.Pairs);
        for (var e = 0; e < pairs.Length; e++)
        {
            if (pairs[e].Weight <= 0) continue;
            var place = (pairs[e].Row * width) + pairs[e].Column;
            cost[place] = -Math.Log(pairs[e].Weight);
            pairOf[place] = e;
        }
    }

    private void Reserve(int rows)
    {
        if (cost.Length < rows * width)
        {
            cost = new double[2 * rows * width];
            pairOf = new int[2 * rows * width];
        }

        if (rowPrice.Length <= rows) rowPrice = new double[2 * (rows + 1)];
        if (columnPrice.Length > width) return;
        columnPrice = new double[2 * (width + 1)];
        distance = new double[2 * (width + 1)];
        rowOf = new int[2 * (width + 1)];
        cameFrom = new int[2 * (width + 1)];
        done = new bool[2 * (width + 1)];
    }

    /// <summary>Gives one more row a column, moving others where that costs less. Rows and columns count from 1; column 0 is the start.</summary>
    private void Augment(int row)
    {
        rowOf[0] = row;
        Array.Fill(distance, double.PositiveInfinity, 0, width + 1);
        Array.Clear(done, 0, width + 1);
        var column = 0;
        do column = Step(column);
        while (rowOf[column] != 0);
        for (; column != 0; column = cameFrom[column]) rowOf[column] = rowOf[cameFrom[column]];
    }

    /// <summary>Settles a column and returns the nearest one that is not settled yet.</summary>
    private int Step(int column)
    {
        done[column] = true;
        var row = rowOf[column];
        var next = 0;
        var least = double.PositiveInfinity;
        for (var j = 1; j <= width; j++)
        {
            if (done[j]) continue;
            var reduced = cost[((row - 1) * width) + j - 1] - rowPrice[row] - columnPrice[j];
            if (reduced < distance[j]) (distance[j], cameFrom[j]) = (reduced, column);
            if (distance[j] < least) (least, next) = (distance[j], j);
        }

        for (var j = 0; j <= width; j++)
        {
            if (done[j])
            {
                rowPrice[rowOf[j]] += least;
                columnPrice[j] -= least;
            }
            else distance[j] -= least;
        }

        return next;
    }
}
