namespace Vedette.Eval;

/// <summary>
/// Best partial assignment of rows to columns by shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987; the form with
/// potentials). A row left alone costs nothing, so only pairs of negative cost are made.
/// </summary>
public static class ShortestAugmentingPath
{
    /// <param name="cost">Rows times columns, row by row; pairs of cost 0 or more are never made.</param>
    /// <param name="columnOfRow">Gets, for each row, its column or -1.</param>
    public static void Solve(ReadOnlySpan<double> cost, int rows, int columns, Span<int> columnOfRow)
    {
        // One dummy column for each row, of cost 0: "left alone". Index 0 of all arrays is the root of the search.
        var width = columns + rows;
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[width + 1];
        var rowOfColumn = new int[width + 1];
        var previous = new int[width + 1];
        var shortest = new double[width + 1];
        var done = new bool[width + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOfColumn[0] = row;
            Array.Fill(shortest, double.PositiveInfinity);
            Array.Clear(done);
            var column = 0;
            do
            {
                done[column] = true;
                var through = rowOfColumn[column];
                var step = double.PositiveInfinity;
                var next = 0;
                for (var j = 1; j <= width; j++)
                {
                    if (done[j]) continue;
                    var reduced = CostOf(cost, columns, through, j) - rowPotential[through] - columnPotential[j];
                    if (reduced < shortest[j])
                    {
                        shortest[j] = reduced;
                        previous[j] = column;
                    }

                    if (shortest[j] >= step) continue;
                    step = shortest[j];
                    next = j;
                }

                for (var j = 0; j <= width; j++)
                {
                    if (done[j])
                    {
                        rowPotential[rowOfColumn[j]] += step;
                        columnPotential[j] -= step;
                    }
                    else
                    {
                        shortest[j] -= step;
                    }
                }

                column = next;
            }
            while (rowOfColumn[column] != 0);

            for (; column != 0; column = previous[column]) rowOfColumn[column] = rowOfColumn[previous[column]];
        }

        columnOfRow.Fill(-1);
        for (var j = 1; j <= columns; j++)
        {
            var row = rowOfColumn[j];
            if (row != 0 && CostOf(cost, columns, row, j) < 0) columnOfRow[row - 1] = j - 1;
        }
    }

    private static double CostOf(ReadOnlySpan<double> cost, int columns, int row, int column) =>
        column > columns ? 0 : Math.Min(cost[((row - 1) * columns) + column - 1], 0);
}
