using System.Net.Sockets;
using System.Threading.Channels;
using Vedette.Core;
using Vedette.Edge.Configuration;

namespace Vedette.Edge.Feeds;

/// <summary>Runs all feeds of a watch side by side, with a watchman who looks at each once a second.</summary>
public sealed class LiveFeeds(IReadOnlyList<IFeed> feeds, Sequencer sequencer, TimeProvider time)
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(1);

    /// <summary>Runs until cancelled. One feed's fault never ends another.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var lines = feeds.Select(feed => new FeedLine(feed.Name, sequencer, time)).ToArray();
        var running = feeds.Select((feed, i) => RunOneAsync(feed, lines[i], cancellation)).Append(WatchAsync(lines, cancellation));
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (ChannelClosedException)
        {
            // The sequencer stopped; its completion tells why.
        }
    }

    private static async Task RunOneAsync(IFeed feed, FeedLine line, CancellationToken cancellation)
    {
        try
        {
            await feed.RunAsync(line, cancellation);
            await line.TellAsync(FeedState.Ended, $"{feed.Description}: ended", cancellation);
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException or ConfigurationException)
        {
            await line.TellAsync(FeedState.Failed, $"{feed.Description}: {e.Message}", cancellation);
        }
    }

    private async Task WatchAsync(FeedLine[] lines, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(WatchEvery, time);
        while (await timer.WaitForNextTickAsync(cancellation))
            foreach (var line in lines) await line.LookAsync(cancellation);
    }
}
