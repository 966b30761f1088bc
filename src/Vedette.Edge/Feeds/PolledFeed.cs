using Vedette.Core;

namespace Vedette.Edge.Feeds;

/// <summary>
/// A document that a station writes anew all the time (aircraft.json): asked for at an interval over HTTP or read from disk, each new state an
/// entry. Failures are told and tried again.
/// </summary>
/// <param name="source">An http or https address, or the path of a file.</param>
/// <param name="every">From one question to the next.</param>
public sealed class PolledFeed(string name, string source, TimeSpan every) : IFeed
{
    private const int LargestDocument = 64 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => name;

    public string Description => $"{source} every {every.TotalSeconds:0.##} s";

    private bool IsRemote => Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    public async Task RunAsync(FeedLine line, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = LargestDocument };
        var pause = default(RetryPause);
        var live = false;
        byte[] last = [];
        while (true)
        {
            var wait = every;
            try
            {
                var document = IsRemote ? await client.GetByteArrayAsync(source, cancellation) : await File.ReadAllBytesAsync(source, cancellation);
                if (!live) await line.TellAsync(FeedState.Live, $"reading {source}", cancellation);
                live = true;
                pause.Succeeded();
                if (!document.AsSpan().SequenceEqual(last)) await line.PassAsync(document, cancellation);
                last = document;
            }
            catch (Exception e) when (IsTransient(e, cancellation))
            {
                live = false;
                wait = pause.Next;
                pause.Failed();
                await line.TellAsync(FeedState.Failed, $"{source}: {Plain(e)}; next attempt in {wait.TotalSeconds:0.#} s", cancellation);
            }

            await Task.Delay(wait, cancellation);
        }
    }

    private static bool IsTransient(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException or IOException or UnauthorizedAccessException || (e is TaskCanceledException && !cancellation.IsCancellationRequested);

    private static string Plain(Exception e) => e switch
    {
        TaskCanceledException => $"no answer within {Patience.TotalSeconds:0} s",
        HttpRequestException { StatusCode: { } status } => $"the server answered {(int)status}",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ => (e.InnerException ?? e).Message,
    };
}
