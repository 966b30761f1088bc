using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>
/// One object that may exist: existence probability and motion mixture (a Bernoulli component of the Poisson multi-Bernoulli
/// posterior), with what is remembered of its evidence. Kept in one array and changed in place.
/// </summary>
public struct Bernoulli
{
    private const double FasterThanAircraftMps = 500;

    public bool Live;

    /// <summary>0 until it is first shown; then for ever the same.</summary>
    public int Number;

    /// <summary>Probability that it exists, at <see cref="ExistenceS"/>.</summary>
    public double Existence;

    public double ExistenceS;

    /// <summary>The state is for this time, s of the tracker's clock.</summary>
    public double TimeS;

    public double MixedS;

    /// <summary>Its newest plot by a radar: by which, when, and where that put it.</summary>
    public Echo LastEcho;

    /// <summary>When it was last compared with another radar's track of the same target, s.</summary>
    public double ComparedS;

    /// <summary>When what was believed was last kept for plots that come late, s.</summary>
    public double RememberedS;

    /// <summary>Origin of the local frame; follows the track.</summary>
    public EnuFrame Frame;

    /// <summary>How far the origin has moved since the track began.</summary>
    public double ShiftEastM;

    public double ShiftNorthM;

    public MotionMixture Motion;

    /// <summary>Expected number of plots that are its own.</summary>
    public double Hits;

    /// <summary>False while a single plot is all there is: the velocity is then a prior.</summary>
    public bool VelocityKnown;

    public bool HeightKnown;

    public bool Confirmed;

    public bool SensedIndependently;
    public bool OnGround;
    public bool Simulated;
    public double FirstSeenS;
    public double LastSeenS;

    /// <summary>Time of its newest report of its own position, s: while fresh, it can tell what radars get wrong.</summary>
    public double LastReportS;

    /// <summary>Newest time at which a look that should have seen it did not, s.</summary>
    public double LastMissS;

    public int PlotCount;
    public long LastEntry;

    /// <summary>Sensors of the current and of the previous half minute, one bit each.</summary>
    public ulong RecentSensors;

    public ulong EarlierSensors;
    public double SensorsSinceS;

    /// <summary>Transponder address and Mode 3/A code, -1 where unknown.</summary>
    public int Address;

    public int Code;
    public Callsign Callsign;
    public PressureAltitude? Altitude;
    public RadarCrossSections CrossSections;
    public HeightBands Heights;
    public LookSlots Slots;

    /// <summary>What it rests on until it is confirmed.</summary>
    public Founding Founding;

    /// <summary>Whether it is a flock, until it is confirmed.</summary>
    public FlockDoubt Flock;

    /// <summary>Neighbours that it is known to be distinct from.</summary>
    public Kin Kin;

    /// <summary>How much its best plots are its own and not shared with others; fading mean of the greatest association probability.</summary>
    public double Exclusiveness;

    /// <summary>How much of its evidence came from places where false plots abound; fading mean.</summary>
    public double Company;

    /// <summary>Smoothed turn rate, rad/s, positive clockwise.</summary>
    public double TurnRateRadps;

    public double TurnAngleRad;
    public double TurnTimeS;

    /// <summary>Index and first time of the nearest other confirmed track when last looked for; -1 if none is near.</summary>
    public int Neighbour;

    public double NeighbourFirstSeenS;

    /// <summary>Confirmed tracks that fly beside it as it flies, when last looked for.</summary>
    public int Escorts;

    /// <summary>The same with those that are not confirmed yet.</summary>
    public int Alike;

    /// <summary>It began beside a formation and flies as that does.</summary>
    public bool Joined;

    /// <summary>Which settings hold for it: index into the tuning table.</summary>
    public int Variant;

    /// <summary>A radar's plot as a place.</summary>
    public struct Echo
    {
        /// <summary>Sensor id plus one; 0 = none yet.</summary>
        public int SitePlusOne;

        public double TimeS;
        public Ecef Place;
    }

    /// <summary>Flies faster than aircraft do.</summary>
    public readonly bool IsSwift => (Motion.Mean[3] * Motion.Mean[3]) + (Motion.Mean[4] * Motion.Mean[4]) > FasterThanAircraftMps * FasterThanAircraftMps;

    public readonly Ecef EcefAt(double eastM, double northM, double heightM) => CurvedFrame.EcefAt(Frame, eastM, northM, heightM);

    /// <summary>Where the mean will be <paramref name="leadS"/> after the time of the state if it keeps its velocity.</summary>
    public readonly Ecef EcefAfter(double leadS)
    {
        ref readonly var x = ref Motion.Mean;
        return EcefAt(x[0] + (leadS * x[3]), x[1] + (leadS * x[4]), x[2] + (leadS * x[5]));
    }

    /// <summary>Where the mean is, at the time of the state plus <paramref name="leadS"/>.</summary>
    public readonly Geodetic PlaceAt(double leadS)
    {
        ref readonly var x = ref Motion.Mean;
        double east = x[0] + (leadS * x[3]), north = x[1] + (leadS * x[4]), height = x[2] + (leadS * x[5]);
        var place = EcefAt(east, north, height).ToGeodetic();
        return place with { HeightM = height };
    }

    /// <summary>The same good to some metres: to file the track under, without a trigonometric function.</summary>
    public readonly Geodetic RoughPlace(double leadS = 0)
    {
        const double radiusM = 6.378e6;
        var north = (Motion.Mean[1] + (leadS * Motion.Mean[4])) / radiusM;
        var east = (Motion.Mean[0] + (leadS * Motion.Mean[3])) / (radiusM * Math.Max(Frame.CosLatitude, 0.01));
        return new(Frame.Origin.LatitudeRad + north, Frame.Origin.LongitudeRad + east, Motion.Mean[2]);
    }

    /// <summary>Predicts to a later time; an earlier one changes nothing.</summary>
    public void PredictTo(double timeS, TrackerSettings settings)
    {
        var dt = timeS - TimeS;
        if (dt <= 0) return;
        var sinceMixed = timeS - MixedS;
        var mix = VelocityKnown && sinceMixed >= 0.5;
        Motion.Predict(dt, settings.ModelsOf(this), mix ? sinceMixed : 0);
        if (mix || !VelocityKnown) MixedS = timeS;
        if (!HeightKnown) BoundHeight(settings);
        Age(timeS, settings);
        TimeS = timeS;
    }

    /// <summary>Learns what it is from one look: <paramref name="hit"/> is the probability that the look saw it.</summary>
    public void Learn(in Outlook outlook, double hit)
    {
        Beliefs.Learn(CrossSections, outlook.Echo, hit);
        if (outlook.HeightIsGuess) Beliefs.Learn(Heights, outlook.Height, hit);
    }

    /// <summary>Objects end: what has not been looked at for a while exists less certainly, so that few misses suffice to give it up.</summary>
    public void Age(double timeS, TrackerSettings settings)
    {
        if (timeS <= ExistenceS) return;
        Existence *= Math.Exp((ExistenceS - timeS) / settings.MeanLifeS);
        ExistenceS = timeS;
    }

    /// <summary>
    /// Moves the origin under the mean once the mean has left it by a kilometre, so that curvature stays negligible. Velocities keep
    /// their local axes: level flight stays level, and the axes turn by the convergence of the meridians only.
    /// </summary>
    public void FollowMean()
    {
        double east = Motion.Mean[0], north = Motion.Mean[1];
        if ((east * east) + (north * north) < 1e6 && Math.Abs(Motion.Mean[2] - Frame.Origin.HeightM) < 2000) return;
        var place = PlaceAt(0);
        var convergence = (place.LongitudeRad - Frame.Origin.LongitudeRad) * Math.Sin(place.LatitudeRad);
        Frame = new EnuFrame(place);
        ShiftEastM += east;
        ShiftNorthM += north;
        Motion.MoveOrigin(-east, -north, convergence);
    }

    /// <summary>
    /// A height that nothing has measured keeps its prior's spread however long it is predicted. What flies faster than any aircraft may be
    /// anywhere below space: its height is found from slant ranges only if it is free to move.
    /// </summary>
    private void BoundHeight(TrackerSettings settings)
    {
        const double ballisticSigmaM = 15e3;
        var isSwift = IsSwift;
        for (var m = 0; m < MotionMixture.Modes; m++)
        {
            ref var state = ref Motion.States[m];
            var ballistic = isSwift || (!VelocityKnown && m == MotionMixture.Hard);
            var limit = ballistic ? ballisticSigmaM * ballisticSigmaM : 1.2 * settings.HeightPriorSigmaM * settings.HeightPriorSigmaM;
            var variance = state.Covariance.At(2, 2);
            if (variance > limit) state.Covariance.Scale(2, Math.Sqrt(limit / variance));
            state.Mean[2] = Math.Max(state.Mean[2], 20);
        }

        Motion.Combine();
    }
}
