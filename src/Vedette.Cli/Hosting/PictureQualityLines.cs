using System.Globalization;
using Vedette.Air;

namespace Vedette.Cli.Hosting;

/// <summary>What the picture says of itself, in plain lines: a run's own account of GOSPA and SIAP, without any truth.</summary>
internal static class PictureQualityLines
{
    private const int ShownAreas = 20;

    public static IEnumerable<string> Of(PictureQuality quality)
    {
        foreach (var area in quality.Areas.Where(area => area.Objects > 0).Take(ShownAreas))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"picture   {Name(area)}: GOSPA {area.GospaM:0} m ({area.GospaPerObjectM:0} m an object) over {area.Objects:0.0} objects, {area.Missed:0.00} missed and {area.False:0.00} false at a time; completeness {area.Completeness:P2}, ambiguity {area.Ambiguity:0.0000}, spuriousness {area.Spuriousness:P2}; position {area.PositionRmsM:0.0} m, velocity {area.VelocityRmsMps:0.00} m/s; {Changes(area)}");
        }

        if (quality.Whole.Objects > 0)
            yield return "          by the picture's own account, against smoothed tracks: it knows of no object that no sensor saw, nor of an offset common to all";
    }

    private static string Name(AreaQuality area) => area.Kind switch
    {
        EvaluatedAreaKind.Airspace => $"in {area.Name}",
        EvaluatedAreaKind.Tuning => $"in the tuning area {area.Name}",
        _ => "everywhere",
    };

    private static string Changes(AreaQuality area) => area.NumberChanges == 1 ? "1 change of track number" : $"{area.NumberChanges} changes of track number";
}
