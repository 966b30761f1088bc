using System.Runtime.InteropServices;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>
/// Finds which tracks each measurement of a batch may belong to: spatial index, coarse gate, prediction, then the update itself, whose
/// innovation is the fine gate.
/// </summary>
public sealed class CandidateFinder(TrackTable table, TuningTable tuning, BiasTeacher teacher, CommonTargets common)
{
    private readonly Initiator initiator = new(tuning);
    private readonly Companions companions = new(table, tuning);
    private readonly List<int> near = [];
    private readonly List<GatedPair> candidates = [];
    private readonly List<GatedPair> pairs = [];
    private readonly List<int> claimed = [];
    private readonly List<ResolutionCell.Offset> offsets = [];
    private Hypothesis[] hypotheses = new Hypothesis[64];
    private Retrodiction then;

    /// <summary>Gated pairs, by measurement.</summary>
    public ReadOnlySpan<GatedPair> Pairs => CollectionsMarshal.AsSpan(pairs);

    /// <summary>What each pair makes of its track; parallel to <see cref="Pairs"/>.</summary>
    public ReadOnlySpan<Hypothesis> Hypotheses => hypotheses;

    /// <summary>
    /// Measurements that miss the gate of a track whose they probably are, because it is named or because the radar is not aligned yet:
    /// nothing new was seen.
    /// </summary>
    public ReadOnlySpan<int> Claimed => CollectionsMarshal.AsSpan(claimed);

    public void Find(SensorSite site, Span<Measurement> measurements)
    {
        claimed.Clear();
        FindCandidates(site, measurements);
        foreach (var (index, j) in candidates) Predict(ref table[index], measurements[j].TimeS);
        pairs.Clear();
        for (int k = 0, first = 0; k < candidates.Count; k++)
        {
            Evaluate(site, measurements, candidates[k]);
            var j = candidates[k].Measurement;
            if (k + 1 < candidates.Count && candidates[k + 1].Measurement == j) continue;
            DropLonely(site, measurements[j], first);
            first = pairs.Count;
        }
    }

    private void FindCandidates(SensorSite site, Span<Measurement> measurements)
    {
        candidates.Clear();
        for (var j = 0; j < measurements.Length; j++)
        {
            ref var z = ref measurements[j];
            var holder = z.Address >= 0 ? table.WithAddress(z.Address) : -1;
            if (holder >= 0 && Gate.AdmitsByAddress(z, table[holder]))
            {
                candidates.Add(new(holder, j));
                continue;
            }

            var radius = z.IsBearing ? 2 * site.Performance.MaxRangeM : SearchRadiusM(z);
            table.Near(z.Place, radius, near);
            companions.Weigh(ref z, near);
            var doubtful = tuning.Everywhere.Registration && site.IsRadar && site.Bias.Samples == 0 && MayBeReported(z, site);
            if (doubtful) claimed.Add(j);
            foreach (var index in near)
            {
                ref readonly var track = ref table[index];
                if ((!doubtful || track.Confirmed) && Admits(z, site, track)) candidates.Add(new(index, j));
            }
        }
    }

    /// <summary>
    /// A radar that is not aligned yet sees a plot near an aircraft that reports itself: it counts for the alignment and founds or
    /// nourishes no second track beside that aircraft.
    /// </summary>
    private bool MayBeReported(in Measurement z, SensorSite site)
    {
        var doubtful = false;
        foreach (var index in near)
            if (table[index].Address >= 0 && teacher.Search(z, site, table[index])) doubtful = true;
        return doubtful;
    }

    private bool Admits(in Measurement z, SensorSite site, in Bernoulli track) =>
        z.IsBearing ? Gate.AdmitsBearing(z, site, track)
        : Gate.Admits(z, site, track, tuning.Of(track)) || (site.IsRadar && ResolutionCell.MayHold(z, site, track));

    /// <summary>
    /// How far from the guessed place a track may be filed that the plot belongs to: its spread, what a target flies between two looks,
    /// and, where no height was measured, how far a high flyer is from where the prior height puts it.
    /// </summary>
    private static double SearchRadiusM(in Measurement z)
    {
        const double highestM = 13e3, ordinaryMps = 300;
        var radius = 8000 + (4 * Math.Sqrt(z.EastVariance + z.NorthVariance));
        if (!z.IsReportedPosition && double.IsNaN(z.ElevationRad) && double.IsNaN(z.HeightM))
            radius += Math.Min(highestM * highestM / (2 * Math.Max(z.RangeM, 1)), highestM);
        return radius + (ordinaryMps * Math.Max(z.LateS - 4, 0));
    }

    private void Predict(ref Bernoulli track, double timeS)
    {
        if (timeS <= track.TimeS) return;
        track.PredictTo(timeS, tuning.Of(track));
        track.FollowMean();
    }

    private void Evaluate(SensorSite site, ReadOnlySpan<Measurement> measurements, GatedPair pair)
    {
        if (pairs.Count == hypotheses.Length) Array.Resize(ref hypotheses, 2 * hypotheses.Length);
        ref var hypothesis = ref hypotheses[pairs.Count];
        ref readonly var z = ref measurements[pair.Measurement];
        ref var track = ref table[pair.Track];
        var settings = tuning.Of(track);
        if (settings.LateSmoothing && IsOutOfSequence(z, track) && table.PastOf(pair.Track)?.TryRetrodict(track, z.TimeS, out then) == true)
            hypothesis.Evaluate(z, site, track, then, settings.ModelsOf(track));
        else hypothesis.Evaluate(z, site, track, settings.ModelsOf(track));
        var known = z.Address >= 0 && z.Address == track.Address;
        if (known && z.IsReportedPosition && hypothesis.Distance >= settings.Gate && IsYoungAndUnreported(track, z.TimeS))
        {
            initiator.Restart(ref track, z, site);
            hypothesis.Evaluate(z, site, track, settings.ModelsOf(track));
        }

        if (known && site.IsRadar && settings.Registration)
        {
            common.Observe(z, site, ref track);
            teacher.Learn(z, site, track);
        }

        if (hypothesis.Distance < settings.Gate || (site.IsRadar && ResolutionCell.MayHold(z, site, track))) pairs.Add(pair);
        // An aircraft that says who it is, out of its gate: the sensor is misaligned, or somebody lies. Nothing new was seen.
        else if (known) claimed.Add(pair.Measurement);
    }

    /// <summary>So late that a straight line back from the present is not good enough.</summary>
    private static bool IsOutOfSequence(in Measurement z, in Bernoulli track) => z.TimeS < track.TimeS - 0.7 && track.VelocityKnown && !z.IsBearing;

    /// <summary>
    /// A new track made by radars alone, whose aircraft now reports itself elsewhere: more probably the radars are not aligned yet than
    /// that the report lies. An old track is not moved by a report.
    /// </summary>
    private static bool IsYoungAndUnreported(in Bernoulli track, double timeS) => track.Hits < 12 && timeS - track.LastReportS > 30;

    /// <summary>Of the pairs of one measurement, drops those out of their gate whose track shares the resolution cell with nobody.</summary>
    private void DropLonely(SensorSite site, in Measurement z, int first)
    {
        var outside = false;
        for (var k = first; k < pairs.Count && !outside; k++) outside = IsOutside(k);
        if (!outside) return;
        offsets.Clear();
        for (var k = first; k < pairs.Count; k++) offsets.Add(ResolutionCell.Of(z, site, table[pairs[k].Track]));
        var kept = first;
        for (var k = first; k < pairs.Count; k++)
        {
            if (IsOutside(k) && !HasCompany(site, k - first)) continue;
            if (kept != k) (pairs[kept], hypotheses[kept]) = (pairs[k], hypotheses[k]);
            kept++;
        }

        pairs.RemoveRange(kept, pairs.Count - kept);
    }

    private bool IsOutside(int pair) => hypotheses[pair].Distance >= tuning.Of(table[pairs[pair].Track]).Gate;

    private bool HasCompany(SensorSite site, int own)
    {
        for (var k = 0; k < offsets.Count; k++)
            if (k != own && ResolutionCell.Unresolved(site.Performance, offsets[own], offsets[k]) > ResolutionCell.Negligible) return true;
        return false;
    }
}
