using System.Runtime.InteropServices;

namespace Vedette.Tracking.Association;

/// <summary>
/// Keeps close targets apart. Marginal probabilities average over permutations of targets, which draws the tracks of a formation together
/// until they are one (coalescence; Blom and Bloem, IEEE TAC 45(2), 2000). Where two real tracks contest plots, each one's probability is
/// therefore gathered on the pair that the most probable joint assignment gives it.
/// </summary>
public sealed class Separation
{
    /// <summary>Share of a track's detection probability that moves to its pair in the joint assignment.</summary>
    private const double Gathered = 0.85;

    /// <summary>Tracks less probable than this to cause a plot contest nothing.</summary>
    private const double Real = 0.3;

    private readonly List<int> order = [];
    private bool[] rowTaken = new bool[64];
    private bool[] columnTaken = new bool[64];
    private int[] contenders = new int[64];
    private int[] chosen = new int[64];

    public void Apply(AssociationGraph graph)
    {
        var pairs = CollectionsMarshal.AsSpan(graph.Pairs);
        Reserve(graph);
        foreach (ref readonly var pair in pairs)
            if (1 - graph.MissWeight(pair.Row) > Real && pair.Probability > 0.02) contenders[pair.Column]++;
        Choose(graph, pairs);
        foreach (ref var pair in pairs)
        {
            if (chosen[pair.Row] < 0) continue;
            ref readonly var best = ref pairs[chosen[pair.Row]];
            var seen = 1 - graph.MissProbability(pair.Row);
            var target = pair.Column == best.Column ? seen : 0;
            pair.Probability += Gathered * (target - pair.Probability);
        }
    }

    private void Reserve(AssociationGraph graph)
    {
        if (rowTaken.Length < graph.Rows)
        {
            rowTaken = new bool[2 * graph.Rows];
            chosen = new int[2 * graph.Rows];
        }

        if (columnTaken.Length < graph.Columns)
        {
            columnTaken = new bool[2 * graph.Columns];
            contenders = new int[2 * graph.Columns];
        }

        Array.Clear(rowTaken, 0, graph.Rows);
        Array.Clear(columnTaken, 0, graph.Columns);
        Array.Clear(contenders, 0, graph.Columns);
        Array.Fill(chosen, -1, 0, graph.Rows);
    }

    /// <summary>The joint assignment, greedily by marginal probability: the marginals already carry the competition.</summary>
    private void Choose(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        order.Clear();
        for (var e = 0; e < pairs.Length; e++)
            if (1 - graph.MissWeight(pairs[e].Row) > Real) order.Add(e);
        SortByProbability(pairs);
        foreach (var e in order)
        {
            ref readonly var pair = ref pairs[e];
            if (rowTaken[pair.Row] || columnTaken[pair.Column]) continue;
            rowTaken[pair.Row] = columnTaken[pair.Column] = true;
            if (IsContested(pairs, pair.Row) && pair.Probability > 0.15) chosen[pair.Row] = e;
        }
    }

    /// <summary>Most probable first, stable. Insertion sort: clusters are small and nothing may be allocated.</summary>
    private void SortByProbability(ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        for (var i = 1; i < order.Count; i++)
        {
            var e = order[i];
            var k = i - 1;
            for (; k >= 0 && pairs[order[k]].Probability < pairs[e].Probability; k--) order[k + 1] = order[k];
            order[k + 1] = e;
        }
    }

    private bool IsContested(ReadOnlySpan<AssociationGraph.Pair> pairs, int row)
    {
        foreach (ref readonly var pair in pairs)
            if (pair.Row == row && pair.Probability > 0.02 && contenders[pair.Column] > 1) return true;
        return false;
    }
}
