using System.Globalization;
using Vedette.Air;
using Vedette.Edge.Situation;

namespace Vedette.Server.Contract;

/// <summary>
/// How good the picture was in the last minutes, by its own account. The whole picture comes first among the areas; <see cref="Why"/> says
/// how the figures came about and what they cannot see.
/// </summary>
public sealed record PictureQualityDto(string From, string To, int LeftOut, IReadOnlyList<AreaQualityDto> Areas, IReadOnlyList<ReasonDto> Why);

/// <summary>The figures of one area; null where there is nothing to tell of.</summary>
public sealed record AreaQualityDto(
    string Name, EvaluatedAreaKind Kind, int Epochs, double? Objects, double? GospaM, double? GospaPerObjectM, double? Missed, double? False,
    double? Completeness, double? Ambiguity, double? Spuriousness, double? PositionRmsM, double? VelocityRmsMps, double? ReferenceRmsM,
    int NumberChanges, double? NumberChangesPerHour);

internal static class PictureQualityMapping
{
    /// <summary>Null until something has been judged.</summary>
    public static PictureQualityDto? Of(SituationSnapshot now) => now.PictureQuality is not { } quality ? null : new(
        quality.From.ToString(), quality.To.ToString(), quality.LeftOut, [.. quality.Areas.Select(Area)],
        [.. Why(quality).Select(text => new ReasonDto(text, now.PictureQualityEntry))]);

    private static AreaQualityDto Area(AreaQuality a) => new(
        a.Name, a.Kind, a.Epochs, Rounded(a.Objects, 2), Rounded(a.GospaM, 1), Rounded(a.GospaPerObjectM, 1), Rounded(a.Missed, 3), Rounded(a.False, 3),
        Rounded(a.Completeness, 5), Rounded(a.Ambiguity, 5), Rounded(a.Spuriousness, 5), Rounded(a.PositionRmsM, 1), Rounded(a.VelocityRmsMps, 2),
        Rounded(a.ReferenceRmsM, 1), a.NumberChanges, Rounded(a.NumberChangesPerHour, 2));

    private static IEnumerable<string> Why(PictureQuality quality)
    {
        var whole = quality.Whole;
        yield return Told($"What was shown at {whole.Epochs} moments, a minute or more ago, is held against the same tracks smoothed backwards with everything seen since.");
        if (double.IsFinite(whole.Missed))
            yield return Told($"Missed: {whole.Missed:0.00} objects at a time had two plots by then and proved real later, but were not shown.");
        yield return Told($"False: {whole.False:0.00} tracks at a time were shown without later support: begun by chance, a second one on an object, or kept over 10 s beyond the last plot that anybody got.");
        if (double.IsFinite(whole.PositionRmsM))
            yield return Told($"Position: {whole.PositionRmsM:0} m root mean square, of which {whole.ReferenceRmsM:0} m is what the smoothed reference itself is uncertain by.");
        if (quality.LeftOut > 0) yield return Told($"{quality.LeftOut} moments were left out: there were more tracks than are followed for this.");
        yield return "It cannot see an object that no sensor saw, an offset common to all sensors, or two tracks that have swapped their objects: the references come from the same sensors.";
    }

    private static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double? Rounded(double value, int digits) => double.IsFinite(value) ? Math.Round(value, digits) : null;
}
