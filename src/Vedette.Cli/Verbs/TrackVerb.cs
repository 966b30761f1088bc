using System.CommandLine;
using Spectre.Console;
using Vedette.Cli.Batch;
using Vedette.Cli.Hosting;
using Vedette.Edge.Configuration;
using Vedette.Tracking.Tuning;
using Vedette.Wire.OpenPlots;

namespace Vedette.Cli.Verbs;

/// <summary>`vedette track DIR --out TRACKS.csv [--alerts ALERTS.csv] [--biases BIASES.csv] [--self-evaluation]`: the tracker over a recording in the open plot format.</summary>
internal static class TrackVerb
{
    private static readonly string[] Needed = ["sensors.json", "plots.csv"];

    private static readonly Argument<DirectoryInfo> Folder =
        new("DIR") { Description = "Folder with sensors.json, plots.csv and zones.geojson" };

    private static readonly Option<FileInfo> Out = new("--out") { Description = "Where the tracks go", HelpName = "TRACKS.csv", Required = true };

    private static readonly Option<FileInfo> Alerts =
        new("--alerts") { Description = "Where the forecasts of entry into the airspaces of zones.geojson go", HelpName = "ALERTS.csv" };

    private static readonly Option<FileInfo> Biases =
        new("--biases") { Description = "Where the radars' range, azimuth and time offsets go, as found by the end", HelpName = "BIASES.csv" };

    private static readonly Option<string?> Tuning = Shared.Tuning();

    private static readonly Option<FileInfo> Smooth =
        new("--smooth") { Description = "Where the smoothed tracks go: the best estimate with hindsight, for reports and evaluation", HelpName = "SMOOTHED.csv" };

    private static readonly Option<bool> SelfEvaluation =
        new("--self-evaluation") { Description = "Also say how good the tracks were by their own account, without any truth: GOSPA and SIAP against smoothed tracks" };

    public static Command Create()
    {
        var command = new Command("track", "Track a recording in the open plot format, in arrival order, as fast as possible") { Folder, Out, Alerts, Biases, Tuning, Smooth, SelfEvaluation };
        command.SetAction(parsed => Run(
            parsed.GetValue(Folder)!, parsed.GetValue(Out)!, parsed.GetValue(Alerts), parsed.GetValue(Biases), parsed.GetValue(Smooth), Shared.ReadTuning(parsed.GetValue(Tuning)), parsed.GetValue(SelfEvaluation)));
        return command;
    }

    private static int Run(DirectoryInfo folder, FileInfo to, FileInfo? alertsTo, FileInfo? biasesTo, FileInfo? smoothTo, TrackerTuning? tuning, bool selfEvaluation)
    {
        foreach (var name in (string[])[.. Needed, .. alertsTo is null ? [] : (string[])["zones.geojson"]])
            if (!File.Exists(Path.Combine(folder.FullName, name))) throw new ConfigurationException($"{folder}: holds no {name}, which the open plot format asks for");
        try
        {
            var recording = OpenPlotSensors.Read(File.ReadAllBytes(Path.Combine(folder.FullName, "sensors.json")));
            using var plots = File.OpenRead(Path.Combine(folder.FullName, "plots.csv"));
            using var output = new AtomicOutput(to.FullName);
            using var alerts = alertsTo is null ? null : new AtomicOutput(alertsTo.FullName);
            var forecasts = alerts is null ? null : new BatchForecasts(Shared.ReadZones([Path.Combine(folder.FullName, "zones.geojson")]), alerts.Writer);
            using var biases = biasesTo is null ? null : new AtomicOutput(biasesTo.FullName);
            var smoothed = smoothTo is null ? null : new SmoothedCsv(recording.EpochS);
            var cost = new RunningCost();
            var batch = new BatchTracking(recording, output.Writer, forecasts, tuning, smoothed, selfEvaluation);
            WithProgress(plots, batch, cost);
            batch.Complete();
            Summarise(batch, cost, output.Complete());
            if (alerts is not null) Console.Error.WriteLine($"{forecasts!.Rows} forecasts, sha256 {alerts.Complete()}");
            if (smoothed is not null) WriteSmoothed(smoothed, smoothTo!.FullName);
            if (biases is null) return ExitCode.Good;
            batch.WriteBiases(biases.Writer);
            biases.Complete();
            return ExitCode.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ConfigurationException)
        {
            Console.Error.WriteLine($"vedette track: {e.Message}");
            return ExitCode.Misused;
        }
    }

    private static void WriteSmoothed(SmoothedCsv smoothed, string path)
    {
        using var output = new AtomicOutput(path);
        var (tracks, rows) = smoothed.Write(output.Writer, BatchTracking.Zero);
        Console.Error.WriteLine($"{tracks} smoothed tracks, {rows} rows, sha256 {output.Complete()}");
    }

    private static void WithProgress(FileStream plots, BatchTracking batch, RunningCost cost)
    {
        if (Console.IsErrorRedirected)
        {
            Read(plots, batch, cost, static _ => { });
            return;
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Start(context =>
        {
            var task = context.AddTask("plots.csv", maxValue: Math.Max(plots.Length, 1));
            Read(plots, batch, cost, read => task.Value = read);
        });
    }

    private static void Read(FileStream plots, BatchTracking batch, RunningCost cost, Action<long> progress)
    {
        var buffer = new byte[1 << 18];
        long total = 0;
        for (int read; (read = plots.Read(buffer)) > 0;)
        {
            batch.Take(buffer.AsSpan(0, read));
            progress(total += read);
            if (2 * total >= plots.Length) cost.Warm(batch.Plots);
        }
    }

    private static void Summarise(BatchTracking batch, RunningCost cost, string digest)
    {
        var counts = batch.Counts;
        var elapsed = cost.Elapsed;
        Console.Error.WriteLine(
            $"{batch.Plots} plots in {elapsed.TotalSeconds:F2} s ({batch.Plots / Math.Max(elapsed.TotalSeconds, 1e-3):F0}/s), {batch.Tracks} tracks, {batch.Rows} rows");
        Console.Error.WriteLine(
            $"refused rows {batch.Refused}, duplicates {counts.Duplicates}, too late {counts.TooLate}, misdated {counts.Misdated}, not placeable {counts.Unplaced}");
        foreach (var refusal in batch.Refusals) Console.Error.WriteLine($"  {refusal}");
        foreach (var line in batch.PictureQuality is { } quality ? PictureQualityLines.Of(quality) : []) Console.Error.WriteLine(line);
        Console.Error.WriteLine(cost.Describe(batch.Plots));
        Console.Error.WriteLine($"sha256 {digest}");
    }
}
