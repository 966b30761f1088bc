using Vedette.Air;
using Vedette.Air.Sensing;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Existence;

/// <summary>Detection probability of a given track by a given sensor now, from physics and from that pair's own history.</summary>
public static class Detection
{
    /// <summary>SSR and Mode S replies come back with this probability.</summary>
    private const double ReplyProbability = 0.97;

    /// <summary>Spread of the heights at which objects that nothing has told the height of may fly, m.</summary>
    private const double GuessedHeightSigmaM = 2000;

    /// <summary>A height that slant ranges have told as well as this is one, m.</summary>
    private const double KnownHeightSigmaM = 400;

    /// <summary>What is left where a radar does not look: a plot that comes all the same may be the track's, and silence says nothing.</summary>
    private const double Blank = 0.01;

    /// <summary>No height is trusted better than this at the horizon, m.</summary>
    private const double LeastHeightSigmaM = 30;

    /// <summary>Share of the detection probability that is left where two tracks share a resolution cell.</summary>
    private const double OwnPlotThoughMerged = 0.15;

    /// <summary>The probability that one look of this sensor yields a plot of the track.</summary>
    /// <param name="outlook">Filled with the physical probabilities for what the track may be.</param>
    /// <param name="apart">True where plots that hold several tracks are hypotheses of their own, so that company hides nobody.</param>
    public static double Of(SensorSite site, TrackTable table, ref Bernoulli track, out Outlook outlook, bool apart = false)
    {
        outlook = default;
        var expected = site.IsRadar ? Radar(site, track, ref outlook)
            : site.Kind == SensorKind.Acoustic ? Acoustic(site, track)
            : site.Kind == SensorKind.Spotter ? 0.2
            : 0.6;
        if (!apart && site.IsRadar && track.Neighbour >= 0 && IsMerged(site, table, track)) expected *= OwnPlotThoughMerged;
        if (expected <= 0) return Blank;
        var slot = track.Slots.Find(site.Id);
        return slot < 0 ? expected : track.Slots[slot].Detection(expected);
    }

    /// <summary>
    /// So far below a radar's horizon, four standard deviations of its height, that no look is worth asking about; quicker than
    /// <see cref="Of"/> where that is so of most.
    /// </summary>
    public static bool IsHidden(SensorSite site, in Bernoulli track, double rangeM)
    {
        if (site.Performance.HasSecondary && (track.Address >= 0 || track.Code >= 0)) return false;
        var beyond = rangeM - site.HorizonM;
        if (beyond <= 0) return false;
        var (height, sigma) = Height(track);
        return height + (4 * Math.Max(sigma, LeastHeightSigmaM)) < RadioHorizon.DropM(beyond);
    }

    /// <summary>Existence probability r after a look that brought no plot, r (1 - Pd) / (1 - r Pd).</summary>
    public static double Missed(double existence, double detection) => existence * ((1 - detection) / (1 - (existence * detection)));

    private static double Radar(SensorSite site, in Bernoulli track, ref Outlook outlook)
    {
        ref readonly var x = ref track.Motion.Mean;
        var (height, heightSigma) = Height(track);
        var sight = site.Frame.ToLocal(track.EcefAt(x[0], x[1], height));
        if (site.IsBlanked(sight)) return 0;
        var hiddenM = site.HiddenBelowM(sight);
        var range = Math.Max(sight.Norm, 1);
        var v = site.Frame.RotateToLocal(track.Frame.RotateToEcef(new Enu(x[3], x[4], x[5])));
        var radial = ((sight.East * v.East) + (sight.North * v.North) + (sight.Up * v.Up)) / range;
        outlook.HeightIsGuess = IsHeightGuessed(track) && !track.Slots.HasSeen(site.Id);
        if (outlook.HeightIsGuess) AtAnyHeight(site, track, range, radial, hiddenM, ref outlook);
        else DetectionModel.Radar(site.Performance, site.Position!.Value.HeightM, range, height, heightSigma, radial, RadarCrossSections.SquareMetres, outlook.Echo, hiddenM);
        var primary = Beliefs.Expected(track.CrossSections, outlook.Echo);
        var replies = site.Performance.HasSecondary && (track.Address >= 0 || track.Code >= 0) && range < site.Performance.MaxRangeM && height > hiddenM;
        return replies ? 1 - ((1 - primary) * (1 - ReplyProbability)) : primary;
    }

    /// <summary>Each cross section at the heights as they are believed, each height with the cross section as it is believed.</summary>
    private static void AtAnyHeight(SensorSite site, in Bernoulli track, double rangeM, double radialMps, double hiddenM, ref Outlook outlook)
    {
        DetectionModel.InPlainSight(site.Performance, rangeM, radialMps, RadarCrossSections.SquareMetres, outlook.Echo);
        DetectionModel.InSight(site.Performance, site.Position!.Value.HeightM, rangeM, HeightBands.Metres, HeightBands.Spread, outlook.Height, hiddenM);
        double echo = Beliefs.Expected(track.CrossSections, outlook.Echo), inSight = Beliefs.Expected(track.Heights, outlook.Height);
        DetectionModel.Scale(outlook.Echo, inSight);
        DetectionModel.Scale(outlook.Height, echo);
    }

    /// <summary>
    /// Nothing has measured it, and no slant ranges of several radars have told it (ballistic objects apart, whose ranges do). Beside another
    /// track nothing need be guessed: that one shows what radars see there.
    /// </summary>
    private static bool IsHeightGuessed(in Bernoulli track)
    {
        if (track.HeightKnown || track.Neighbour >= 0 || track.Joined || IsBallistic(track)) return false;
        ref readonly var motion = ref track.Motion;
        var variance = track.VelocityKnown ? motion.Covariance[11] : motion.States[0].Covariance[11];
        return variance > KnownHeightSigmaM * KnownHeightSigmaM;
    }

    private static bool IsBallistic(in Bernoulli track) => track.IsSwift || track.Motion.Weights[MotionMixture.Hard] > 0.5;

    /// <summary>
    /// Height and its standard deviation. Of an object seen once, which may fly low or be ballistic, that of the likelier: the mean of both is
    /// where neither is, and a look that missed it may as well have passed over it.
    /// </summary>
    private static (double Mean, double Sigma) Height(in Bernoulli track)
    {
        ref readonly var motion = ref track.Motion;
        var ballistic = IsBallistic(track);
        var (mean, variance) = track.VelocityKnown || ballistic
            ? (motion.Mean[2], motion.Covariance.At(2, 2))
            : (motion.States[0].Mean[2], motion.States[0].Covariance.At(2, 2));
        var isGuess = !track.HeightKnown && !track.VelocityKnown && !ballistic;
        return (mean, Math.Max(Math.Sqrt(Math.Max(variance, 0)), isGuess ? GuessedHeightSigmaM : 0));
    }

    /// <summary>The nearest track lies in the same resolution cell: one plot between the two speaks for both, and for neither exactly.</summary>
    private static bool IsMerged(SensorSite site, TrackTable table, in Bernoulli track)
    {
        ref readonly var other = ref table[track.Neighbour];
        if (!other.Live || other.FirstSeenS != track.NeighbourFirstSeenS) return false;
        var a = Sight(site, track, 0);
        var b = Sight(site, other, track.TimeS - other.TimeS);
        if (Math.Abs(a.Norm - b.Norm) > site.Performance.ResolutionRangeM) return false;
        var turn = Math.Abs((a.East * b.North) - (a.North * b.East)) / Math.Max(a.HorizontalNorm * b.HorizontalNorm, 1);
        return turn < site.Performance.ResolutionAzimuthRad;
    }

    private static Enu Sight(SensorSite site, in Bernoulli track, double lead)
    {
        ref readonly var x = ref track.Motion.Mean;
        return site.Frame.ToLocal(track.EcefAt(x[0] + (lead * x[3]), x[1] + (lead * x[4]), x[2]));
    }

    private static double Acoustic(SensorSite site, in Bernoulli track)
    {
        ref readonly var x = ref track.Motion.Mean;
        var sight = site.Frame.ToLocal(track.EcefAt(x[0], x[1], x[2]));
        return DetectionModel.Acoustic(site.Performance, sight.Norm);
    }
}
