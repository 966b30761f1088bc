using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// Makes a component from one plot: its place as measured, its height and velocity from priors (one prior speed a motion model), all
/// brought together by the ordinary update, so that slant range ties ground range to height and a range rate counts at once.
/// </summary>
public sealed class Initiator(TuningTable tuning)
{
    private const double BearingRangeM = 2300;

    private Hypothesis scratch;

    /// <param name="track">The component, filled in place: it is large.</param>
    public void Start(in Measurement z, SensorSite site, double existence, out Bernoulli track)
    {
        track = default;
        track.Existence = existence;
        track.ExistenceS = track.TimeS = track.MixedS = track.FirstSeenS = track.LastSeenS = track.SensorsSinceS = z.TimeS;
        track.RememberedS = track.LastMissS = track.LastReportS = double.NegativeInfinity;
        track.TurnTimeS = double.NaN;
        track.Frame = new EnuFrame(StartPlace(z, site));
        track.Hits = track.PlotCount = 1;
        track.Exclusiveness = 0.5;
        track.Address = track.Code = track.Neighbour = -1;
        track.CrossSections = RadarCrossSections.Prior();
        track.Heights = HeightBands.Prior();
        if (z.FlockDensity > 0) track.Flock = FlockDoubt.From(z.PlaceEcef, z.FlockDensity / z.BirthDensity);
        var settings = tuning.At(z.Place);
        SetPriors(ref track, z, settings);
        tuning.Assign(ref track);
        scratch.Evaluate(z, site, track, settings.ModelsOf(track));
        track.Motion.States = scratch.States;
        track.Motion.Weights = scratch.Weights;
        track.Motion.Combine();
        var slot = track.Slots.FindOrAdd(site.Id);
        track.Slots[slot].Account(z.TimeS, 1);
    }

    /// <summary>Starts the motion of an existing component anew from a plot; what else is known of it stays.</summary>
    public void Restart(ref Bernoulli track, in Measurement z, SensorSite site)
    {
        Start(z, site, track.Existence, out var fresh);
        track.Frame = fresh.Frame;
        track.TimeS = track.MixedS = z.TimeS;
        track.Motion = fresh.Motion;
        track.VelocityKnown = false;
    }

    /// <summary>Gives a new component the height and velocity of the formation that it probably flies in.</summary>
    public void Join(ref Bernoulli track, in Bernoulli leader)
    {
        ref readonly var y = ref leader.Motion.Mean;
        ref readonly var q = ref leader.Motion.Covariance;
        var settings = tuning.Of(leader);
        var own = settings.FormationVelocitySigmaMps * settings.FormationVelocitySigmaMps;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            ref var state = ref track.Motion.States[m];
            for (var i = 3; i < 6; i++)
            {
                state.Covariance.Scale(i, 0);
                state.Mean[i] = y[i];
            }

            state.Covariance.Set(3, 3, q[15] + own);
            state.Covariance.Set(4, 4, q[18] + own);
            state.Covariance.Set(5, 5, q[20] + 4);
            track.Motion.Weights[m] = settings.ModelPrior[m];
        }

        track.VelocityKnown = true;
        track.Joined = true;
        track.Motion.Combine();
    }

    private static Geodetic StartPlace(in Measurement z, SensorSite site)
    {
        if (!z.IsBearing) return z.Place;
        var (sin, cos) = Math.SinCos(z.AzimuthRad);
        return site.Frame.ToGeodetic(new(BearingRangeM * sin, BearingRangeM * cos, 0)) with { HeightM = site.Position!.Value.HeightM + 200 };
    }

    private static void SetPriors(ref Bernoulli track, in Measurement z, TrackerSettings settings)
    {
        var placeVariance = z.IsBearing ? 1300.0 * 1300 : 1e8;
        var measured = !double.IsNaN(z.ElevationRad) || !double.IsNaN(z.HeightM);
        var heightSigma = z.IsBearing ? 200 : measured ? 4000 : settings.HeightPriorSigmaM;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            ref var state = ref track.Motion.States[m];
            var ballistic = m == MotionMixture.Hard && !measured && !z.IsBearing;
            var sigma = ballistic ? settings.BallisticHeightPriorSigmaM : heightSigma;
            state.Mean[2] = ballistic ? settings.BallisticHeightPriorM : track.Frame.Origin.HeightM;
            state.Covariance.Set(0, 0, placeVariance);
            state.Covariance.Set(1, 1, placeVariance);
            state.Covariance.Set(2, 2, sigma * sigma);
            var speed = settings.FirstSpeedSigmaMps[m];
            state.Covariance.Set(3, 3, speed * speed);
            state.Covariance.Set(4, 4, speed * speed);
            state.Covariance.Set(5, 5, settings.ClimbPriorSigmaMps * settings.ClimbPriorSigmaMps * (m == MotionMixture.Hard ? 2500 : 1));
            track.Motion.Weights[m] = settings.FirstSpeedPrior[m];
        }

        track.Motion.Combine();
    }
}
