using System.Runtime.InteropServices;

namespace Vedette.Tracking.Association;

/// <summary>
/// Loopy belief propagation (Williams and Lau, IEEE TAES 50(4), 2014): exact on trees, close elsewhere, linear in the number of gated
/// pairs. Messages: μ from tracks to plots, ν from plots to tracks.
/// </summary>
public sealed class BeliefPropagation : IAssociation
{
    private const int MostRounds = 60;
    private const double Converged = 1e-5;

    private double[] toPlot = new double[256];
    private double[] toTrack = new double[256];
    private double[] rowSum = new double[64];
    private double[] columnSum = new double[64];

    public void Solve(AssociationGraph graph)
    {
        var pairs = CollectionsMarshal.AsSpan(graph.Pairs);
        Grow(ref toPlot, pairs.Length);
        Grow(ref toTrack, pairs.Length);
        Grow(ref rowSum, graph.Rows);
        Grow(ref columnSum, graph.Columns);
        Array.Fill(toTrack, 1, 0, pairs.Length);
        Array.Clear(toPlot, 0, pairs.Length);
        for (var round = 0; round < MostRounds; round++)
        {
            SumRows(graph, pairs);
            var change = SendToPlots(graph, pairs);
            SendToTracks(graph, pairs);
            if (change < Converged) break;
        }

        SumRows(graph, pairs);
        Read(graph, pairs);
    }

    private void SumRows(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        for (var i = 0; i < graph.Rows; i++) rowSum[i] = graph.MissWeight(i);
        for (var e = 0; e < pairs.Length; e++) rowSum[pairs[e].Row] += pairs[e].Weight * toTrack[e];
    }

    private double SendToPlots(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        var change = 0.0;
        Array.Fill(columnSum, 1, 0, graph.Columns);
        for (var e = 0; e < pairs.Length; e++)
        {
            // The others sum to the weight of a miss at least: a bound that keeps cancellation harmless.
            var others = Math.Max(rowSum[pairs[e].Row] - (pairs[e].Weight * toTrack[e]), graph.MissWeight(pairs[e].Row));
            var message = pairs[e].Weight / others;
            change = Math.Max(change, Math.Abs(message - toPlot[e]) / (1 + message));
            toPlot[e] = message;
            columnSum[pairs[e].Column] += message;
        }

        return change;
    }

    private void SendToTracks(AssociationGraph graph, ReadOnlySpan<AssociationGraph.Pair> pairs)
    {
        for (var e = 0; e < pairs.Length; e++) toTrack[e] = 1 / Math.Max(columnSum[pairs[e].Column] - toPlot[e], 1);
    }

    private void Read(AssociationGraph graph, Span<AssociationGraph.Pair> pairs)
    {
        for (var e = 0; e < pairs.Length; e++)
            pairs[e].Probability = pairs[e].Weight * toTrack[e] / rowSum[pairs[e].Row];
        for (var i = 0; i < graph.Rows; i++) graph.SetMiss(i, graph.MissWeight(i) / rowSum[i]);
        for (var j = 0; j < graph.Columns; j++) graph.SetNew(j, 1 / columnSum[j]);
    }

    private static void Grow(ref double[] array, int length)
    {
        if (array.Length < length) array = new double[Math.Max(length, 2 * array.Length)];
    }
}
