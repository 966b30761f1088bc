using System.CommandLine;
using System.Diagnostics;
using Vedette.Cli.Batch;
using Vedette.Cli.Hosting;
using Vedette.Core;
using Vedette.Edge;
using Vedette.Edge.Configuration;
using Vedette.Edge.Journal;
using Vedette.Edge.Recordings;
using Vedette.Edge.Situation;

namespace Vedette.Cli.Verbs;

/// <summary>Lives through recordings or a journal again: as fast as possible, or on the map at a chosen speed.</summary>
internal static class ReplayVerb
{
    private const string Help = """
        Replays recordings: pcap or pcapng with ASTERIX, raw ASTERIX data blocks, final format, .gps, Beast (plain or with stamps), AVR, SBS, aircraft.json, trace files, OGN or UAT lines, or one Vedette journal.
        A FILE may also be - for standard input, or tcp://host:port: what a server sends until it closes, its times being those of the stream.
        Without --serve it runs as fast as it can and ends with a summary. With --journal the entries are kept; a run that was cut short goes on where its journal ends when it is started again with the same arguments.
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Recordings, merged by time; or one Vedette journal", Arity = ArgumentArity.OneOrMore };
        var journal = new Option<string?>("--journal") { Description = "Keep the entries in this journal, or go on with it", HelpName = "PATH" };
        var serve = new Option<bool>("--serve") { Description = "Show it on the map" };
        var speed = new Option<double>("--speed") { Description = "Seconds of the recording per second, with --serve", HelpName = "N", DefaultValueFactory = _ => 1 };
        var date = new Option<string?>("--date") { Description = "Day (UTC) of recordings that do not tell it", HelpName = "YYYY-MM-DD" };
        var name = new Option<string?>("--name") { Description = "Name of the watch", HelpName = "NAME" };
        var (zones, sensors, port, bind, dataOrigin, tuning) = (Shared.Zones(), Shared.Sensors(), Shared.Port(), Shared.Bind(), Shared.DataOrigin(), Shared.Tuning());
        var smooth = new Option<string?>("--smooth") { Description = "Where the smoothed tracks go: the best estimate with hindsight; not with --serve", HelpName = "OUT.csv" };
        var smoothEvery = new Option<double>("--smooth-every") { Description = "Time between two of their rows, s", HelpName = "S", DefaultValueFactory = _ => 5 };
        var verb = new Command("replay", Help) { files, journal, serve, speed, port, bind, zones, sensors, date, name, dataOrigin, tuning, smooth, smoothEvery };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var watch = new CoreConfiguration
            {
                Name = parsed.GetValue(name) ?? "Replay",
                Sensors = Shared.ReadSensors(parsed.GetValue(sensors)!),
                Airspaces = Shared.ReadZones(parsed.GetValue(zones)!),
                Tuning = Shared.ReadTuning(parsed.GetValue(tuning)),
            };
            var recording = Open(parsed.GetValue(files)!, watch, parsed.GetValue(date));
            if (!(parsed.GetValue(smoothEvery) >= 0.1)) throw new ConfigurationException($"--smooth-every {parsed.GetValue(smoothEvery)}: expected 0.1 s or more");
            if (!parsed.GetValue(serve)) return Rush(recording, parsed.GetValue(journal), parsed.GetValue(smooth), parsed.GetValue(smoothEvery), cancellation);
            if (parsed.GetValue(smooth) is not null) throw new ConfigurationException("--smooth looks back from the end; with --serve there is none yet");
            if (!(parsed.GetValue(speed) > 0)) throw new ConfigurationException($"--speed {parsed.GetValue(speed)}: expected a number above zero");
            return await ServeAsync(recording, parsed.GetValue(journal), parsed.GetValue(speed), parsed.GetValue(port), parsed.GetValue(bind), parsed.GetValue(dataOrigin), cancellation);
        });
        return verb;
    }

    private static IRecording Open(string[] paths, CoreConfiguration watch, string? date)
    {
        foreach (var path in paths)
            RecordedFile.MustExist(path);
        if (paths.Any(path => File.Exists(path) && JournalReader.IsJournal(path)))
        {
            if (paths.Length > 1) throw new ConfigurationException("a journal is replayed alone: it holds its own feeds and settings");
            if (date is not null || watch.Sensors.Count > 0 || watch.Airspaces.Count > 0 || watch.Tuning is not null)
                throw new ConfigurationException("a journal holds its own settings: --sensor, --zone, --tuning and --date are for other recordings");
            return new JournalRecording(paths[0]);
        }

        var start = Shared.ReadDate(date);
        var names = FileRecording.FeedNames(paths);
        return new FileRecording([.. paths.Select((path, i) => RecordedFile.Open(path, names[i], start))], watch);
    }

    private static int Rush(IRecording recording, string? journalPath, string? smoothTo, double smoothEveryS, CancellationToken cancellation)
    {
        var tally = new Tally();
        var smoothed = smoothTo is null ? null : new SmoothedReplay(smoothEveryS);
        var watch = Stopwatch.StartNew();
        var journal = journalPath is null ? null : WatchHost.OpenJournal(journalPath, HostMode.Replay);
        long resumedAt;
        string digest;
        using (var core = new JournaledCore(smoothed?.Core() ?? new VedetteCore(), journal, smoothed is null ? tally : new EffectHub(tally, smoothed)))
        {
            var arrivals = Begin(recording, journal, core);
            resumedAt = core.Applied;
            ProgressBar.Run(recording.Description, () => recording.Progress, step => Playback.Rush(arrivals, core, step, cancellation));
            digest = core.Digest;
        }

        if (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine(journal is null ? "vedette: stopped" : $"vedette: stopped after entry {tally.Entries:N0}; the same command goes on from there");
            return ExitCode.Failed;
        }

        if (resumedAt > 0) Console.Out.WriteLine($"went on after entry {resumedAt:N0} of {journal?.Path}");
        ReplaySummary.Write(Console.Out, recording, tally, watch.Elapsed, digest, journal?.Path);
        if (smoothed is not null) WriteSmoothed(smoothed, smoothTo!);
        return ExitCode.Good;
    }

    private static void WriteSmoothed(SmoothedReplay smoothed, string path)
    {
        using var output = new AtomicOutput(path);
        var (tracks, rows) = smoothed.Write(output.Writer);
        output.Complete();
        Console.Out.WriteLine($"smoothed  {tracks:N0} tracks, {rows:N0} rows: {path}");
    }

    private static IEnumerable<Arrival> Begin(IRecording recording, JournalWriter? journal, JournaledCore core)
    {
        if (journal is null || journal.Last == 0) return recording.Arrivals();
        using var reader = JournalReader.Open(journal.Path);
        return ResumedRecording.Resume(recording, reader, core);
    }

    private static async Task<int> ServeAsync(IRecording recording, string? journalPath, double speed, int? port, string? bind, string? dataOrigin, CancellationToken cancellation)
    {
        var address = Serving.Address(bind);
        using var pace = new PacedTime(speed);
        await using var host = WatchHost.Open(HostMode.Replay, journalPath, TimeZoneInfo.Local.Id, () => recording.Progress, pace);
        var arrivals = Resume(recording, host);
        host.Start(SequencerOptions.Recorded());
        return await Serving.RunAsync(
            host,
            address,
            port ?? WatchConfiguration.DefaultPort,
            dataOrigin,
            stop => Task.Run(() => Playback.PaceAsync(arrivals, host.Sequencer, pace, stop), stop),
            cancellation);
    }

    private static IEnumerable<Arrival> Resume(IRecording recording, WatchHost host)
    {
        var path = host.Situation.Now.Host.JournalPath;
        if (path.Length == 0) return recording.Arrivals();
        using var reader = JournalReader.Open(path);
        return reader.Last == 0 ? recording.Arrivals() : ResumedRecording.Resume(recording, reader, host.Core);
    }
}
