using Vedette.Tracking.Estimation;

namespace Vedette.Tracking;

/// <summary>
/// Everything that is tuned, in one place. One set of values serves every scenario; an operator's tuning file makes further instances, by
/// area and by class (<see cref="Tuning.TuningTable"/>).
/// </summary>
public sealed record TrackerSettings
{
    private const double TurnRadps = 4.2 * Kernel.Angle.RadiansPerDegree;
    private const double SwiftTurnRadps = 1 * Kernel.Angle.RadiansPerDegree;

    private MotionModel[] Ways { get; init; } =
    [
        new(HorizontalPsd: 0.03, VerticalPsd: 0.1, TurnRateRadps: 0, MeanStayS: 800, EntryShare: 1),
        new(HorizontalPsd: 8, VerticalPsd: 6, TurnRateRadps: 0, MeanStayS: 20, EntryShare: 0.6),
        new(HorizontalPsd: 25, VerticalPsd: 2, TurnRateRadps: TurnRadps, MeanStayS: 15, EntryShare: 0.5),
        new(HorizontalPsd: 25, VerticalPsd: 2, TurnRateRadps: -TurnRadps, MeanStayS: 15, EntryShare: 0.5),
        new(HorizontalPsd: 150, VerticalPsd: 20, TurnRateRadps: 0, MeanStayS: 8, EntryShare: 0.2),
    ];

    // A missile gains 15 m/s² and more for a minute, climbs and comes down at hundreds of metres a second, and turns wide if at all.
    private MotionModel[] SwiftWays { get; init; } =
    [
        new(HorizontalPsd: 20, VerticalPsd: 1000, TurnRateRadps: 0, MeanStayS: 800, EntryShare: 1),
        new(HorizontalPsd: 200, VerticalPsd: 2000, TurnRateRadps: 0, MeanStayS: 20, EntryShare: 0.6),
        new(HorizontalPsd: 100, VerticalPsd: 1000, TurnRateRadps: SwiftTurnRadps, MeanStayS: 15, EntryShare: 0.5),
        new(HorizontalPsd: 100, VerticalPsd: 1000, TurnRateRadps: -SwiftTurnRadps, MeanStayS: 15, EntryShare: 0.5),
        new(HorizontalPsd: 1500, VerticalPsd: 20_000, TurnRateRadps: 0, MeanStayS: 8, EntryShare: 1),
    ];

    /// <summary>The ways of flying that are mixed: quiet, changing, turning either way, hard manoeuvre.</summary>
    public ReadOnlySpan<MotionModel> Models => Ways;

    /// <summary>The same for what is faster than aircraft: see <see cref="Bernoulli.IsSwift"/>.</summary>
    public ReadOnlySpan<MotionModel> SwiftModels => SwiftWays;

    /// <summary>The ways of flying of a track that flies as it does now.</summary>
    public ReadOnlySpan<MotionModel> ModelsOf(in Bernoulli track) => track.IsSwift ? SwiftWays : Ways;

    /// <summary>Plots are shared out by joint probabilities; false: each goes to the nearest track of the best joint assignment.</summary>
    public bool JointAssociation { get; init; } = true;

    /// <summary>One plot may be several tracks' that a radar cannot tell apart.</summary>
    public bool MergedPlots { get; init; } = true;

    /// <summary>The offsets of radars are learned and taken off.</summary>
    public bool Registration { get; init; } = true;

    /// <summary>Maps of false plots are learned; false: they are as dense as the sensor's description says.</summary>
    public bool LearnedClutter { get; init; } = true;

    /// <summary>New objects come from the field of undetected ones; false: they are as dense everywhere.</summary>
    public bool UndetectedField { get; init; } = true;

    /// <summary>Plots out of sequence are held against the smoothed past of a track; false: against a straight line back.</summary>
    public bool LateSmoothing { get; init; } = true;

    /// <summary>Probabilities of the models when a velocity first becomes known.</summary>
    public IReadOnlyList<double> ModelPrior { get; init; } = [0.7, 0.14, 0.06, 0.06, 0.04];

    /// <summary>Speed per axis that an object seen once may have, m/s, one value a model: slow, aircraft, ballistic.</summary>
    public IReadOnlyList<double> FirstSpeedSigmaMps { get; init; } = [55, 170, 55, 170, 900];

    public IReadOnlyList<double> FirstSpeedPrior { get; init; } = [0.25, 0.24, 0.25, 0.23, 0.03];

    /// <summary>Height of an object that nothing has told the height of, m above the ellipsoid.</summary>
    public double HeightPriorM { get; init; } = 1400;

    public double HeightPriorSigmaM { get; init; } = 700;

    /// <summary>The same for what the last model takes for a ballistic object: it may be anywhere below space.</summary>
    public double BallisticHeightPriorM { get; init; } = 20_000;

    public double BallisticHeightPriorSigmaM { get; init; } = 12_000;

    public double ClimbPriorSigmaMps { get; init; } = 6;

    /// <summary>Error of a pressure altitude taken as a height, m: the weather and the geoid are not known.</summary>
    public double PressureAltitudeSigmaM { get; init; } = 80;

    /// <summary>Objects end on average after this time, s.</summary>
    public double MeanLifeS { get; init; } = 1200;

    /// <summary>New objects per square metre and look, where the field of undetected ones does not tell: reports, or a field switched off.</summary>
    public double BirthDensity { get; init; } = 2e-11;

    /// <summary>Objects per square metre where nobody has ever looked.</summary>
    public double UndetectedPerM2 { get; init; } = 1e-9;

    /// <summary>Objects that begin to fly per square metre and second.</summary>
    public double BirthRate { get; init; } = 3e-11;

    /// <summary>Flocks and showers where nobody has ever looked, for each false plot that a look brings.</summary>
    public double FlocksPerFalsePlot { get; init; } = 0.2;

    /// <summary>They come and go in this time, s.</summary>
    public double FlockLifeS { get; init; } = 1800;

    /// <summary>Undetected objects to be expected beside each track of a formation.</summary>
    public double CompanionsExpected { get; init; } = 0.05;

    /// <summary>Their distance from it over the ground, m per axis.</summary>
    public double FormationSpreadM { get; init; } = 500;

    /// <summary>Difference of velocities within a formation, m/s per axis.</summary>
    public double FormationVelocitySigmaMps { get; init; } = 12;

    /// <summary>Batches close after this much arrival time, s.</summary>
    public double BatchS { get; init; } = 0.5;

    /// <summary>Plots older than this on arrival are counted and not used, s.</summary>
    public double LateLimitS { get; init; } = 60;

    /// <summary>Plots dated further after their arrival than this are counted and not used, s: more than sensors' clocks are ever off.</summary>
    public double AheadLimitS { get; init; } = 10;

    /// <summary>Plots whose arrival is further from the time of the picture than this are counted and not used, s.</summary>
    public double ArrivalLimitS { get; init; } = 300;

    /// <summary>Chi-square gate for the sum of the squared, normalised innovations.</summary>
    public double Gate { get; init; } = 20;

    /// <summary>Fastest object that a first plot may be continued to, m/s.</summary>
    public double FastestMps { get; init; } = 2100;

    /// <summary>Existence probability at which a track is confirmed.</summary>
    public double ConfirmAt { get; init; } = 0.999;

    /// <summary>The same for a track beside which others fly alike: the echoes of a flock keep no common velocity.</summary>
    public double ConfirmAlikeAt { get; init; } = 0.995;

    /// <summary>The same for a track that began beside a formation: there something new is to be expected.</summary>
    public double ConfirmJoinedAt { get; init; } = 0.9;

    /// <summary>Two plots are enough where the existence probability is this high: where hardly anything else could have caused them.</summary>
    public double ConfirmTwiceSeenAt { get; init; } = 0.9996;

    /// <summary>Expected number of own plots that a track without a transponder needs to be confirmed.</summary>
    public double ConfirmHits { get; init; } = 2.8;

    /// <summary>A track is confirmed only if the odds that it is a flock nobody knows yet, against a target, are no greater.</summary>
    public double FlockOddsAllowed { get; init; } = 0.1;

    /// <summary>A confirmed track is shown as long as its existence probability is above this.</summary>
    public double ShowAbove { get; init; } = 0.5;

    /// <summary>Components below this are dropped.</summary>
    public double DropBelow { get; init; } = 0.004;

    /// <summary>A plot starts a component if it is new with at least this probability.</summary>
    public double StartAbove { get; init; } = 0.002;

    /// <summary>Plots that arrive later than this start nothing, s.</summary>
    public double StartLateLimitS { get; init; } = 8;

    /// <summary>A velocity counts as known below this standard deviation, m/s over both axes.</summary>
    public double VelocityKnownBelowMps { get; init; } = 120;

    /// <summary>A component seen once is given up after this time, s.</summary>
    public double OncePatienceS { get; init; } = 25;

    /// <summary>A track that none of its working sensors has seen for this time is given up, s.</summary>
    public double CoastLimitS { get; init; } = 60;

    /// <summary>A track is given up when its position is known no better than this, m.</summary>
    public double LostBeyondM { get; init; } = 2200;

    /// <summary>The same with one motion model changed.</summary>
    public TrackerSettings With(int index, MotionModel model) => this with { Ways = Changed(Ways, index, model) };

    /// <summary>The same with one motion model of what is faster than aircraft changed.</summary>
    public TrackerSettings WithSwift(int index, MotionModel model) => this with { SwiftWays = Changed(SwiftWays, index, model) };

    private static MotionModel[] Changed(MotionModel[] ways, int index, MotionModel model)
    {
        MotionModel[] changed = [.. ways];
        changed[index] = model;
        return changed;
    }
}
