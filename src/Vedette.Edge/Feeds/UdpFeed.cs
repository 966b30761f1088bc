using System.Net;
using System.Net.Sockets;
using Vedette.Core;

namespace Vedette.Edge.Feeds;

/// <summary>Datagrams, each one an entry. Joins the group where the address is a multicast one.</summary>
/// <param name="endpoint">Local address and port to listen on, or the group and port.</param>
/// <param name="networkInterface">Local address of the interface to join on; null = the system's choice.</param>
public sealed class UdpFeed(string name, IPEndPoint endpoint, IPAddress? networkInterface = null) : IFeed
{
    private const int ReceiveBufferOctets = 4 << 20;
    private const int MaxDatagram = 65_535;

    public string Name => name;

    public string Description => IsMulticast ? $"UDP multicast {endpoint}{(networkInterface is null ? "" : $" on {networkInterface}")}" : $"UDP {endpoint}";

    /// <summary>The port in use, once it runs: of interest where port 0 was asked for.</summary>
    public int LocalPort { get; private set; }

    private bool IsMulticast => endpoint.AddressFamily == AddressFamily.InterNetworkV6
        ? endpoint.Address.IsIPv6Multicast
        : endpoint.Address.GetAddressBytes()[0] is >= 224 and <= 239;

    public async Task RunAsync(FeedLine line, CancellationToken cancellation)
    {
        using var socket = Open();
        LocalPort = ((IPEndPoint)socket.LocalEndPoint!).Port;
        await line.TellAsync(FeedState.Live, $"listening on {Description}", cancellation);
        var buffer = GC.AllocateUninitializedArray<byte>(MaxDatagram, pinned: true);
        while (true)
        {
            try
            {
                var length = await socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, cancellation);
                if (length > 0) line.Offer(buffer.AsSpan(0, length));
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.MessageSize)
            {
                // An ICMP answer to somebody's datagram, or one longer than any datagram may be: nothing of ours is lost.
                continue;
            }
        }
    }

    private Socket Open()
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = ReceiveBufferOctets;
            if (!IsMulticast)
            {
                socket.Bind(endpoint);
                return socket;
            }

            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(OperatingSystem.IsWindows() ? IPAddress.Any : endpoint.Address, endpoint.Port));
            Join(socket);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Join(Socket socket)
    {
        if (endpoint.AddressFamily == AddressFamily.InterNetworkV6)
            socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.AddMembership, new IPv6MulticastOption(endpoint.Address));
        else
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(endpoint.Address, networkInterface ?? IPAddress.Any));
    }
}
