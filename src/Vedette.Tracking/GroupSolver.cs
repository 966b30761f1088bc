using System.Numerics;
using Vedette.Tracking.Association;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking;

/// <summary>
/// Clusters in which a radar may see several tracks as one plot: lists every way to explain each plot by one track or by a group that
/// shares its resolution cell, has <see cref="SharedPlots"/> weigh them against each other, and brings a group's plot, which tells of the
/// mean of its members, back to each of them.
/// </summary>
public sealed class GroupSolver(TrackTable table, TuningTable tuning)
{
    /// <summary>Most tracks that one plot is taken to hold.</summary>
    private const int MostMembers = 4;

    private const double LeastPart = 1e-3;

    /// <summary>Share of a track's probability that moves to the most probable joint event: see <see cref="Separation"/>.</summary>
    private const double Gathered = 0.85;

    private readonly SharedPlots joint = new();
    private readonly List<Part> parts = [];
    private readonly List<int> groupMeasurement = [];
    private readonly int[] memberRow = new int[SharedPlots.MostRows];
    private readonly ResolutionCell.Offset[] memberOffset = new ResolutionCell.Offset[SharedPlots.MostRows];
    private readonly double[] chance = new double[SharedPlots.MostRows];
    private Hypothesis[] hypotheses = new Hypothesis[32];
    private Hypothesis scratch;

    /// <summary>One member of one group; its hypothesis has the same index.</summary>
    private readonly record struct Part(int Row, int Measurement, double Probability);

    /// <summary>Lists the events of the cluster and sums over all joint ones; writes the marginals of single tracks into the graph.</summary>
    /// <param name="rows">Index of the track of each row.</param>
    /// <param name="measurementOf">Index of the measurement of each column.</param>
    public void Solve(
        AssociationGraph graph, SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<int> rows, ReadOnlySpan<int> measurementOf)
    {
        joint.Clear();
        groupMeasurement.Clear();
        for (var row = 0; row < graph.Rows; row++)
        {
            joint.AddRow(graph.MissWeight(row));
            chance[row] = 1 - graph.MissWeight(row);
        }

        for (var column = 0; column < graph.Columns; column++)
        {
            AddSingles(graph, column);
            ref readonly var z = ref measurements[measurementOf[column]];
            if (z.IsBareEcho) AddGroups(site, z, measurementOf[column], rows, column);
        }

        joint.Solve();
        WriteBack(graph);
        EvaluateParts(site, measurements, rows);
    }

    /// <summary>True where some group holds the track.</summary>
    public bool Holds(int row)
    {
        for (var k = 0; k < parts.Count; k++)
            if (parts[k].Row == row) return true;
        return false;
    }

    /// <summary>Weighs the groups that hold a track into its update.</summary>
    public void Weigh(int row, TrackUpdater updater)
    {
        for (var k = 0; k < parts.Count; k++)
            if (parts[k].Row == row) updater.WeighShared(hypotheses[k], parts[k].Probability, parts[k].Measurement);
    }

    /// <summary>What each likely group makes of each of its members, before any of them is changed.</summary>
    private void EvaluateParts(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<int> rows)
    {
        parts.Clear();
        for (var e = 0; e < joint.Events.Length; e++)
        {
            var item = joint.Events[e];
            if (item.Payload >= 0) continue;
            for (var rest = item.Rows; rest != 0; rest &= rest - 1)
            {
                var row = BitOperations.TrailingZeroCount(rest);
                var probability = Gather(row, e, 1 - joint.MissProbability(row));
                if (probability < LeastPart) continue;
                var measurement = groupMeasurement[~item.Payload];
                if (parts.Count == hypotheses.Length) Array.Resize(ref hypotheses, 2 * hypotheses.Length);
                Evaluate(ref hypotheses[parts.Count], site, measurements[measurement], item.Rows, row, rows);
                parts.Add(new(row, measurement, probability));
            }
        }
    }

    private void AddSingles(AssociationGraph graph, int column)
    {
        for (var k = 0; k < graph.Pairs.Count; k++)
        {
            var pair = graph.Pairs[k];
            if (pair.Column == column && pair.Weight > 0) joint.Add(new() { Column = column, Rows = 1 << pair.Row, Weight = pair.Weight, Payload = k });
        }
    }

    /// <summary>Every set of two or more tracks that may lie in one cell around the plot.</summary>
    private void AddGroups(SensorSite site, in Measurement z, int measurement, ReadOnlySpan<int> rows, int column)
    {
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            if (!ResolutionCell.MayHold(z, site, table[rows[row]])) continue;
            memberRow[count] = row;
            memberOffset[count++] = ResolutionCell.Of(z, site, table[rows[row]]);
        }

        for (var set = 3; set < 1 << count; set++)
        {
            if (BitOperations.PopCount((uint)set) is < 2 or > MostMembers) continue;
            var together = Together(site, set);
            if (together < ResolutionCell.Negligible) continue;
            AddGroup(site, z, measurement, rows, column, set, together);
        }
    }

    /// <summary>Probability that a set of members shares the cell: that of its most distant couple.</summary>
    private double Together(SensorSite site, int set)
    {
        var least = 1.0;
        for (var a = set; a != 0; a &= a - 1)
            for (var b = a & (a - 1); b != 0; b &= b - 1)
            {
                ref readonly var first = ref memberOffset[BitOperations.TrailingZeroCount(a)];
                ref readonly var second = ref memberOffset[BitOperations.TrailingZeroCount(b)];
                least = Math.Min(least, ResolutionCell.Unresolved(site.Performance, first, second));
            }

        return least;
    }

    private void AddGroup(
        SensorSite site, in Measurement z, int measurement, ReadOnlySpan<int> rows, int column, int set, double together)
    {
        var mask = 0;
        for (var rest = set; rest != 0; rest &= rest - 1) mask |= 1 << memberRow[BitOperations.TrailingZeroCount(rest)];
        var weight = together;
        for (var rest = mask; rest != 0; rest &= rest - 1) weight *= chance[BitOperations.TrailingZeroCount(rest)];
        Evaluate(ref scratch, site, z, mask, BitOperations.TrailingZeroCount(mask), rows);
        if (scratch.Distance >= tuning.Of(table[rows[BitOperations.TrailingZeroCount(mask)]]).Gate) return;
        joint.Add(new()
        {
            Column = column,
            Rows = mask,
            Weight = weight * Math.Exp(Math.Clamp(scratch.LogLikelihood - z.LogBackground, -60, 40)),
            Payload = ~groupMeasurement.Count,
        });
        groupMeasurement.Add(measurement);
    }

    /// <summary>
    /// One member given the plot of its group. The plot z is the mean of the members' places h and an error: m z - Σ h of the others is a
    /// measurement of this one, whose error is m times the sensor's and all that is not known of the others.
    /// </summary>
    private void Evaluate(ref Hypothesis hypothesis, SensorSite site, in Measurement z, int mask, int row, ReadOnlySpan<int> rows)
    {
        Span<MeasurementRow> own = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        Span<MeasurementRow> other = stackalloc MeasurementRow[MeasurementModel.MaxRows];
        ref readonly var track = ref table[rows[row]];
        var used = MeasurementModel.Rows(z, site, track, own);
        var members = BitOperations.PopCount((uint)mask);
        for (var k = 0; k < used; k++) own[k].Variance *= members * members;
        for (var rest = mask & ~(1 << row); rest != 0; rest &= rest - 1)
        {
            ref readonly var mate = ref table[rows[BitOperations.TrailingZeroCount(rest)]];
            MeasurementModel.Rows(z, site, mate, other);
            for (var k = 0; k < used; k++)
            {
                own[k].Residual += other[k].Residual;
                own[k].Variance += mate.Motion.Covariance.Quadratic(other[k].Gradient);
            }
        }

        hypothesis.Evaluate(own[..used], track.Motion, tuning.Of(track).ModelsOf(track));
        hypothesis.LogLikelihood += used * Math.Log(members);
    }

    private void WriteBack(AssociationGraph graph)
    {
        for (var row = 0; row < graph.Rows; row++) graph.SetMiss(row, joint.MissProbability(row));
        for (var column = 0; column < graph.Columns; column++) graph.SetNew(column, joint.NewProbability(column));
        var events = joint.Events;
        for (var e = 0; e < events.Length; e++)
        {
            if (events[e].Payload < 0) continue;
            var pair = graph.Pairs[events[e].Payload];
            pair.Probability = Gather(pair.Row, e, 1 - graph.MissProbability(pair.Row));
            graph.Pairs[events[e].Payload] = pair;
        }
    }

    /// <summary>The event's probability for one of its tracks, drawn to what the most probable joint event says of that track.</summary>
    private double Gather(int row, int e, double seen)
    {
        var probability = joint.Events[e].Probability;
        var chosen = joint.Chosen(row);
        return chosen < 0 ? probability : probability + (Gathered * ((chosen == e ? seen : 0) - probability));
    }
}
