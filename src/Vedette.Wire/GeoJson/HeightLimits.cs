using System.Globalization;
using System.Text.Json;
using Vedette.Kernel;

namespace Vedette.Wire.GeoJson;

/// <summary>Floor and ceiling of an airspace in the several ways in which people write them. All become metres above the ellipsoid.</summary>
internal static class HeightLimits
{
    private const double MetresPerFlightLevel = 100 * Length.MetresPerFoot;

    /// <summary>The limits, infinite where none is given. Errors are reported, and then the values mean nothing.</summary>
    public static (double FloorM, double CeilingM) Read(JsonElement properties, FeatureReport report)
    {
        var floorM = ReadOne(properties, "floor", "lower", double.NegativeInfinity, report);
        var ceilingM = ReadOne(properties, "ceiling", "upper", double.PositiveInfinity, report);
        if (!(floorM < ceilingM)) report.Error("floor", $"of {floorM} m is not below the ceiling of {ceilingM} m");
        return (floorM, ceilingM);
    }

    private static double ReadOne(JsonElement properties, string ours, string theirs, double absent, FeatureReport report)
    {
        if (properties.ValueKind != JsonValueKind.Object) return absent;
        foreach (var (property, metres) in ((string, double)[])[(ours + "M", 1), (ours + "Ft", Length.MetresPerFoot), (ours + "FL", MetresPerFlightLevel)])
        {
            if (!TryGet(properties, property, out var value)) continue;
            if (metres != 1) NoteConversion(property, report);
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)) return number * metres;
            report.Error(property, $"is {value.GetRawText()}, must be a number");
            return absent;
        }

        return TryGet(properties, theirs, out var limit) ? ReadWithUnit(properties, theirs, limit, absent, report) : absent;
    }

    private static double ReadWithUnit(JsonElement properties, string property, JsonElement limit, double absent, FeatureReport report)
    {
        var text = limit.ValueKind == JsonValueKind.String ? limit.GetString()!.Trim() : limit.GetRawText();
        if (TryGet(properties, property + "Unit", out var unit) && unit.ValueKind == JsonValueKind.String) text = $"{text} {unit.GetString()}";
        if (TryParse(text, property, absent, out var metres, report)) return metres;
        report.Error(property, $"is \"{text}\"; write for example \"FL95\", \"4500 ft\", \"1200 m\", \"GND\" or \"UNL\", or give {property}Unit (m, ft, FL)");
        return absent;
    }

    private static bool TryParse(string text, string property, double absent, out double metres, FeatureReport report)
    {
        metres = absent;
        var word = text.ToUpperInvariant();
        if (word is "GND" or "SFC" or "UNL" or "UNLIM" or "UNLIMITED") return word[0] == 'U' == double.IsPositive(absent);
        var plain = WithoutDatum(word);
        var (factor, digits) = SplitUnit(plain);
        if (factor == 0 || !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
        if (factor != 1 || plain != word) NoteConversion(property, report);
        metres = number * factor;
        return double.IsFinite(metres);
    }

    /// <summary>Takes off the reference that often follows the unit: above sea level, above ground, an altitude.</summary>
    private static string WithoutDatum(string word)
    {
        foreach (var datum in (string[])["AMSL", "MSL", "AGL", "ALT", "HAE"])
            if (word.EndsWith(datum)) return word[..^datum.Length].TrimEnd();
        return word;
    }

    /// <summary>Metres per unit and the digits beside it; factor 0 where no unit is known.</summary>
    private static (double MetresPerUnit, string Digits) SplitUnit(string word)
    {
        if (word.StartsWith("FL")) return (MetresPerFlightLevel, word[2..]);
        if (word.EndsWith("FL")) return (MetresPerFlightLevel, word[..^2]);
        if (word.EndsWith("FT")) return (Length.MetresPerFoot, word[..^2]);
        return word.EndsWith('M') ? (1, word[..^1]) : (0, word);
    }

    private static void NoteConversion(string property, FeatureReport report) =>
        report.Note(property, "is converted to metres above the ellipsoid by length alone, without geoid, terrain or pressure of the day");

    private static bool TryGet(JsonElement properties, string name, out JsonElement value) =>
        properties.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
