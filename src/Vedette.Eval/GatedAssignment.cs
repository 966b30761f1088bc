namespace Vedette.Eval;

/// <summary>A possible pair and what making it costs; negative, or it is never made.</summary>
public readonly record struct Edge(int Row, int Column, double Cost);

/// <summary>
/// Best partial assignment over a sparse graph: the connected clusters of the gated pairs are solved one by one, each exactly
/// (<see cref="ShortestAugmentingPath"/>), so that a picture of thousands costs no more than its crowds.
/// </summary>
public static class GatedAssignment
{
    /// <param name="edges">Pairs inside the gate; those of cost 0 or more are ignored.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <returns>For each row, its column or -1.</returns>
    public static int[] Solve(IReadOnlyList<Edge> edges, int rows, int columns)
    {
        var columnOfRow = new int[rows];
        Array.Fill(columnOfRow, -1);
        var contested = TakeLonely(edges, columnOfRow, columns);
        var parent = new int[rows + columns];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        foreach (var edge in contested) parent[Root(parent, edge.Row)] = Root(parent, rows + edge.Column);
        foreach (var cluster in contested.GroupBy(e => Root(parent, e.Row)).OrderBy(c => c.Key))
            SolveCluster([.. cluster], columnOfRow);
        return columnOfRow;
    }

    /// <summary>Pairs that nobody else wants are made at once: most are.</summary>
    /// <returns>The others.</returns>
    private static List<Edge> TakeLonely(IReadOnlyList<Edge> edges, int[] columnOfRow, int columns)
    {
        var (perRow, perColumn) = (new int[columnOfRow.Length], new int[columns]);
        foreach (var edge in edges)
        {
            if (!(edge.Cost < 0)) continue;
            perRow[edge.Row]++;
            perColumn[edge.Column]++;
        }

        var contested = new List<Edge>();
        foreach (var edge in edges)
        {
            if (!(edge.Cost < 0)) continue;
            if (perRow[edge.Row] == 1 && perColumn[edge.Column] == 1) columnOfRow[edge.Row] = edge.Column;
            else contested.Add(edge);
        }

        return contested;
    }

    private static void SolveCluster(Edge[] edges, int[] columnOfRow)
    {
        int[] rows = [.. edges.Select(e => e.Row).Distinct().Order()];
        int[] columns = [.. edges.Select(e => e.Column).Distinct().Order()];
        var cost = new double[rows.Length * columns.Length];
        foreach (var edge in edges)
            cost[(Array.BinarySearch(rows, edge.Row) * columns.Length) + Array.BinarySearch(columns, edge.Column)] = edge.Cost;
        var chosen = new int[rows.Length];
        ShortestAugmentingPath.Solve(cost, rows.Length, columns.Length, chosen);
        for (var i = 0; i < rows.Length; i++)
            if (chosen[i] >= 0) columnOfRow[rows[i]] = columns[chosen[i]];
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    }
}
