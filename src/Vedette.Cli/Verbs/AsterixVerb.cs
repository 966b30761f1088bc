using System.CommandLine;
using Vedette.Cli.Hosting;
using Vedette.Edge.Configuration;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Cli.Verbs;

/// <summary>Says which categories and editions are read and written, and what is in them.</summary>
internal static class AsterixVerb
{
    public static Command Create()
    {
        var edition = new Argument<string?>("CAT[=EDITION]")
        {
            Description = "Describe this edition whole, as Markdown: 048=1.32; the newest where none is named",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("asterix", "Lists the ASTERIX categories and editions that Vedette reads and writes; describes one to the bit, from the definition that its reader and writer are made of.") { edition };
        verb.SetAction(parsed => Write(parsed.GetValue(edition)));
        return verb;
    }

    private static int Write(string? text)
    {
        if (text is not null) Console.Out.Write(AsterixReference.Of(Find(text)));
        else
        {
            foreach (var category in AsterixCatalogue.All.GroupBy(edition => edition.Category))
                Console.Out.WriteLine($"{category.Key:D3}  {string.Join(", ", category.Select(Named))}");
        }

        return ExitCode.Good;
    }

    private static string Named(AsterixEdition edition) => edition.Expansion is { } expansion ? $"{edition.Name} (RE {expansion})" : edition.Name;

    /// <exception cref="ConfigurationException">There is none.</exception>
    private static AsterixEdition Find(string text)
    {
        var parts = text.Split('=');
        if (parts.Length > 2 || !byte.TryParse(parts[0], out var category)) throw new ConfigurationException($"\"{text}\": expected a category, with or without an edition: 048=1.32");
        return (parts.Length == 2 ? AsterixCatalogue.Find(category, parts[1]) : AsterixCatalogue.Newest(category))
            ?? throw new ConfigurationException($"\"{text}\": that edition is not known; vedette asterix lists those that are");
    }
}
