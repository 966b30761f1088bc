using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Vedette.Wire.Generators.Records;
using Vedette.Wire.Generators.Writers;

namespace Vedette.Wire.Generators;

/// <summary>
/// Makes readers and writers from the ASTERIX definition files (*.layout). A file that cannot be right is an error at its line, and nothing is made then.
/// </summary>
[Generator]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Wrong =
        new("VED001", "Wrong ASTERIX definition", "{0}", "Asterix", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var definitions = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".layout", StringComparison.Ordinal))
            .Select(static (file, cancellation) => Read(file.Path, file.GetText(cancellation)?.ToString() ?? ""))
            .Collect();
        context.RegisterSourceOutput(definitions, static (output, all) => Write(output, all));
    }

    private static Definition Read(string path, string text)
    {
        var definition = DefinitionParser.Parse(path, text);
        if (definition.Findings.Count == 0) LayoutCheck.Check(definition);
        return definition;
    }

    private static void Write(SourceProductionContext output, ImmutableArray<Definition> definitions)
    {
        var sound = true;
        foreach (var definition in definitions)
            foreach (var finding in definition.Findings)
            {
                output.ReportDiagnostic(Diagnostic.Create(Wrong, At(definition.Path, finding.Line), $"{Path.GetFileName(definition.Path)}: {finding.What}"));
                sound = false;
            }

        foreach (var twice in Twice(definitions))
        {
            output.ReportDiagnostic(Diagnostic.Create(Wrong, At(twice.Path, 0), $"{Path.GetFileName(twice.Path)}: another file defines the same edition"));
            sound = false;
        }

        if (!sound || definitions.Length == 0) return;
        output.AddSource("AsterixCatalogue.g.cs", SourceText.From(CatalogueSource.Write(definitions), Encoding.UTF8));
        var records = RecordSources.Of(definitions).ToList();
        foreach (var (name, source) in RecordSources.Write(records)) output.AddSource($"Records.{name}.g.cs", SourceText.From(source, Encoding.UTF8));
        foreach (var (name, source) in WriterSources.Write(records)) output.AddSource($"Writers.{name}.g.cs", SourceText.From(source, Encoding.UTF8));
    }

    private static IEnumerable<Definition> Twice(ImmutableArray<Definition> definitions) =>
        definitions.GroupBy(d => (d.Category, d.Edition, d.IsExpansion)).Where(g => g.Count() > 1).Select(g => g.Last());

    private static Location At(string path, int line) =>
        Location.Create(path, default, new LinePositionSpan(new LinePosition(line, 0), new LinePosition(line, 0)));
}
