using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>
/// Brings one track's hypotheses about a look (each gated plot, or none) back to one motion mixture and one existence probability,
/// weighted by their marginal probabilities: the track-oriented marginal merge of the PMB filter (Williams 2015), model by model.
/// </summary>
public sealed class TrackUpdater(TrackTable table, TuningTable tuning)
{
    private const double Negligible = 0.003;

    /// <summary>Where so few of the plots that no track explains are of objects, flocks or showers are about.</summary>
    private const double CrowdedShare = 0.004;

    /// <summary>What a row of the cluster may be detected with, overall and for each thing that it may be.</summary>
    private struct Visibility
    {
        public double Detection;
        public Outlook Outlook;
    }

    private Visibility[] visible = new Visibility[64];
    private Vector6 about;
    private PerMode<double> mass;
    private PerMode<ModeState> sum;
    private double missed;
    private double hit;
    private double shared;
    private double best;
    private double bestLogLikelihood;
    private int bestMeasurement;
    private int current;

    /// <summary>
    /// The probability that this look yields a plot of the track that has not been weighed yet: a second sector of the same scan can
    /// only hold what the first did not.
    /// </summary>
    /// <param name="row">The track's place in the cluster, to be named again when it is updated.</param>
    public double Detectable(int row, ref Bernoulli track, SensorSite site, double timeS, bool apart)
    {
        if (row >= visible.Length) Array.Resize(ref visible, 2 * row);
        ref var seen = ref visible[row];
        var expected = seen.Detection = Detection.Of(site, table, ref track, out seen.Outlook, apart);
        var slot = track.Slots.Find(site.Id);
        if (slot < 0) return expected;
        ref readonly var looked = ref track.Slots[slot];
        var since = timeS - looked.LastLookS;
        if (Math.Abs(since) < 0.5 * site.Clock.PeriodS) return expected * Math.Max(looked.Missed, 1e-3);
        return since < 0 ? 0.3 * expected : expected;
    }

    /// <summary>Opens the update of the track in a row of the cluster.</summary>
    public void Begin(int row, in Bernoulli track, SensorSite site, double missProbability)
    {
        current = row;
        var detection = visible[row].Detection;
        // Sensors that hear only some targets say nothing by hearing nothing.
        var seen = CountsMisses(track, site) ? detection : 0;
        missed = missProbability * track.Existence * (1 - seen) / Math.Max(1 - (track.Existence * seen), 1e-9);
        about = track.Motion.Mean;
        mass = default;
        sum = default;
        hit = 0;
        shared = 0;
        best = 0;
        bestMeasurement = -1;
        for (var m = 0; m < MotionMixture.Modes; m++) Accumulate(m, track.Motion.States[m], missed * track.Motion.Weights[m]);
    }

    public void Weigh(in Hypothesis hypothesis, double probability, int measurement)
    {
        hit += probability;
        if (probability > best) (best, bestMeasurement, bestLogLikelihood) = (probability, measurement, hypothesis.LogLikelihood);
        if (probability < Negligible) return;
        for (var m = 0; m < MotionMixture.Modes; m++) Accumulate(m, hypothesis.States[m], probability * hypothesis.Weights[m]);
    }

    /// <summary>Weighs in a plot that the track shares with others.</summary>
    public void WeighShared(in Hypothesis hypothesis, double probability, int measurement)
    {
        shared += probability;
        Weigh(hypothesis, probability, measurement);
    }

    /// <summary>Writes the result into the track.</summary>
    /// <returns>A transponder address that the track has just learned, -1 if none.</returns>
    public int Finish(ref Bernoulli track, SensorSite site, ReadOnlySpan<Measurement> measurements, ReadOnlySpan<Plot> plots)
    {
        MergeModes(ref track);
        track.Existence = Math.Min(hit + missed, 1 - 1e-6);
        if (bestMeasurement < 0) return -1;
        ref readonly var z = ref measurements[bestMeasurement];
        var slot = track.Slots.FindOrAdd(site.Id);
        if (hit > 0.02 || CountsMisses(track, site))
        {
            track.Slots[slot].Account(z.TimeS, hit);
            if (site.IsRadar) track.Learn(visible[current].Outlook, hit);
            if (track.Confirmed) site.Review.Look(visible[current].Detection, hit);
        }

        if (hit < 0.5) track.LastMissS = Math.Max(track.LastMissS, z.TimeS);
        track.Hits += hit;
        // A plot that is probably several tracks' says nothing of whether they are several.
        if (shared < 0.5 * hit) track.Exclusiveness += 0.2 * (best - track.Exclusiveness);
        if (!z.IsBearing && z.Address < 0) track.Company += 0.1 * hit * ((IsCrowded(z) ? 1 : 0) - track.Company);
        LearnVelocity(ref track);
        track.FollowMean();
        if (!track.Confirmed) Doubt(ref track, site, z);
        return best < 0.5 ? -1 : Adopt(ref track, plots[z.Plot], z);
    }

    /// <summary>Takes over what a plot says beside its position.</summary>
    public static void Remember(ref Bernoulli track, in Plot plot, in Measurement z)
    {
        track.LastSeenS = Math.Max(track.LastSeenS, z.TimeS);
        if (z.IsReportedPosition) track.LastReportS = Math.Max(track.LastReportS, z.TimeS);
        track.LastEntry = Math.Max(track.LastEntry, plot.Entry);
        if (z.TimeS - track.SensorsSinceS > 30)
        {
            track.EarlierSensors = z.TimeS - track.SensorsSinceS > 60 ? 0 : track.RecentSensors;
            track.RecentSensors = 0;
            track.SensorsSinceS = z.TimeS;
        }

        track.RecentSensors |= 1UL << Math.Min(plot.Sensor.Value, 63);
        if (plot.Kind is not (PlotKind.Secondary or PlotKind.Cooperative or PlotKind.Positioned)) track.SensedIndependently = true;
        if (!double.IsNaN(z.HeightM) || !double.IsNaN(z.ElevationRad)) track.HeightKnown = true;
        if (z.Code >= 0) track.Code = z.Code;
        if (!plot.Callsign.IsBlank) track.Callsign = plot.Callsign;
        if (plot.Altitude is not null) track.Altitude = plot.Altitude;
        track.OnGround = plot.OnGround;
        track.Simulated |= plot.Simulated;
    }

    /// <summary>Keeps the number under which the sensor's own tracker follows the target.</summary>
    public static void RememberNumber(ref Bernoulli track, in Measurement z)
    {
        if (z.SourceNumber < 0) return;
        ref var slot = ref track.Slots[track.Slots.FindOrAdd(z.Site)];
        slot.NumberPlusOne = z.SourceNumber + 1;
        slot.NumberS = z.TimeS;
    }

    /// <summary>Remembers a bare echo that a track not confirmed yet rests on.</summary>
    public static void RestOn(ref Bernoulli track, SensorSite site, in Measurement z, double share)
    {
        if (!site.IsRadar || !z.IsBareEcho || share < 0.2) return;
        var (east, north) = ClutterMap.Offset(site.Frame, z.PlaceEcef);
        track.Founding.Add(new() { SitePlusOne = site.Id + 1, EastM = (float)east, NorthM = (float)north, Share = (float)share, LogDensity = (float)z.LogDensity, BirthDensity = (float)z.BirthDensity });
    }

    private static int Adopt(ref Bernoulli track, in Plot plot, in Measurement z)
    {
        track.PlotCount++;
        RememberNumber(ref track, z);
        Remember(ref track, plot, z);
        return z.Address >= 0 && track.Address < 0 ? z.Address : -1;
    }

    /// <summary>Remembers what a track not confirmed yet rests on, and what it may be instead of a target.</summary>
    private void Doubt(ref Bernoulli track, SensorSite site, in Measurement z)
    {
        RestOn(ref track, site, z, best);
        if (!site.IsRadar || !z.IsBareEcho) return;
        var detection = Math.Clamp(visible[current].Detection, 0.01, 0.99);
        track.Flock.Hit(z.PlaceEcef, best, bestLogLikelihood - z.LogBackground + z.LogDensity, detection);
        track.Flock.Miss((1 - hit) * detection);
    }

    /// <summary>Hardly any of the plots there that no track explains are of objects, even if those are as dense as usual.</summary>
    private bool IsCrowded(in Measurement z) =>
        tuning.At(z.Place).BirthDensity + z.CompanionDensity < CrowdedShare * (Math.Exp(z.LogDensity) + z.CompanionDensity);

    private static bool CountsMisses(in Bernoulli track, SensorSite site) =>
        site.IsRadar || (site.Kind != SensorKind.Spotter && track.Slots.HasSeen(site.Id));

    private void Accumulate(int m, in ModeState state, double weight)
    {
        if (weight <= 0) return;
        mass[m] += weight;
        var offset = Vector6.Difference(state.Mean, about);
        sum[m].Mean.Add(offset, weight);
        sum[m].Covariance.AddPart(state.Covariance, offset, weight);
    }

    /// <summary>Means and covariances of the accumulated moments about the prior mean.</summary>
    private void MergeModes(ref Bernoulli track)
    {
        var total = 0.0;
        for (var m = 0; m < MotionMixture.Modes; m++) total += mass[m];
        if (total <= 0) return;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            ref var state = ref track.Motion.States[m];
            track.Motion.Weights[m] = Math.Max(mass[m] / total, 1e-6);
            if (mass[m] < 1e-12) continue;
            state.Mean = default;
            state.Mean.Add(sum[m].Mean, 1 / mass[m]);
            state.Covariance.SetTo(sum[m].Covariance, 1 / mass[m]);
            state.Covariance.AddOuter(state.Mean, -1);
            state.Mean.Add(about, 1);
        }

        track.Motion.Combine();
    }

    /// <summary>Once the velocity is known to better than a walk through the speed classes, the models start from the same state.</summary>
    private void LearnVelocity(ref Bernoulli track)
    {
        ref readonly var p = ref track.Motion.Covariance;
        var settings = tuning.Of(track);
        if (!track.VelocityKnown && p[15] + p[18] < settings.VelocityKnownBelowMps * settings.VelocityKnownBelowMps)
        {
            track.VelocityKnown = true;
            // The height of a ballistic object is no guess for that of another.
            track.Motion.Disregard(MotionMixture.Hard);
            track.Motion.Restart(settings.ModelPrior);
        }

        if (track.VelocityKnown) LearnTurn(ref track);
    }

    private static void LearnTurn(ref Bernoulli track)
    {
        var elapsed = track.TimeS - track.TurnTimeS;
        if (elapsed is < 3) return;
        var angle = Math.Atan2(track.Motion.Mean[3], track.Motion.Mean[4]);
        if (elapsed >= 3)
        {
            var rate = Angle.WrapSigned(angle - track.TurnAngleRad) / elapsed;
            track.TurnRateRadps += 0.5 * (rate - track.TurnRateRadps);
        }

        track.TurnAngleRad = angle;
        track.TurnTimeS = track.TimeS;
    }
}
