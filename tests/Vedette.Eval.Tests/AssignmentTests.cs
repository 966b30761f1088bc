using CsCheck;

namespace Vedette.Eval.Tests;

public class AssignmentTests
{
    [Fact]
    public void The_cheapest_partial_assignment_is_found_as_trying_all_of_them_finds_it() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5]).SelectMany((rows, columns) =>
            Gen.Double[-10, 4].Array[rows * columns].Select(cost => (rows, columns, cost)))
        .Sample(c =>
        {
            var chosen = new int[c.rows];
            ShortestAugmentingPath.Solve(c.cost, c.rows, c.columns, chosen);
            var used = chosen.Where(j => j >= 0).ToList();
            Assert.Equal(used.Count, used.Distinct().Count());
            var sum = chosen.Select((j, i) => j < 0 ? 0 : c.cost[(i * c.columns) + j]).Sum();
            Assert.Equal(Cheapest(c.cost, c.rows, c.columns, 0, 0), sum, 9);
        });

    [Fact]
    public void Clusters_solved_one_by_one_give_what_the_whole_would() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 8]).SelectMany((rows, columns) =>
            Gen.Select(Gen.Int[0, rows - 1], Gen.Int[0, columns - 1], Gen.Double[-10, 1]).List[0, 20].Select(edges => (rows, columns, edges)))
        .Sample(c =>
        {
            Edge[] edges = [.. c.edges.DistinctBy(e => (e.Item1, e.Item2)).Select(e => new Edge(e.Item1, e.Item2, e.Item3))];
            var cost = new double[c.rows * c.columns];
            foreach (var edge in edges) cost[(edge.Row * c.columns) + edge.Column] = Math.Min(edge.Cost, 0);
            var whole = new int[c.rows];
            ShortestAugmentingPath.Solve(cost, c.rows, c.columns, whole);
            double Sum(int[] chosen) => chosen.Select((j, i) => j < 0 ? 0 : cost[(i * c.columns) + j]).Sum();
            Assert.Equal(Sum(whole), Sum(GatedAssignment.Solve(edges, c.rows, c.columns)), 9);
        });

    private static double Cheapest(double[] cost, int rows, int columns, int row, int usedColumns)
    {
        if (row == rows) return 0;
        var best = Cheapest(cost, rows, columns, row + 1, usedColumns);
        for (var j = 0; j < columns; j++)
        {
            if ((usedColumns >> j & 1) != 0) continue;
            best = Math.Min(best, cost[(row * columns) + j] + Cheapest(cost, rows, columns, row + 1, usedColumns | (1 << j)));
        }

        return best;
    }
}
