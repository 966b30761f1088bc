using Spectre.Console;

namespace Vedette.Cli.Hosting;

/// <summary>A progress bar on the error stream, shown only where a person looks at it.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <param name="work">Gets a function to call often.</param>
    public static void Run(string what, Func<double> share, Action<Action> work)
    {
        if (Console.IsErrorRedirected)
        {
            work(() => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                var shown = System.Diagnostics.Stopwatch.StartNew();
                work(() =>
                {
                    if (shown.Elapsed < Step) return;
                    shown.Restart();
                    bar.Value = share();
                });
                bar.Value = 1;
            });
    }
}
