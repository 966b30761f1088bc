using CsCheck;
using Vedette.Kernel;
using Vedette.Tracking.Association;

namespace Vedette.Tracking.Tests.Association;

/// <summary>Both methods against a sum over every one-to-one assignment, written the slow way.</summary>
public class MarginalTests
{
    private static readonly Gen<double[][]> SmallWeights = Gen.Int[1, 4].SelectMany(rows => Gen.Int[1, 4].SelectMany(
        columns => Gen.Double[0, 20].Array[columns].Array[rows]));

    [Fact]
    public void Exact_marginals_are_the_sum_over_all_assignments()
    {
        SmallWeights.Sample(weights => Compare(weights, new ExactMarginals(), 1e-9));
    }

    [Fact]
    public void Belief_propagation_is_exact_for_one_track_or_one_plot()
    {
        Gen.Double[0, 50].Array[1, 6].Sample(weights =>
        {
            Compare([weights], new BeliefPropagation(), 1e-6);
            Compare([.. weights.Select(w => new[] { w })], new BeliefPropagation(), 1e-6);
        });
    }

    /// <summary>On graphs with loops it is an approximation: good on average, a fifth or more off on rare knots, and always a distribution.</summary>
    [Fact]
    public void Belief_propagation_is_close_on_average_elsewhere()
    {
        var random = new SeededRandom(1);
        var (sum, count) = (0.0, 0);
        for (var round = 0; round < 500; round++)
        {
            var weights = RandomWeights(random, 2 + random.Next(3), 2 + random.Next(3));
            var (exact, approximate) = (Solved(weights, new ExactMarginals()), Solved(weights, new BeliefPropagation()));
            for (var i = 0; i < exact.Length; i++, count++) sum += Math.Abs(exact[i] - approximate[i]);
        }

        Assert.InRange(sum / count, 0, 0.03);
    }

    [Fact]
    public void Belief_propagation_always_gives_a_distribution() =>
        SmallWeights.Sample(weights => Compare(weights, new BeliefPropagation(), 1));

    [Fact]
    public void Overwhelming_weights_give_finite_probabilities()
    {
        var graph = Graph([[1e17, 1e-20], [1e17, 1e17]], 0.005);
        new BeliefPropagation().Solve(graph);
        foreach (var pair in graph.Pairs) Assert.InRange(pair.Probability, 0, 1.000001);
    }

    [Fact]
    public void Two_close_tracks_and_two_plots_end_up_with_one_plot_each()
    {
        var graph = Graph([[1.2e3, 1e3], [1e3, 1.2e3]], 0.1);
        new ExactMarginals().Solve(graph);
        Assert.InRange(graph.Pairs[0].Probability, 0.4, 0.7);
        new Separation().Apply(graph);
        Assert.True(graph.Pairs[0].Probability > 0.85, "the first track gathers on the first plot");
        Assert.True(graph.Pairs[3].Probability > 0.85, "and the second on the second");
        Assert.Equal(1 - graph.MissProbability(0), graph.Pairs[0].Probability + graph.Pairs[1].Probability, 9);
    }

    private static double[][] RandomWeights(SeededRandom random, int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.NextExponential(3)).ToArray())];

    private static double[] Solved(double[][] weights, IAssociation method)
    {
        var graph = Graph(weights, 0.3);
        method.Solve(graph);
        return [.. graph.Pairs.Select(p => p.Probability)];
    }

    private static void Compare(double[][] weights, IAssociation method, double tolerance)
    {
        const double miss = 0.3;
        var graph = Graph(weights, miss);
        method.Solve(graph);
        var (expected, total) = Enumerate(weights, miss);
        foreach (var pair in graph.Pairs) Assert.Equal(expected[pair.Row, pair.Column] / total, pair.Probability, tolerance);
        for (var i = 0; i < weights.Length; i++)
        {
            var seen = graph.Pairs.Where(p => p.Row == i).Sum(p => p.Probability);
            Assert.Equal(1, seen + graph.MissProbability(i), 1e-6);
        }
    }

    private static AssociationGraph Graph(double[][] weights, double miss)
    {
        var graph = new AssociationGraph();
        foreach (var _ in weights) graph.AddRow(miss);
        foreach (var _ in weights[0]) graph.AddColumn();
        for (var i = 0; i < weights.Length; i++)
            for (var j = 0; j < weights[0].Length; j++)
                graph.Pairs.Add(new() { Row = i, Column = j, Weight = weights[i][j] });
        return graph;
    }

    private static (double[,] Mass, double Total) Enumerate(double[][] weights, double miss)
    {
        var mass = new double[weights.Length, weights[0].Length];
        var chosen = new int[weights.Length];
        var total = 0.0;
        Walk(0, 0, 1);
        return (mass, total);

        void Walk(int row, int taken, double product)
        {
            if (row == weights.Length)
            {
                total += product;
                for (var i = 0; i < chosen.Length; i++)
                    if (chosen[i] >= 0) mass[i, chosen[i]] += product;
                return;
            }

            chosen[row] = -1;
            Walk(row + 1, taken, product * miss);
            for (var j = 0; j < weights[0].Length; j++)
            {
                if ((taken & (1 << j)) != 0) continue;
                chosen[row] = j;
                Walk(row + 1, taken | (1 << j), product * weights[row][j]);
            }
        }
    }
}
