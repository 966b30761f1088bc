using System.Runtime.InteropServices;
using Vedette.Air;
using Vedette.Tracking.Association;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Smoothing;
using Vedette.Tracking.Tuning;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>
/// Takes the measurements of one sensor's sector through gate, association, update and birth. The measurements of one call compete for
/// tracks and the tracks for measurements: one target, one plot a look.
/// </summary>
public sealed class ScanUpdater
{
    private const double SurelyOwn = 0.8;

    private readonly TrackTable table;
    private readonly TuningTable tuning;
    private readonly TrackHistories? histories;
    private readonly ClusterPartition clusters = new();
    private readonly BiasTeacher teacher;
    private readonly CommonTargets common;
    private readonly Initiator initiator;
    private readonly TrackUpdater updater;
    private readonly ClutterLearner clutter;
    private readonly CrowdWatch crowds;
    private readonly CandidateFinder finder;
    private readonly ClusterSolver solver;
    private double[] newShare = new double[256];
    private double[] ownerShare = new double[256];
    private int[] ownerOf = new int[256];
    private Bernoulli fresh;

    public ScanUpdater(TrackTable table, TuningTable tuning, IReadOnlyList<SensorSite?> sites, TrackHistories? histories, CommonTargets common)
    {
        this.table = table;
        this.tuning = tuning;
        this.histories = histories;
        initiator = new(tuning);
        updater = new(table, tuning);
        clutter = new(table);
        crowds = new(table, sites);
        this.common = common;
        teacher = new(sites);
        finder = new(table, tuning, teacher, common);
        solver = new(table, tuning, updater);
    }

    /// <summary>Processes one batch; the measurements are of one sensor and close in time.</summary>
    public void Process(SensorSite site, Span<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        Reserve(measurements.Length);
        finder.Find(site, measurements);
        clusters.Partition(finder.Pairs, table.Capacity, measurements.Length);
        for (var c = 0; c < clusters.Count; c++) SolveCluster(site, measurements, plots, clusters[c]);
        foreach (var j in finder.Claimed) newShare[j] = 0;
        StartNew(site, measurements, plots);
        LearnClutter(site, measurements, plots);
    }

    private void Reserve(int measurements)
    {
        if (newShare.Length < measurements)
        {
            newShare = new double[2 * measurements];
            ownerShare = new double[2 * measurements];
            ownerOf = new int[2 * measurements];
        }

        Array.Fill(newShare, 1, 0, measurements);
        Array.Fill(ownerShare, 0, 0, measurements);
        Array.Fill(ownerOf, -1, 0, measurements);
    }

    private void SolveCluster(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots, ReadOnlySpan<int> members)
    {
        solver.Solve(site, measurements, finder, members);
        var graph = solver.Graph;
        foreach (ref readonly var pair in CollectionsMarshal.AsSpan(graph.Pairs))
        {
            var (index, j) = finder.Pairs[pair.Payload];
            newShare[j] = graph.NewProbability(pair.Column);
            ref var track = ref table[index];
            if (tuning.Everywhere.Registration && pair.Probability > 0.9 && site.IsRadar && measurements[j].Address < 0) Compare(measurements[j], site, ref track);
            if (pair.Probability > 0.9 && site.IsRadar && track.Confirmed) site.Review.Take(measurements[j], index, track.FirstSeenS);
            if (pair.Probability > ownerShare[j]) (ownerOf[j], ownerShare[j]) = (index, pair.Probability);
        }

        if (graph.Rows > 1 && graph.Columns > 1) NoteSeenApart();
        for (var row = 0; row < graph.Rows; row++)
            if (solver.IsExplained(row)) UpdateTrack(row, site, measurements, plots);
    }

    /// <summary>Tracks that surely had plots of their own in one look are two objects.</summary>
    private void NoteSeenApart()
    {
        var pairs = CollectionsMarshal.AsSpan(solver.Graph.Pairs);
        for (var a = 0; a < pairs.Length; a++)
        {
            if (!IsSure(pairs[a])) continue;
            for (var b = 0; b < a; b++)
            {
                if (!IsSure(pairs[b]) || pairs[a].Column == pairs[b].Column) continue;
                int one = solver.Rows[pairs[a].Row], other = solver.Rows[pairs[b].Row];
                table[one].Kin.SeenApart(other, table[other].FirstSeenS);
                table[other].Kin.SeenApart(one, table[one].FirstSeenS);
            }
        }
    }

    private bool IsSure(in AssociationGraph.Pair pair) => pair.Probability > SurelyOwn && table[solver.Rows[pair.Row]] is { VelocityKnown: true, Existence: > 0.5 };

    /// <summary>A plot without an address that is certainly the track's tells of its radar's bias.</summary>
    private void Compare(in Measurement z, SensorSite site, ref Bernoulli track)
    {
        common.Observe(z, site, ref track);
        if (site.Bias.Samples > 0 && track.Address >= 0) teacher.Learn(z, site, track);
    }

    private void UpdateTrack(int row, SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        var index = solver.Rows[row];
        ref var track = ref table[index];
        updater.Begin(row, track, site, solver.Graph.MissProbability(row));
        solver.Weigh(row, site, measurements, finder);
        var address = updater.Finish(ref track, site, measurements, plots);
        if (address >= 0) table.SetAddress(index, address);
        table.Remember(index, tuning.Of(track).ModelsOf(track));
        histories?.Record(index, track);
        table.Moved(index);
    }

    private void LearnClutter(SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        if (!site.IsRadar || !tuning.Everywhere.LearnedClutter) return;
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
            if (site.IsRadar && tuning.Everywhere.LearnedClutter) crowds.Notice(z, newShare[j], ownerOf[j], ownerShare[j]);
            var existence = newShare[j] * z.BirthShare;
            var settings = tuning.At(z.Place);
            if (existence < settings.StartAbove || z.LateS > settings.StartLateLimitS) continue;
            ref var track = ref fresh;
            initiator.Start(z, site, existence, out track);
            if (z.Leader >= 0) initiator.Join(ref track, table[z.Leader]);
            TrackUpdater.Remember(ref track, plots[z.Plot], z);
            TrackUpdater.RememberNumber(ref track, z);
            TrackUpdater.RestOn(ref track, site, z, 1);
            track.Address = z.Address;
            var index = table.Add(track);
            histories?.Record(index, track);
            if (newShare[j] > ownerShare[j]) (ownerOf[j], ownerShare[j]) = (index, newShare[j]);
        }
    }
}
