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

    private readonly BestAssignment assignment = new();
    private int[] contenders = new int[64];
    private int[] chosen = new int[64];

    public void Apply(AssociationGraph graph)
    {
        var pairs = CollectionsMarshal.AsSpan(graph.Pairs);
        Reserve(graph);
        foreach (ref readonly var pair in pairs)
            if (1 - graph.MissProbability(pair.Row) > Real && pair.Probability > 0.02) contenders[pair.Column]++;
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
        if (chosen.Length < graph.Rows) chosen = new int[2 * graph.Rows];
        if (contenders.Length < graph.Columns) contenders = new int[2 * graph.Columns];
        Array.Clear(contenders, 0, graph.Columns);
    }

    /// <summary>Keeps, of the most probable joint assignment, the pairs whose plots are contested.</summary>
    private void Choose(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        assignment.Solve(graph, chosen);
        for (var row = 0; row < graph.Rows; row++)
            if (chosen[row] >= 0 && (!IsContested(pairs, row) || pairs[chosen[row]].Probability < 0.1)) chosen[row] = -1;
    }

    private bool IsContested(ReadOnlySpan<AssociationGraph.Pair> pairs, int row)
    {
        foreach (ref readonly var pair in pairs)
            if (pair.Row == row && pair.Probability > 0.02 && contenders[pair.Column] > 1) return true;
        return false;
    }
}
