using System.Runtime.InteropServices;

namespace Vedette.Tracking.Association;

/// <summary>
/// Global nearest neighbour: the pairs are taken most likely first, each track and each plot once. A track's plot is then its own as
/// probably as if nobody else had wanted it. Simpler than joint probabilities, and wrong wherever tracks contest plots.
/// </summary>
public sealed class NearestNeighbour : IAssociation
{
    private readonly List<int> order = [];

    public void Solve(AssociationGraph graph)
    {
        var pairs = CollectionsMarshal.AsSpan(graph.Pairs);
        for (var row = 0; row < graph.Rows; row++) graph.SetMiss(row, 1);
        for (var column = 0; column < graph.Columns; column++) graph.SetNew(column, 1);
        Sort(pairs);
        foreach (var e in order)
        {
            ref var pair = ref pairs[e];
            var free = graph.MissProbability(pair.Row) == 1 && graph.NewProbability(pair.Column) == 1;
            pair.Probability = free ? pair.Weight / (pair.Weight + Math.Max(graph.MissWeight(pair.Row), 1e-9)) : 0;
            if (pair.Probability == 0) continue;
            graph.SetMiss(pair.Row, 1 - pair.Probability);
            graph.SetNew(pair.Column, 1 - pair.Probability);
        }
    }

    /// <summary>Heaviest first, stable. Insertion sort: clusters are small and nothing may be allocated.</summary>
    private void Sort(ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        order.Clear();
        for (var e = 0; e < pairs.Length; e++)
        {
            var k = order.Count - 1;
            order.Add(e);
            for (; k >= 0 && pairs[order[k]].Weight < pairs[e].Weight; k--) order[k + 1] = order[k];
            order[k + 1] = e;
        }
    }
}
