using System.Text;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>The documentation of an edition, made from its definition file: profiles, and every item to the bit.</summary>
public static class AsterixReference
{
    /// <summary>A page of Markdown.</summary>
    public static string Of(AsterixEdition edition)
    {
        var page = new StringBuilder($"# {edition}\n");
        foreach (var profile in edition.Profiles)
        {
            var number = Array.IndexOf(edition.Profiles, profile);
            page.Append($"\n## Profile{Choice(edition, number)}\n\n| presence bit | item |\n|---|---|\n");
            for (var bit = 0; bit < profile.Fields.Length; bit++) page.Append($"| {bit + 1} | {Name(profile.Fields[bit])} |\n");
        }

        page.Append("\n## Items\n");
        foreach (var field in edition.Profiles.SelectMany(profile => profile.Fields).Where(field => field.Layout >= 0).DistinctBy(field => field.Item).OrderBy(field => field.Item, StringComparer.Ordinal))
        {
            page.Append($"\n### {field.Name}\n\n{AsterixCatalogue.TextOf(field.Layout)}");
            if (field.Expansion >= 0) page.Append($"\nIn edition {edition.Expansion} of the expansion field:\n\n{AsterixCatalogue.TextOf(field.Expansion)}");
        }

        return page.ToString();
    }

    private static string Choice(AsterixEdition edition, int profile) => edition.Selector is not { } selector
        ? ""
        : $" where {edition.Category:D3}/{selector.Item}/{selector.Element} is {string.Join(", ", selector.Values[profile])}";

    private static string Name(ProfileField field) => field switch
    {
        { IsSequence: true } => "random field sequence",
        { IsDefined: true } => field.Name,
        _ => "-",
    };
}
