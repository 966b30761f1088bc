using System.Net.Sockets;
using Vedette.Core;

namespace Vedette.Edge.Feeds;

/// <summary>A byte stream from a server that we connect to, again and again where it fails (0.5 s up to 30 s between attempts).</summary>
public sealed class TcpFeed(string name, string host, int port) : IFeed
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
                if (await ReceiveAsync(client.GetStream(), line, cancellation)) pause.Succeeded();
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

    /// <summary>Reads to the end. True where anything came at all.</summary>
    private static async Task<bool> ReceiveAsync(NetworkStream stream, FeedLine line, CancellationToken cancellation)
    {
        var buffer = new byte[MaxChunk];
        var any = false;
        while (true)
        {
            var length = await stream.ReadAsync(buffer, cancellation);
            if (length == 0) return any;
            any = true;
            await line.PassAsync(buffer.AsSpan(0, length), cancellation);
        }
    }
}
