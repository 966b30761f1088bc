using System.CommandLine;
using System.CommandLine.Invocation;
using Vedette.Cli.Hosting;

var root = new RootCommand("Vedette watches a sky: it fuses sensors into one air picture, warns early, and can prove why.");
foreach (var verb in Vedette.Cli.Verbs.All.Create()) root.Subcommands.Add(verb);
var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Action is ParseErrorAction) return PlainErrors.Misunderstood(parsed);
return await parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
}).WithPlainErrorsAsync();
