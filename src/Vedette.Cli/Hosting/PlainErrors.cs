using System.CommandLine;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Vedette.Edge.Configuration;
using Vedette.Edge.Journal;

namespace Vedette.Cli.Hosting;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>It ran, and the answer is no; or the watch broke.</summary>
    public const int Failed = 1;

    /// <summary>It could not be done as asked.</summary>
    public const int Misused = 2;
}

/// <summary>Errors that people can do something about are told in a sentence each, not as a stack.</summary>
internal static partial class PlainErrors
{
    /// <summary>A line that cannot be understood: what is wrong with it, and where to look.</summary>
    public static int Misunderstood(ParseResult parsed)
    {
        var errors = parsed.Errors.Select(error => Plain(error.Message)).Distinct().ToList();
        foreach (var error in errors.Where(error => errors.Count == 1 || error != NoCommand)) Console.Error.WriteLine($"vedette: {error}");
        var command = parsed.CommandResult.Command;
        Console.Error.WriteLine($"vedette: {(command is RootCommand ? "" : command.Name + " ")}--help tells what can be said");
        return ExitCode.Misused;
    }

    private const string NoCommand = "Required command was not provided.";

    /// <summary>The parser names the types of the program; people are told what to write.</summary>
    private static string Plain(string message)
    {
        var match = NotOfType().Match(message);
        if (!match.Success) return message;
        var wanted = match.Groups["type"].Value is "Double" or "Single" ? "a number" : match.Groups["type"].Value.StartsWith("Int", StringComparison.Ordinal) ? "a whole number" : "something else";
        return $"{match.Groups["option"].Value} {match.Groups["value"].Value}: expected {wanted}";
    }

    [GeneratedRegex(@"^Cannot parse argument '(?<value>.*)' for option '(?<option>[^']*)' as expected type 'System\.(?:Nullable`1\[System\.)?(?<type>\w+)\]?'\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOfType();

    public static async Task<int> WithPlainErrorsAsync(this Task<int> running)
    {
        try
        {
            return await running;
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems) await Console.Error.WriteLineAsync($"vedette: {problem}");
            return ExitCode.Misused;
        }
        catch (Exception e) when (e is JournalException or IOException or UnauthorizedAccessException or SocketException)
        {
            await Console.Error.WriteLineAsync($"vedette: {e.Message}");
            return ExitCode.Misused;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("vedette: stopped before it was done");
            return ExitCode.Failed;
        }
    }
}
