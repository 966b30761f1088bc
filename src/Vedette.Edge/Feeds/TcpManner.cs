using System.Text;
using Vedette.Wire.Ogn;

namespace Vedette.Edge.Feeds;

/// <summary>How to behave on a connection where listening is not enough.</summary>
/// <param name="Greeting">Sent when the connection stands.</param>
/// <param name="KeepAlive">Sent every so often, so that the other side knows that somebody listens.</param>
/// <param name="KeepAliveEvery">How often.</param>
/// <param name="Filter">A new filter for each connection: what of its octets may be kept.</param>
public sealed record TcpManner(ReadOnlyMemory<byte> Greeting, ReadOnlyMemory<byte> KeepAlive, TimeSpan KeepAliveEvery, Func<OgnPrivacy> Filter)
{
    /// <summary>The log-in of a listener on an APRS-IS server; identities that nobody may keep are taken out before the journal.</summary>
    /// <param name="filter">The server's filter, for example "r/51.2/20.5/250" (within 250 km); null = all that the port gives.</param>
    public static TcpManner AprsIs(string? filter) => new(
        Encoding.ASCII.GetBytes($"user N0CALL pass -1 vers Vedette 1{(filter is null ? "" : $" filter {filter}")}\r\n"),
        "# still here\r\n"u8.ToArray(),
        TimeSpan.FromMinutes(4),
        () => new());
}
