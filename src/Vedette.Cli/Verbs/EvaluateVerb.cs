using System.CommandLine;
using Vedette.Cli.Batch;
using Vedette.Cli.Evaluation;
using Vedette.Cli.Hosting;
using Vedette.Edge.Configuration;
using Vedette.Edge.Recordings;
using Vedette.Eval;
using Vedette.Eval.Scoring;
using Vedette.Wire.OpenPlots;

namespace Vedette.Cli.Verbs;

/// <summary>Holds tracks against the truth.</summary>
internal static class EvaluateVerb
{
    private const string Help = """
        Scores TRACKS.csv against truth.csv, both in the open plot format: GOSPA and a bound of trajectory GOSPA, the SIAP measures, initiation, update probability, and errors and consistency by class.
        TRUTH is the file or a folder that holds truth.csv; the span and the epoch come from the sensors.json beside it, or from the truth itself.
        """;

    public static Command Create()
    {
        var tracks = new Argument<string>("TRACKS") { Description = "The tracks, for example from vedette track" };
        var truth = new Argument<string>("TRUTH") { Description = "truth.csv, or the folder that holds it" };
        var json = new Option<string?>("--json") { Description = "Write the score there as JSON; - = to standard output, without the table", HelpName = "OUT.json" };
        var cutoff = new Option<double>("--c") { Description = "Cut-off of GOSPA, m: farther than this a track is not on a target", HelpName = "M", DefaultValueFactory = _ => Gospa.UsualCutoffM };
        var coverage = new Option<double>("--min-cov") { Description = "Targets with a lower cov are not missed", HelpName = "N", DefaultValueFactory = _ => 1 };
        var epoch = new Option<double?>("--epoch") { Description = "Time between two epochs, s (default: as the recording says)", HelpName = "S" };
        var verb = new Command("evaluate", Help) { tracks, truth, json, cutoff, coverage, epoch };
        verb.SetAction(parsed =>
        {
            if (!(parsed.GetValue(cutoff) > 0)) throw new ConfigurationException($"--c {parsed.GetValue(cutoff)}: expected metres above zero");
            if (parsed.GetValue(epoch) is { } given && !(given > 0)) throw new ConfigurationException($"--epoch {given}: expected seconds above zero");
            return Run(parsed.GetValue(tracks)!, parsed.GetValue(truth)!, parsed.GetValue(json), parsed.GetValue(cutoff), parsed.GetValue(coverage), parsed.GetValue(epoch));
        });
        return verb;
    }

    private static int Run(string tracksPath, string truthPath, string? json, double cutoffM, double leastCoverage, double? epochS)
    {
        if (Directory.Exists(truthPath)) truthPath = Path.Combine(truthPath, "truth.csv");
        PictureScorer score;
        try
        {
            var truth = TruthRow.ReadAll(Table(truthPath));
            if (truth.Length == 0) throw new ConfigurationException($"{truthPath}: holds no row");
            var span = Span(truthPath, truth, epochS) with { CutoffM = cutoffM, LeastCoverage = leastCoverage };
            score = PictureScorer.Score(span, truth, TrackRow.ReadAll(Table(tracksPath)));
        }
        catch (FormatException e)
        {
            throw new ConfigurationException(e.Message);
        }

        if (json != "-") ScoreTable.Write(Console.Out, score);
        if (json is "-") Console.Out.WriteLine(ScoreJson.Write(score));
        else if (json is not null) WriteWhole(json, ScoreJson.Write(score));
        return ExitCode.Good;
    }

    private static CsvTable Table(string path)
    {
        RecordedFile.MustExist(path);
        using var reader = new StreamReader(PackedFile.Open(path));
        return CsvTable.Read(path, Lines(reader));
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>What sensors.json says, else from the first to the last row of truth, at the distance of its first two times.</summary>
    private static ScoringSpan Span(string truthPath, TruthRow[] truth, double? epochS)
    {
        var sensors = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(truthPath))!, "sensors.json");
        if (File.Exists(sensors))
        {
            var recording = OpenPlotSensors.Read(File.ReadAllBytes(sensors));
            return new(recording.StartS, double.IsNaN(recording.EndS) ? truth[^1].TimeS : recording.EndS, epochS ?? recording.EpochS);
        }

        var period = epochS ?? truth.Select(t => t.TimeS).FirstOrDefault(t => t > truth[0].TimeS + 0.1, truth[0].TimeS + 1) - truth[0].TimeS;
        return new(truth[0].TimeS - period, truth[^1].TimeS, period);
    }

    private static void WriteWhole(string path, string text)
    {
        using var output = new AtomicOutput(path);
        output.Writer.WriteLine(text);
        output.Complete();
    }
}
