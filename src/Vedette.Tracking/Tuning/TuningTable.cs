using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Classification;

namespace Vedette.Tracking.Tuning;

/// <summary>
/// The settings that hold for a place or a track: every combination of area and class is worked out once, so that asking costs an index.
/// </summary>
public sealed class TuningTable
{
    /// <summary>A track is treated as of a class once it is so with this probability.</summary>
    private const double CertainEnough = 0.6;

    private const int PerArea = (int)ObjectClass.Unknown + 1;

    private readonly TrackerSettings defaults;
    private TrackerSettings[] variants = [];
    private AreaShape[] shapes = [];
    private bool byClass;

    public TuningTable(TrackerSettings? defaults = null)
    {
        this.defaults = defaults ?? new();
        Everywhere = this.defaults;
        Apply(new());
    }

    /// <summary>What holds where nothing else is said.</summary>
    public TrackerSettings Everywhere { get; private set; }

    /// <summary>Replaces what was tuned before. Tracks must be assigned anew afterwards.</summary>
    /// <exception cref="ArgumentException">A parameter that there is not, or that cannot differ so, or a value out of its range.</exception>
    public void Apply(TrackerTuning tuning)
    {
        Everywhere = Changed(defaults, tuning.Everywhere, TuningScope.Whole);
        shapes = [.. tuning.Areas.Select(area => new AreaShape(area.Polygons))];
        byClass = tuning.Classes.Count > 0 || tuning.Areas.Any(area => area.Classes.Count > 0);
        variants = new TrackerSettings[(1 + shapes.Length) * PerArea];
        for (var c = 0; c < PerArea; c++) variants[c] = OfClass(Everywhere, tuning.Classes, c);
        for (var a = 0; a < shapes.Length; a++)
            for (var c = 0; c < PerArea; c++)
                variants[((1 + a) * PerArea) + c] = OfClass(Changed(variants[c], tuning.Areas[a].Values, TuningScope.Place), tuning.Areas[a].Classes, c);
    }

    /// <summary>What holds for a track.</summary>
    public TrackerSettings Of(in Bernoulli track) => variants[track.Variant];

    /// <summary>What holds for a plot of an object that nothing is known of.</summary>
    public TrackerSettings At(Geodetic place) => shapes.Length == 0 ? Everywhere : variants[VariantAt(place)];

    /// <summary>Looks up where a track is and what it is; cheap where nothing differs.</summary>
    public void Assign(ref Bernoulli track)
    {
        var variant = shapes.Length == 0 ? (int)ObjectClass.Unknown : VariantAt(track.PlaceAt(0));
        track.Variant = byClass ? variant - (int)ObjectClass.Unknown + ClassOf(track) : variant;
    }

    private int VariantAt(Geodetic place)
    {
        for (var a = 0; a < shapes.Length; a++)
            if (shapes[a].Holds(place)) return ((1 + a) * PerArea) + (int)ObjectClass.Unknown;
        return (int)ObjectClass.Unknown;
    }

    private static int ClassOf(in Bernoulli track)
    {
        if (!track.VelocityKnown) return (int)ObjectClass.Unknown;
        ref readonly var x = ref track.Motion.Mean;
        var classes = KinematicClassifier.Classify(track, new(x[3], x[4], x[5]), WindField.Unknown);
        return classes.Of(classes.Best) >= CertainEnough ? (int)classes.Best : (int)ObjectClass.Unknown;
    }

    private static TrackerSettings OfClass(TrackerSettings settings, IReadOnlyList<ClassTuning> classes, int c)
    {
        foreach (var tuned in classes)
            if ((int)tuned.Class == c) settings = Changed(settings, tuned.Values, TuningScope.Track);
        return settings;
    }

    private static TrackerSettings Changed(TrackerSettings settings, IReadOnlyDictionary<string, double> values, TuningScope least)
    {
        foreach (var (key, value) in values)
        {
            var parameter = TuningParameters.Find(key) ?? throw new ArgumentException($"tuning: {key} is not known");
            if (parameter.Scope < least) throw new ArgumentException($"tuning: {key} cannot differ by {(least == TuningScope.Place ? "area" : "class")}");
            if (!(value >= parameter.Min && value <= parameter.Max)) throw new ArgumentException($"tuning: {key} is {value}; expected {parameter.Min} to {parameter.Max}");
            settings = parameter.With(settings, value);
        }

        return settings;
    }
}
