using System.Globalization;
using System.Net;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Configuration;
using Vedette.Edge.Situation;
using Vedette.Server;

namespace Vedette.Cli.Hosting;

/// <summary>Runs the source of a watch and its server side by side until somebody says stop.</summary>
internal static class Serving
{
    private static readonly TimeSpan HealthEvery = TimeSpan.FromSeconds(10);

    /// <param name="dataOrigin">The site whose pages may read /data; null = none but our own.</param>
    /// <param name="source">Feeds the sequencer; when it ends the server goes on.</param>
    /// <returns>Exit code: 1 where the core or the journal broke.</returns>
    public static async Task<int> RunAsync(WatchHost host, IPAddress address, int port, string? dataOrigin, Func<CancellationToken, Task> source, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var options = new ServerOptions
        {
            Address = address,
            Port = port,
            DataOrigin = dataOrigin,
            Listening = url => Say($"Map: {url}   (Ctrl+C stops)"),
        };
        var server = ServerHost.RunAsync(options, host.Situation, stop.Token);
        var feeding = source(stop.Token);
        var health = TellHealthAsync(host.Situation, stop.Token);
        await Task.WhenAny(server, host.Sequencer.Completion, FirstFault(feeding));
        await stop.CancelAsync();
        try
        {
            await ServedAsync(server, address, port);
            await Quietly(feeding);
            await Quietly(health);
            await host.DisposeAsync();
            await host.Sequencer.Completion;
        }
        catch (Exception e) when (host.Situation.Now.Failure.Length > 0)
        {
            await Console.Error.WriteLineAsync($"vedette: the watch has stopped: {e.Message}");
            return ExitCode.Failed;
        }

        return ExitCode.Good;
    }

    /// <summary>An address to serve on.</summary>
    /// <exception cref="ConfigurationException">The text is not one.</exception>
    public static IPAddress Address(string? bind) => bind switch
    {
        null or "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(bind, out var address)
            ? address
            : throw new ConfigurationException($"--bind \"{bind}\": expected a numeric address of this machine, for example 192.168.1.5, or * for all"),
    };

    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>One line that tells how the watch is.</summary>
    internal static string Health(SituationSnapshot now)
    {
        var tracks = now.Picture.Tracks.Count(track => track.Status is TrackStatus.Confirmed or TrackStatus.Coasting);
        var open = now.Alerts.Count(alert => alert.State != AlertState.Closed);
        var live = now.Feeds.Count(feed => feed.State == FeedState.Live);
        var troubled = now.Feeds.Where(feed => feed.State is not (FeedState.Live or FeedState.Ended)).Select(feed => $"{feed.Name} {feed.State.ToString().ToLowerInvariant()}").ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(now.At == default ? "nothing yet" : now.At.ToString())}  {tracks} tracks  {open} open alerts  feeds {live}/{now.Feeds.Count} live{(troubled.Count == 0 ? "" : $" ({string.Join(", ", troubled.Take(4))})")}  "
            + $"{now.Feeds.Sum(feed => feed.Plots):N0} plots  {now.Feeds.Sum(feed => feed.Refused):N0} refused");
    }

    private static async Task TellHealthAsync(ISituation situation, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(HealthEvery);
        while (await timer.WaitForNextTickAsync(cancellation)) Say(Health(situation.Now));
    }

    private static async Task ServedAsync(Task server, IPAddress address, int port)
    {
        try
        {
            await server;
        }
        catch (IOException e)
        {
            throw new ConfigurationException($"the map cannot be served on {address} port {port}: {e.InnerException?.Message ?? e.Message}. Choose another with --port or --bind");
        }
    }

    /// <summary>Completes only when the task fails.</summary>
    private static async Task FirstFault(Task task)
    {
        await Quietly(task);
        if (!task.IsFaulted) await Task.Delay(Timeout.Infinite);
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }
}
