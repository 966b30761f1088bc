using System.Diagnostics;
using System.Text;

namespace Vedette.Cli.Tests;

/// <summary>The program as people start it: a process of its own, so that it can be killed.</summary>
internal sealed class RunningVedette : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    public RunningVedette(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "vedette.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Errors => Read(errors);

    public bool HasExited => process.HasExited;

    public static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var running = new RunningVedette(arguments);
        var code = running.WaitForExit();
        return (code, running.Output, running.Errors);
    }

    /// <summary>The word after a label at the beginning of a line, empty where there is none.</summary>
    public static string Word(string output, string label) =>
        output.Split('\n').Where(line => line.StartsWith(label, StringComparison.Ordinal)).Select(line => line[label.Length..].Trim().Split(' ')[0]).FirstOrDefault("");

    public int WaitForExit()
    {
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "vedette did not end: " + Output + Errors);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>As a power cut would: no chance to tidy up.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>As Ctrl+C or a service manager would.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<string> WaitForAsync(string label, CancellationToken cancellation)
    {
        for (var i = 0; i < 600; i++)
        {
            if (Word(Output, label) is { Length: > 0 } word) return word;
            Assert.False(HasExited, "vedette ended: " + Output + Errors);
            await Task.Delay(50, cancellation);
        }

        throw new TimeoutException($"vedette never said {label}: {Output}{Errors}");
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            if (line is not null) text.Append(line).Append('\n');
    }

    private static string Read(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
