using System.Runtime.InteropServices;
using Vedette.Tracking.Association;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking;

/// <summary>Marginal association probabilities of one cluster of gated pairs, by whichever method fits it.</summary>
public sealed class ClusterSolver(TrackTable table, TuningTable tuning, TrackUpdater updater)
{
    private readonly BeliefPropagation beliefPropagation = new();
    private readonly ExactMarginals exact = new();
    private readonly NearestNeighbour nearest = new();
    private readonly Separation separation = new();
    private readonly GroupSolver groups = new(table, tuning);
    private readonly List<int> rows = [];
    private readonly List<int> columns = [];
    private int[] rowOf = new int[256];
    private int[] columnOf = new int[256];

    /// <summary>The solved cluster; the payload of a pair is its index among all pairs of the batch.</summary>
    public AssociationGraph Graph { get; } = new();

    /// <summary>Index of the track of each row.</summary>
    public ReadOnlySpan<int> Rows => CollectionsMarshal.AsSpan(rows);

    /// <summary>Plots that hold several tracks were hypotheses of their own.</summary>
    public bool Shared { get; private set; }

    public void Solve(SensorSite site, ReadOnlySpan<Measurement> measurements, CandidateFinder found, ReadOnlySpan<int> members)
    {
        Number(found.Pairs, members, measurements.Length);
        Shared = tuning.Everywhere.MergedPlots && rows.Count is > 1 and <= SharedPlots.MostRows && site.IsRadar && AnyShared(site, measurements);
        BuildGraph(site, measurements, found, members);
        if (Shared) groups.Solve(Graph, site, measurements, Rows, CollectionsMarshal.AsSpan(columns));
        else SolveApart(members.Length);
    }

    /// <summary>Weighs everything that may have been seen of one row's track into its update.</summary>
    public void Weigh(int row, SensorSite site, ReadOnlySpan<Measurement> measurements, CandidateFinder found)
    {
        foreach (ref readonly var pair in CollectionsMarshal.AsSpan(Graph.Pairs))
            if (pair.Row == row) updater.Weigh(found.Hypotheses[pair.Payload], pair.Probability, found.Pairs[pair.Payload].Measurement);
        if (Shared) groups.Weigh(row, updater);
    }

    /// <summary>False where nothing in the cluster can be the track's after all: it waits for the account of looks that saw nothing.</summary>
    public bool IsExplained(int row)
    {
        foreach (ref readonly var pair in CollectionsMarshal.AsSpan(Graph.Pairs))
            if (pair.Row == row && pair.Weight > 0) return true;
        return Shared && groups.Holds(row);
    }

    private void SolveApart(int pairs)
    {
        if (!tuning.Everywhere.JointAssociation)
        {
            nearest.Solve(Graph);
            return;
        }

        if (pairs > 1 && ExactMarginals.Fits(Graph)) exact.Solve(Graph);
        else beliefPropagation.Solve(Graph);
        if (pairs > 1 && Graph.Rows > 1) separation.Apply(Graph);
    }

    /// <summary>Gives the cluster's tracks rows and its measurements columns.</summary>
    private void Number(ReadOnlySpan<GatedPair> pairs, ReadOnlySpan<int> members, int measurements)
    {
        if (rowOf.Length < table.Capacity) rowOf = new int[table.Capacity];
        if (columnOf.Length < measurements) columnOf = new int[2 * measurements];
        rows.Clear();
        columns.Clear();
        foreach (var k in members) rowOf[pairs[k].Track] = columnOf[pairs[k].Measurement] = -1;
        foreach (var k in members)
        {
            var (index, j) = pairs[k];
            if (rowOf[index] < 0)
            {
                rowOf[index] = rows.Count;
                rows.Add(index);
            }

            if (columnOf[j] >= 0) continue;
            columnOf[j] = columns.Count;
            columns.Add(j);
        }
    }

    private bool AnyShared(SensorSite site, ReadOnlySpan<Measurement> measurements)
    {
        foreach (var j in columns)
        {
            ref readonly var z = ref measurements[j];
            if (!z.IsBareEcho) continue;
            for (var a = 1; a < rows.Count; a++)
                for (var b = 0; b < a; b++)
                    if (ResolutionCell.MayHold(z, site, table[rows[a]]) && ResolutionCell.MayHold(z, site, table[rows[b]])
                        && ResolutionCell.Unresolved(site.Performance, ResolutionCell.Of(z, site, table[rows[a]]), ResolutionCell.Of(z, site, table[rows[b]])) > ResolutionCell.Negligible)
                        return true;
        }

        return false;
    }

    private void BuildGraph(SensorSite site, ReadOnlySpan<Measurement> measurements, CandidateFinder found, ReadOnlySpan<int> members)
    {
        Graph.Clear();
        foreach (var _ in columns) Graph.AddColumn();
        var time = measurements[columns[0]].TimeS;
        for (var row = 0; row < rows.Count; row++)
        {
            ref var track = ref table[rows[row]];
            Graph.AddRow(1 - (track.Existence * updater.Detectable(row, ref track, site, time, Shared)));
        }

        foreach (var k in members)
        {
            var (index, j) = found.Pairs[k];
            ref readonly var hypothesis = ref found.Hypotheses[k];
            var logRatio = hypothesis.LogLikelihood - measurements[j].LogBackground + Evidence.Of(measurements[j], site, table[index]);
            var row = rowOf[index];
            Graph.Pairs.Add(new()
            {
                Row = row,
                Column = columnOf[j],
                Weight = hypothesis.Distance < tuning.Of(table[index]).Gate ? (1 - Graph.MissWeight(row)) * Math.Exp(Math.Clamp(logRatio, -60, 40)) : 0,
                Payload = k,
            });
        }
    }
}
