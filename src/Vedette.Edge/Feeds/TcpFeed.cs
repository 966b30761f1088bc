using System.Net.Sockets;
using Vedette.Core;

namespace Vedette.Edge.Feeds;

/// <summary>A byte stream from a server that we connect to, again and again where it fails (0.5 s up to 30 s between attempts).</summary>
/// <param name="manner">What to say and what to keep out; null = listen, and keep everything.</param>
public sealed class TcpFeed(string name, string host, int port, TcpManner? manner = null) : IFeed
{
    private const int MaxChunk = 65_536;

    public string Name => name;

    public string Description => $"TCP {host}:{port}";

    public async Task RunAsync(FeedLine line, CancellationToken cancellation)
    {
        var pause = default(RetryPause);
        while (true)
        {
            string problem;
            try
            {
                using var client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(host, port, cancellation);
                client.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                await line.TellAsync(FeedState.Live, $"connected to {host}:{port}", cancellation);
                if (await ConverseAsync(client.GetStream(), line, cancellation)) pause.Succeeded();
                problem = "the other side closed the connection";
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                problem = (e.InnerException as SocketException ?? e).Message;
            }

            await line.TellAsync(FeedState.Failed, $"{host}:{port}: {problem}; next attempt in {pause.Next.TotalSeconds:0.#} s", cancellation);
            await Task.Delay(pause.Next, cancellation);
            pause.Failed();
        }
    }

    private async Task<bool> ConverseAsync(NetworkStream stream, FeedLine line, CancellationToken cancellation)
    {
        if (manner is null) return await ReceiveAsync(stream, line, cancellation);
        await stream.WriteAsync(manner.Greeting, cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var speaking = KeepAliveAsync(stream, manner, over.Token);
        try
        {
            return await ReceiveAsync(stream, line, cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await speaking;
        }
    }

    private static async Task KeepAliveAsync(NetworkStream stream, TcpManner manner, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(manner.KeepAliveEvery, cancellation);
                await stream.WriteAsync(manner.KeepAlive, cancellation);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The connection is over: who reads from it says why.
        }
    }

    /// <summary>Reads to the end. True where anything came at all.</summary>
    private async Task<bool> ReceiveAsync(NetworkStream stream, FeedLine line, CancellationToken cancellation)
    {
        var filter = manner?.Filter();
        var buffer = new byte[MaxChunk];
        var any = false;
        while (true)
        {
            var length = await stream.ReadAsync(buffer, cancellation);
            if (length == 0) return any;
            any = true;
            var kept = filter is null ? buffer.AsMemory(0, length) : filter.Filter(buffer.AsSpan(0, length)).ToArray();
            if (kept.Length > 0) await line.PassAsync(kept.Span, cancellation);
        }
    }
}
