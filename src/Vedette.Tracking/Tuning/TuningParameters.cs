using Vedette.Tracking.Estimation;
using static Vedette.Tracking.Tuning.TuningScope;

namespace Vedette.Tracking.Tuning;

/// <summary>Every parameter of the tuning file, in the order of its documentation (docs/tuning.md).</summary>
public static class TuningParameters
{
    /// <summary>The motion models by name, in the order of <see cref="TrackerSettings.Models"/>.</summary>
    public static readonly IReadOnlyList<string> ModelNames = ["quiet", "changing", "turningRight", "turningLeft", "hard"];

    public static readonly IReadOnlyList<TuningParameter> All =
    [
        Switch("jointAssociation", "plots are shared out by joint probabilities; off: each goes to the nearest track", s => s.JointAssociation, (s, on) => s with { JointAssociation = on }),
        Switch("mergedPlots", "one plot may be several tracks' that a radar cannot tell apart", s => s.MergedPlots, (s, on) => s with { MergedPlots = on }),
        Switch("registration", "the radars' range, azimuth and time offsets are learned and taken off", s => s.Registration, (s, on) => s with { Registration = on }),
        Switch("learnedClutter", "maps of false plots are learned; off: false plots are as the sensor's description says", s => s.LearnedClutter, (s, on) => s with { LearnedClutter = on }),
        Switch("undetectedField", "new objects come from the field of undetected ones; off: they are as dense everywhere", s => s.UndetectedField, (s, on) => s with { UndetectedField = on }),
        Switch("lateSmoothing", "plots out of sequence are held against the smoothed past; off: against a straight line back", s => s.LateSmoothing, (s, on) => s with { LateSmoothing = on }),
        new("batchS", Whole, "s", 0, 10, "plots are collected for this much arrival time", s => s.BatchS, (s, v) => s with { BatchS = v }),
        new("lateLimitS", Whole, "s", 0, 60, "plots older than this on arrival are not used", s => s.LateLimitS, (s, v) => s with { LateLimitS = v }),
        new("aheadLimitS", Whole, "s", 0, 3600, "plots dated further after their arrival are not used", s => s.AheadLimitS, (s, v) => s with { AheadLimitS = v }),
        new("arrivalLimitS", Whole, "s", 1, 86400, "plots that arrive further from the picture's time are not used", s => s.ArrivalLimitS, (s, v) => s with { ArrivalLimitS = v }),
        new("birthDensity", Place, "per m² and look", 1e-18, 1e-3, "new objects where the field of undetected ones does not tell: reports, or the field off", s => s.BirthDensity, (s, v) => s with { BirthDensity = v }),
        new("undetectedPerM2", Place, "per m²", 1e-18, 1e-3, "objects where nobody has ever looked", s => s.UndetectedPerM2, (s, v) => s with { UndetectedPerM2 = v }),
        new("birthRate", Place, "per m² and s", 1e-20, 1e-3, "objects that begin to fly", s => s.BirthRate, (s, v) => s with { BirthRate = v }),
        new("flocksPerFalsePlot", Place, "", 0, 100, "flocks and showers where nobody has ever looked, for each false plot of a look", s => s.FlocksPerFalsePlot, (s, v) => s with { FlocksPerFalsePlot = v }),
        new("flockLifeS", Place, "s", 1, 1e6, "they come and go in this time", s => s.FlockLifeS, (s, v) => s with { FlockLifeS = v }),
        new("companionsExpected", Track, "objects", 0, 10, "undetected objects beside each track of a formation", s => s.CompanionsExpected, (s, v) => s with { CompanionsExpected = v }),
        new("formationSpreadM", Track, "m", 10, 20000, "their distance over the ground, standard deviation per axis", s => s.FormationSpreadM, (s, v) => s with { FormationSpreadM = v }),
        new("formationVelocitySigmaMps", Track, "m/s", 0.1, 200, "difference of velocities within a formation, per axis", s => s.FormationVelocitySigmaMps, (s, v) => s with { FormationVelocitySigmaMps = v }),
        new("startAbove", Place, "", 1e-9, 1, "a plot starts a component if it is new with at least this probability", s => s.StartAbove, (s, v) => s with { StartAbove = v }),
        new("startLateLimitS", Place, "s", 0, 60, "plots that arrive later start nothing", s => s.StartLateLimitS, (s, v) => s with { StartLateLimitS = v }),
        new("heightPriorM", Place, "m", -500, 30000, "height of an object that nothing has told the height of", s => s.HeightPriorM, (s, v) => s with { HeightPriorM = v }),
        new("heightPriorSigmaM", Place, "m", 1, 30000, "its standard deviation", s => s.HeightPriorSigmaM, (s, v) => s with { HeightPriorSigmaM = v }),
        new("ballisticHeightPriorM", Place, "m", -500, 1e6, "the same where it may be ballistic", s => s.BallisticHeightPriorM, (s, v) => s with { BallisticHeightPriorM = v }),
        new("ballisticHeightPriorSigmaM", Place, "m", 1, 1e6, "its standard deviation", s => s.BallisticHeightPriorSigmaM, (s, v) => s with { BallisticHeightPriorSigmaM = v }),
        new("climbPriorSigmaMps", Place, "m/s", 0.1, 500, "climb of an object seen once, standard deviation", s => s.ClimbPriorSigmaMps, (s, v) => s with { ClimbPriorSigmaMps = v }),
        new("pressureAltitudeSigmaM", Place, "m", 1, 2000, "error of a pressure altitude taken as a height", s => s.PressureAltitudeSigmaM, (s, v) => s with { PressureAltitudeSigmaM = v }),
        new("gate", Track, "", 1, 1000, "chi-square gate of the squared, normalised innovations", s => s.Gate, (s, v) => s with { Gate = v }),
        new("fastestMps", Track, "m/s", 1, 10000, "fastest object that a first plot may be continued to", s => s.FastestMps, (s, v) => s with { FastestMps = v }),
        new("meanLifeS", Track, "s", 10, 1e6, "objects end on average after this time", s => s.MeanLifeS, (s, v) => s with { MeanLifeS = v }),
        new("confirmAt", Track, "", 0.01, 1, "existence probability at which a track is confirmed", s => s.ConfirmAt, (s, v) => s with { ConfirmAt = v }),
        new("confirmAlikeAt", Track, "", 0.01, 1, "the same for a track beside which others fly alike", s => s.ConfirmAlikeAt, (s, v) => s with { ConfirmAlikeAt = v }),
        new("confirmJoinedAt", Track, "", 0.01, 1, "the same for a track that began beside a formation", s => s.ConfirmJoinedAt, (s, v) => s with { ConfirmJoinedAt = v }),
        new("confirmTwiceSeenAt", Track, "", 0.01, 1, "where two plots are enough", s => s.ConfirmTwiceSeenAt, (s, v) => s with { ConfirmTwiceSeenAt = v }),
        new("confirmHits", Track, "plots", 1, 100, "own plots that a track without a transponder needs", s => s.ConfirmHits, (s, v) => s with { ConfirmHits = v }),
        new("flockOddsAllowed", Track, "", 0, 1e9, "a track is confirmed only if the odds that it is an unknown flock are no greater", s => s.FlockOddsAllowed, (s, v) => s with { FlockOddsAllowed = v }),
        new("showAbove", Track, "", 0, 1, "a confirmed track is shown above this existence probability", s => s.ShowAbove, (s, v) => s with { ShowAbove = v }),
        new("dropBelow", Track, "", 1e-9, 1, "a component below this existence probability is dropped", s => s.DropBelow, (s, v) => s with { DropBelow = v }),
        new("oncePatienceS", Track, "s", 1, 3600, "a component seen once is given up after this", s => s.OncePatienceS, (s, v) => s with { OncePatienceS = v }),
        new("coastLimitS", Track, "s", 1, 3600, "a track that no working sensor sees is given up after this", s => s.CoastLimitS, (s, v) => s with { CoastLimitS = v }),
        new("lostBeyondM", Track, "m", 10, 1e6, "a track known no better than this is given up", s => s.LostBeyondM, (s, v) => s with { LostBeyondM = v }),
        new("velocityKnownBelowMps", Track, "m/s", 1, 5000, "a velocity counts as known below this standard deviation", s => s.VelocityKnownBelowMps, (s, v) => s with { VelocityKnownBelowMps = v }),
        .. ModelNames.SelectMany((name, m) => OfModel(name, m)),
        .. ModelNames.SelectMany((name, m) => OfMotion($"swiftMotion.{name}", s => s.SwiftModels[m], (s, model) => s.WithSwift(m, model))),
    ];

    private static readonly Dictionary<string, TuningParameter> ByKey = All.ToDictionary(p => p.Key, StringComparer.Ordinal);

    /// <summary>The parameter of that name, null if there is none.</summary>
    public static TuningParameter? Find(string key) => ByKey.GetValueOrDefault(key);

    private static TuningParameter Switch(string key, string meaning, Func<TrackerSettings, bool> get, Func<TrackerSettings, bool, TrackerSettings> with) =>
        new(key, Whole, "", 0, 1, meaning, s => get(s) ? 1 : 0, (s, v) => with(s, v != 0)) { IsSwitch = true };

    private static IEnumerable<TuningParameter> OfMotion(string name, Func<TrackerSettings, MotionModel> get, Func<TrackerSettings, MotionModel, TrackerSettings> with)
    {
        const double radians = Kernel.Angle.RadiansPerDegree;
        return
        [
            new($"{name}.horizontalPsd", Track, "m²/s³", 1e-6, 1e5, "horizontal acceleration, power spectral density", s => get(s).HorizontalPsd, (s, v) => with(s, get(s) with { HorizontalPsd = v })),
            new($"{name}.verticalPsd", Track, "m²/s³", 1e-6, 1e5, "the same for climb", s => get(s).VerticalPsd, (s, v) => with(s, get(s) with { VerticalPsd = v })),
            new($"{name}.turnRateDegps", Track, "°/s", -30, 30, "steady turn, clockwise", s => get(s).TurnRateRadps / radians, (s, v) => with(s, get(s) with { TurnRateRadps = v * radians })),
            new($"{name}.meanStayS", Track, "s", 0.1, 1e5, "mean time that a target flies so", s => get(s).MeanStayS, (s, v) => with(s, get(s) with { MeanStayS = v })),
            new($"{name}.entryShare", Track, "", 1e-6, 1000, "how often a change leads here, relative to the others", s => get(s).EntryShare, (s, v) => with(s, get(s) with { EntryShare = v })),
        ];
    }

    private static IEnumerable<TuningParameter> OfModel(string name, int m)
    {
        return
        [
            .. OfMotion($"motion.{name}", s => s.Models[m], (s, model) => s.With(m, model)),
            new($"motion.{name}.prior", Track, "", 0, 1, "probability when a velocity first becomes known, relative", s => s.ModelPrior[m], (s, v) => s with { ModelPrior = Replaced(s.ModelPrior, m, v) }),
            new($"motion.{name}.firstSpeedSigmaMps", Place, "m/s", 0.1, 10000, "speed per axis of an object seen once", s => s.FirstSpeedSigmaMps[m], (s, v) => s with { FirstSpeedSigmaMps = Replaced(s.FirstSpeedSigmaMps, m, v) }),
            new($"motion.{name}.firstSpeedPrior", Place, "", 0, 1, "how probable that speed is, relative", s => s.FirstSpeedPrior[m], (s, v) => s with { FirstSpeedPrior = Replaced(s.FirstSpeedPrior, m, v) }),
        ];
    }

    private static double[] Replaced(IReadOnlyList<double> values, int index, double value)
    {
        double[] changed = [.. values];
        changed[index] = value;
        return changed;
    }
}
