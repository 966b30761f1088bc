using System.CommandLine;
using Vedette.Cli.Hosting;

var root = new RootCommand("Vedette watches a sky: it fuses sensors into one air picture, warns early, and can prove why.");
foreach (var verb in Vedette.Cli.Verbs.All.Create()) root.Subcommands.Add(verb);
return await root.Parse(args).InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
}).WithPlainErrorsAsync();
