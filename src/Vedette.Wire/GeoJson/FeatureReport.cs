namespace Vedette.Wire.GeoJson;

/// <summary>Where the parts of one feature tell what they skipped or could not use, each naming its property.</summary>
internal sealed class FeatureReport(string where, List<string> notes, List<string> errors)
{
    public void Note(string property, string text) => notes.Add($"{where}: {property} {text}");

    public void Error(string property, string text) => errors.Add($"{where}: {property} {text}");
}
