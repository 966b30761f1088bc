using CsCheck;
using Vedette.Tracking.Association;

namespace Vedette.Tracking.Tests.Association;

/// <summary>Against the best of all one-to-one assignments, found the slow way.</summary>
public class BestAssignmentTests
{
    private const double Miss = 0.3;

    [Fact]
    public void No_assignment_is_more_probable_than_the_one_chosen()
    {
        var weights = Gen.Int[1, 4].SelectMany(rows => Gen.Int[1, 4].SelectMany(columns => Gen.Double[0, 20].Array[columns].Array[rows]));
        weights.Sample(w =>
        {
            var chosen = Chosen(w);
            Assert.Equal(Best(w, 0, 0), Product(w, chosen), 1e-9 * (1 + Best(w, 0, 0)));
            var used = chosen.Where(c => c >= 0).ToArray();
            Assert.Equal(used.Length, used.Distinct().Count());
        });
    }

    [Fact]
    public void A_row_abreast_that_moves_on_is_matched_one_to_one_though_every_pair_is_nearly_as_probable()
    {
        double[][] weights = [.. Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 5).Select(j => 5 * Math.Exp(-0.02 * (i - j) * (i - j))).ToArray())];
        Assert.Equal([0, 1, 2, 3, 4], Chosen(weights));
    }

    private static int[] Chosen(double[][] weights)
    {
        var graph = new AssociationGraph();
        foreach (var _ in weights) graph.AddRow(Miss);
        foreach (var _ in weights[0]) graph.AddColumn();
        for (var i = 0; i < weights.Length; i++)
            for (var j = 0; j < weights[0].Length; j++) graph.Pairs.Add(new() { Row = i, Column = j, Weight = weights[i][j] });
        var pairs = new int[weights.Length];
        new BestAssignment().Solve(graph, pairs);
        return [.. pairs.Select(p => p < 0 ? -1 : graph.Pairs[p].Column)];
    }

    private static double Product(double[][] weights, int[] chosen) =>
        chosen.Select((column, row) => column < 0 ? Miss : weights[row][column]).Aggregate(1.0, (a, b) => a * b);

    private static double Best(double[][] weights, int row, int taken)
    {
        if (row == weights.Length) return 1;
        var best = Miss * Best(weights, row + 1, taken);
        for (var j = 0; j < weights[0].Length; j++)
            if ((taken & (1 << j)) == 0) best = Math.Max(best, weights[row][j] * Best(weights, row + 1, taken | (1 << j)));
        return best;
    }
}
