using System.Runtime.InteropServices;
using Vedette.Air;
using Vedette.Tracking.Association;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>
/// Takes the measurements of one sensor's sector through gate, association, update and birth. The measurements of one call compete for
/// tracks and the tracks for measurements: one target, one plot a look.
/// </summary>
public sealed class ScanUpdater(TrackTable table, TrackerSettings settings)
{
    private readonly BeliefPropagation beliefPropagation = new();
    private readonly ExactMarginals exact = new();
    private readonly Separation separation = new();
    private readonly AssociationGraph graph = new();
    private readonly ClusterPartition clusters = new();
    private readonly Initiator initiator = new(settings);
    private readonly TrackUpdater updater = new(table, settings);
    private readonly BiasTeacher teacher = new();
    private readonly ClutterLearner clutter = new(table);
    private readonly List<int> near = [];
    private readonly List<GatedPair> candidates = [];
    private readonly List<GatedPair> pairs = [];
    private readonly List<int> rows = [];
    private Hypothesis[] hypotheses = new Hypothesis[64];
    private int[] rowOf = new int[256];
    private int[] columnOf = new int[256];
    private double[] newShare = new double[256];
    private double[] ownerShare = new double[256];
    private int[] ownerOf = new int[256];

    /// <summary>Processes one batch; the measurements are of one sensor and close in time.</summary>
    public void Process(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        Reserve(measurements.Length);
        FindCandidates(site, measurements);
        PredictCandidates(measurements);
        EvaluateCandidates(site, measurements);
        clusters.Partition(CollectionsMarshal.AsSpan(pairs), table.Capacity, measurements.Length);
        for (var c = 0; c < clusters.Count; c++) SolveCluster(site, measurements, plots, clusters[c]);
        StartNew(site, measurements, plots);
        LearnClutter(site, measurements, plots);
    }

    private void Reserve(int measurements)
    {
        if (rowOf.Length < table.Capacity) rowOf = new int[table.Capacity];
        if (newShare.Length < measurements)
        {
            newShare = new double[2 * measurements];
            ownerShare = new double[2 * measurements];
            ownerOf = new int[2 * measurements];
            columnOf = new int[2 * measurements];
        }

        Array.Fill(newShare, 1, 0, measurements);
        Array.Fill(ownerShare, 0, 0, measurements);
        Array.Fill(ownerOf, -1, 0, measurements);
    }

    private void FindCandidates(SensorSite site, ReadOnlySpan<Measurement> measurements)
    {
        candidates.Clear();
        for (var j = 0; j < measurements.Length; j++)
        {
            ref readonly var z = ref measurements[j];
            var holder = z.Address >= 0 ? table.WithAddress(z.Address) : -1;
            if (holder >= 0 && Gate.AdmitsByAddress(z, table[holder]))
            {
                candidates.Add(new(holder, j));
                continue;
            }

            var radius = z.IsBearing ? 2 * site.Performance.MaxRangeM : SearchRadiusM(z);
            table.Near(z.Place, radius, near);
            foreach (var index in near)
            {
                ref readonly var track = ref table[index];
                if (site.IsRadar && site.Bias.Samples == 0 && track.Address >= 0) teacher.Search(z, site, track);
                if (z.IsBearing ? Gate.AdmitsBearing(z, site, track) : Gate.Admits(z, site, track, settings)) candidates.Add(new(index, j));
            }
        }
    }

    /// <summary>
    /// How far from the guessed place a track may be filed that the plot belongs to: its spread, what a target flies between two looks,
    /// and, where no height was measured, how far a high flyer is from where the prior height puts it.
    /// </summary>
    private static double SearchRadiusM(in Measurement z)
    {
        const double highestM = 13e3;
        var radius = 8000 + (4 * Math.Sqrt(z.EastVariance + z.NorthVariance));
        if (!z.IsReportedPosition && double.IsNaN(z.ElevationRad) && double.IsNaN(z.HeightM))
            radius += Math.Min(highestM * highestM / (2 * Math.Max(z.RangeM, 1)), highestM);
        return radius;
    }

    private void PredictCandidates(ReadOnlySpan<Measurement> measurements)
    {
        foreach (var (index, j) in candidates)
        {
            if (measurements[j].TimeS <= table[index].TimeS) continue;
            table[index].PredictTo(measurements[j].TimeS, settings);
            table[index].FollowMean();
        }
    }

    private void EvaluateCandidates(SensorSite site, ReadOnlySpan<Measurement> measurements)
    {
        pairs.Clear();
        foreach (var pair in candidates)
        {
            if (pairs.Count == hypotheses.Length) Array.Resize(ref hypotheses, 2 * hypotheses.Length);
            ref var hypothesis = ref hypotheses[pairs.Count];
            ref readonly var z = ref measurements[pair.Measurement];
            hypothesis.Evaluate(z, site, table[pair.Track], settings.Models);
            var known = z.Address >= 0 && z.Address == table[pair.Track].Address;
            var moved = known && z.IsReportedPosition && hypothesis.Distance >= settings.Gate && IsYoungAndUnreported(table[pair.Track], z.TimeS);
            if (moved)
            {
                initiator.Restart(ref table[pair.Track], z, site);
                hypothesis.Evaluate(z, site, table[pair.Track], settings.Models);
            }

            if (known && site.IsRadar) teacher.Learn(z, site, table[pair.Track]);
            if (hypothesis.Distance < settings.Gate) pairs.Add(pair);
            // An aircraft that says who it is, out of its gate: the sensor is misaligned, or somebody lies. Nothing new was seen.
            else if (known) newShare[pair.Measurement] = 0;
        }
    }

    /// <summary>
    /// A new track made by radars alone, whose aircraft now reports itself elsewhere: more probably the radars are not aligned yet than
    /// that the report lies. An old track is not moved by a report.
    /// </summary>
    private static bool IsYoungAndUnreported(in Bernoulli track, double timeS) => track.Hits < 12 && timeS - track.LastReportS > 30;

    private void SolveCluster(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots, ReadOnlySpan<int> members)
    {
        BuildGraph(site, measurements, members);
        if (members.Length > 1 && ExactMarginals.Fits(graph)) exact.Solve(graph);
        else beliefPropagation.Solve(graph);
        if (members.Length > 1 && graph.Rows > 1) separation.Apply(graph);
        var solved = CollectionsMarshal.AsSpan(graph.Pairs);
        foreach (ref readonly var pair in solved)
        {
            var measurement = pairs[pair.Payload].Measurement;
            newShare[measurement] = graph.NewProbability(pair.Column);
            ref readonly var track = ref table[rows[pair.Row]];
            if (pair.Probability > 0.9 && site.IsRadar && site.Bias.Samples > 0 && track.Address >= 0 && measurements[measurement].Address < 0)
                teacher.Learn(measurements[measurement], site, track);
            if (pair.Probability > ownerShare[measurement]) (ownerOf[measurement], ownerShare[measurement]) = (rows[pair.Row], pair.Probability);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            updater.Begin(ref table[rows[row]], site, graph.MissProbability(row));
            foreach (ref readonly var pair in solved)
                if (pair.Row == row) updater.Weigh(hypotheses[pair.Payload], pair.Probability, pairs[pair.Payload].Measurement);
            var address = updater.Finish(ref table[rows[row]], site, measurements, plots);
            if (address >= 0) table.SetAddress(rows[row], address);
            table.Moved(rows[row]);
        }
    }

    private void BuildGraph(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<int> members)
    {
        graph.Clear();
        rows.Clear();
        foreach (var k in members)
        {
            rowOf[pairs[k].Track] = -1;
            columnOf[pairs[k].Measurement] = -1;
        }

        foreach (var k in members)
        {
            var (index, j) = pairs[k];
            ref var track = ref table[index];
            if (rowOf[index] < 0)
            {
                rowOf[index] = graph.AddRow(1 - (track.Existence * updater.Detectable(ref track, site, measurements[j].TimeS)));
                rows.Add(index);
            }

            if (columnOf[j] < 0) columnOf[j] = graph.AddColumn();
            var logRatio = hypotheses[k].LogLikelihood - measurements[j].LogBackground + Evidence.Of(measurements[j], site, track);
            graph.Pairs.Add(new()
            {
                Row = rowOf[index],
                Column = columnOf[j],
                Weight = (1 - graph.MissWeight(rowOf[index])) * Math.Exp(Math.Clamp(logRatio, -60, 40)),
                Payload = k,
            });
        }
    }

    private void LearnClutter(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        if (!site.IsRadar) return;
        for (var j = 0; j < measurements.Length; j++)
        {
            if (plots[measurements[j].Plot].Kind != PlotKind.Primary) continue;
            var (east, north) = ClutterMap.Offset(site.Frame, measurements[j].PlaceEcef);
            var owner = ownerOf[j];
            clutter.Take(site, new(east, north, measurements[j].TimeS, owner, owner < 0 ? 0 : table[owner].FirstSeenS, ownerShare[j]));
        }

        clutter.Release(site);
    }

    private void StartNew(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        if (site.Kind == SensorKind.Spotter) return;
        for (var j = 0; j < measurements.Length; j++)
        {
            ref readonly var z = ref measurements[j];
            var existence = newShare[j] * z.BirthShare;
            if (existence < settings.StartAbove || site.Clock.FrontS - z.TimeS > settings.StartLateLimitS) continue;
            var track = initiator.Start(z, site, existence);
            TrackUpdater.Remember(ref track, plots[z.Plot], z);
            TrackUpdater.RememberNumber(ref track, z);
            track.Address = z.Address;
            var index = table.Add(track);
            if (newShare[j] > ownerShare[j]) (ownerOf[j], ownerShare[j]) = (index, newShare[j]);
        }
    }
}
