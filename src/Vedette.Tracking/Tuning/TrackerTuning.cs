using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tuning;

/// <summary>
/// What an operator tunes, as it is journaled: only what differs from the defaults, by name (see <see cref="TuningParameters"/>).
/// Later ones win: everywhere, then the object's class, then the area, then the class in that area.
/// </summary>
public sealed record TrackerTuning
{
    public IReadOnlyDictionary<string, double> Everywhere { get; init; } = new Dictionary<string, double>();

    public IReadOnlyList<ClassTuning> Classes { get; init; } = [];

    /// <summary>Where areas overlap, the first one counts.</summary>
    public IReadOnlyList<AreaTuning> Areas { get; init; } = [];
}

/// <summary>Parameters of one class of objects.</summary>
public sealed record ClassTuning(ObjectClass Class, IReadOnlyDictionary<string, double> Values);

/// <summary>Parameters of one area over the ground.</summary>
/// <param name="Polygons">As of an <see cref="Airspace"/>: polygons of rings, the first ring of each outer, further ones holes.</param>
public sealed record AreaTuning(
    string Name,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> Polygons,
    IReadOnlyDictionary<string, double> Values,
    IReadOnlyList<ClassTuning> Classes);
