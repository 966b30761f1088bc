using System.Reflection;
using Vedette.Core;
using Vedette.Edge;
using Vedette.Edge.Journal;
using Vedette.Edge.Situation;

namespace Vedette.Cli.Hosting;

/// <summary>A core behind its journal and sequencer, with the situation that the server shows.</summary>
internal sealed class WatchHost : IAsyncDisposable
{
    private Sequencer? sequencer;

    private WatchHost(HostDescription description, Func<double?> progress, IPlayback? playback, JournalWriter? journal)
    {
        Situation = new LiveSituation(
            description,
            (command, cancellation) => Sequencer.SubmitAsync(command, cancellation),
            progress,
            playback);
        Core = new JournaledCore(new VedetteCore(), journal, Situation);
    }

    public LiveSituation Situation { get; }

    /// <summary>For restoring, before <see cref="Start"/>.</summary>
    public JournaledCore Core { get; }

    public Sequencer Sequencer => sequencer ?? throw new InvalidOperationException("the host has not been started");

    /// <summary>Version of the product as people know it.</summary>
    public static string Version { get; } =
        typeof(WatchHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <param name="journalPath">Null keeps no journal.</param>
    /// <param name="progress">How much of the recording is behind us; null when live.</param>
    /// <param name="playback">The pace of the recording; null when live.</param>
    public static WatchHost Open(HostMode mode, string? journalPath, string localTimeZone, Func<double?>? progress = null, IPlayback? playback = null)
    {
        var journal = journalPath is null ? null : OpenJournal(journalPath, mode);
        var description = new HostDescription
        {
            Mode = mode,
            JournalPath = journal?.Path ?? "",
            Version = Version,
            StartedAt = new WallClock().Now,
            LocalTimeZone = localTimeZone,
        };
        return new(description, progress ?? (() => null), playback, journal);
    }

    public static JournalWriter OpenJournal(string path, HostMode mode) => JournalWriter.Open(path, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["created"] = new WallClock().Now.ToString(),
        ["product"] = $"Vedette {Version}",
        ["mode"] = mode.ToString().ToLowerInvariant(),
    });

    public void Start(SequencerOptions options)
    {
        sequencer = new Sequencer(Core, Situation, options);
        sequencer.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (sequencer is not null) await sequencer.DisposeAsync();
        else Core.Dispose();
        Situation.Dispose();
    }
}
