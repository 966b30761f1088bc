using System.CommandLine;
using Vedette.Cli.Hosting;
using Vedette.Edge;
using Vedette.Edge.Configuration;
using Vedette.Edge.Feeds;
using Vedette.Edge.Journal;
using Vedette.Edge.Situation;
using Vedette.Wire;

namespace Vedette.Cli.Verbs;

/// <summary>Watches live feeds.</summary>
internal static class RunVerb
{
    private const string UsualJournal = "vedette-data/watch.journal";

    private const string Help = """
        Watches live feeds and serves the map. A receiver and a field: vedette run --beast localhost:30005 --zone field.geojson
        What arrives is kept in a journal before it is acted on; started again, the watch goes on with it.
        """;

    private sealed record Flags(
        Option<string?> Config, Option<string[]> Beast, Option<string[]> Asterix, Option<string[]> File, Option<string[]> Zones, Option<string[]> Sensors,
        FeedFlags Feeds, Option<int?> Port, Option<string?> Bind, Option<string?> DataOrigin, Option<string?> Journal, Option<string?> Name, Option<string?> Tuning);

    public static Command Create()
    {
        var flags = new Flags(
            new("--config") { Description = "Configuration file, see docs/operations.md", HelpName = "vedette.json" },
            new("--beast") { Description = "Receiver with Beast output to connect to (repeatable)", HelpName = "HOST:PORT", DefaultValueFactory = _ => [] },
            new("--asterix") { Description = "UDP port to hear ASTERIX on; ADDRESS:PORT, or GROUP:PORT@INTERFACE for multicast (repeatable)", HelpName = "[ADDRESS:]PORT", DefaultValueFactory = _ => [] },
            new("--file") { Description = "Recording to play as if it were live (repeatable)", HelpName = "FILE", DefaultValueFactory = _ => [] },
            Shared.Zones(),
            Shared.Sensors(),
            new(),
            Shared.Port(),
            Shared.Bind(),
            Shared.DataOrigin(),
            new("--journal") { Description = $"Where to keep the journal (default ./{UsualJournal})", HelpName = "PATH" },
            new("--name") { Description = "Name of the watch", HelpName = "NAME" },
            Shared.Tuning());
        var verb = new Command("run", Help)
        {
            flags.Config, flags.Beast, flags.Asterix, flags.File, flags.Zones, flags.Sensors, flags.Port, flags.Bind, flags.DataOrigin, flags.Journal, flags.Name, flags.Tuning,
        };
        flags.Feeds.AddTo(verb);
        verb.SetAction((parsed, cancellation) => RunAsync(Read(parsed, flags), cancellation));
        return verb;
    }

    private static WatchConfiguration Read(ParseResult parsed, Flags flags)
    {
        var notes = new List<string>();
        var configuration = parsed.GetValue(flags.Config) is { } file ? ConfigurationFile.Read(file, notes) : new WatchConfiguration();
        foreach (var note in notes) Console.Error.WriteLine($"vedette: note: {note}");
        var feeds = parsed.GetValue(flags.Beast)!.Select(text => new FeedSettings(text, FeedFormat.Beast, FeedAddress.Tcp(text, "--beast")))
            .Concat(parsed.GetValue(flags.Asterix)!.Select(text => new FeedSettings($"asterix {text}", FeedFormat.Asterix, FeedAddress.Udp(text, "--asterix"))))
            .Concat(flags.Feeds.Read(parsed))
            .Concat(parsed.GetValue(flags.File)!.Select(FromFile));
        configuration = configuration.With(feeds, Shared.ReadSensors(parsed.GetValue(flags.Sensors)!), Shared.ReadZones(parsed.GetValue(flags.Zones)!)) with
        {
            Name = parsed.GetValue(flags.Name) ?? configuration.Name,
            Tuning = Shared.ReadTuning(parsed.GetValue(flags.Tuning)) ?? configuration.Tuning,
            Port = parsed.GetValue(flags.Port) ?? configuration.Port,
            Bind = parsed.GetValue(flags.Bind) ?? configuration.Bind,
            DataOrigin = parsed.GetValue(flags.DataOrigin) ?? configuration.DataOrigin,
            Journal = parsed.GetValue(flags.Journal) ?? configuration.Journal,
        };
        if (configuration.Feeds.Count == 0)
            throw new ConfigurationException("there is nothing to watch: name a feed with --beast, --asterix, --sbs, --avr, --file or in --config; vedette demo needs none");
        return configuration;
    }

    private static FeedSettings FromFile(string path)
    {
        var file = Edge.Recordings.RecordedFile.Open(path, Path.GetFileName(path), null);
        return new(file.Feed, file.Format, new FileAddress(path));
    }

    private static async Task<int> RunAsync(WatchConfiguration configuration, CancellationToken cancellation)
    {
        var address = Serving.Address(configuration.Bind);
        await using var host = Open(configuration);
        host.Start(SequencerOptions.Live());
        await host.Sequencer.PostAsync(Arrival.Configuration(configuration.ToCore()), cancellation);
        var feeds = configuration.Feeds.Select(feed => feed.Address.Open(feed)).ToList();
        foreach (var feed in feeds) Serving.Say($"Feed: {feed.Description}");
        Serving.Say($"Journal: {host.Situation.Now.Host.JournalPath}");
        return await Serving.RunAsync(
            host,
            address,
            configuration.Port ?? WatchConfiguration.DefaultPort,
            configuration.DataOrigin,
            stop => new LiveFeeds(feeds, host.Sequencer, TimeProvider.System).RunAsync(stop),
            cancellation);
    }

    /// <summary>
    /// The host with what its journal remembers. A watch must start: where the journal cannot be continued it is left as it is, and a
    /// new one is begun beside it.
    /// </summary>
    private static WatchHost Open(WatchConfiguration configuration)
    {
        var path = Path.GetFullPath(configuration.Journal ?? UsualJournal);
        WatchHost? host = null;
        try
        {
            host = WatchHost.Open(HostMode.Live, path, configuration.LocalTimeZone);
            Restore(host, path, configuration);
            return host;
        }
        catch (Exception e) when (host is not null || e is JournalException { IsDamage: true })
        {
            // Whatever an old journal holds, also an entry on which this version breaks, it must not keep the watch from starting.
            host?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            var fresh = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'Z'}{Path.GetExtension(path)}");
            Console.Error.WriteLine($"vedette: {e.Message}");
            Console.Error.WriteLine($"vedette: it is left as it is; this watch begins a new journal: {fresh}");
            return WatchHost.Open(HostMode.Live, fresh, configuration.LocalTimeZone);
        }
    }

    private static void Restore(WatchHost host, string path, WatchConfiguration configuration)
    {
        using var reader = JournalReader.Open(path);
        var last = reader.Last;
        if (last == 0) return;
        if (last > 100_000) Serving.Say($"Reading the journal: {last:N0} entries ...");
        ProgressBar.Run("reading the journal", () => host.Core.Applied / (double)last, step => host.Core.Restore(reader, _ => step()));
        if (host.Situation.Now.Configuration.Exercise != configuration.Exercise)
            throw new JournalException($"{path}: is of {(configuration.Exercise ? "the real thing" : "an exercise")}; the two never share a journal");
        if (host.Core.Now > new WallClock().Now)
            throw new JournalException($"{path}: ends at {host.Core.Now}, which is still to come by this machine's clock");
    }
}
