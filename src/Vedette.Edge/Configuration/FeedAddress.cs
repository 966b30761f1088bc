using System.Net;
using Vedette.Edge.Feeds;
using Vedette.Wire;

namespace Vedette.Edge.Configuration;

/// <summary>Where a live feed's octets come from.</summary>
public abstract record FeedAddress
{
    /// <summary>Reads "[host:]port" or "group:port[@interface]", addresses as numbers.</summary>
    /// <exception cref="ConfigurationException">The text is none of these.</exception>
    public static FeedAddress Udp(string text, string where)
    {
        const string Expected = "expected PORT, ADDRESS:PORT or GROUP:PORT@INTERFACE with numeric addresses, for example 8600 or 239.1.1.1:8600@192.168.1.5";
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var endpoint = at < 0 ? text : text[..at];
        IPAddress? networkInterface = null;
        if (at >= 0 && !IPAddress.TryParse(text[(at + 1)..], out networkInterface)) throw Problem();
        if (!endpoint.Contains(':', StringComparison.Ordinal)) endpoint = "0.0.0.0:" + endpoint;
        if (!IPEndPoint.TryParse(endpoint, out var parsed) || parsed.Port == 0) throw Problem();
        return new UdpAddress(parsed, networkInterface);

        ConfigurationException Problem() => new($"{where}: \"{text}\" is not an address to listen on; {Expected}");
    }

    /// <summary>Reads "host:port".</summary>
    /// <param name="filter">For an APRS-IS server: what to send; null = all.</param>
    /// <exception cref="ConfigurationException">The text is not that.</exception>
    public static FeedAddress Tcp(string text, string where, string? filter = null)
    {
        if (filter is not null && filter.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0)
            throw new ConfigurationException($"{where}: the filter \"{filter}\" must be one line of plain letters, for example r/51.2/20.5/250");
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), out var port) || port == 0)
            throw new ConfigurationException($"{where}: \"{text}\" is not an address to connect to; expected HOST:PORT, for example localhost:30005");
        return new TcpAddress(text[..colon].Trim('[', ']'), port, filter);
    }

    public static FeedAddress File(string path, string where) =>
        System.IO.File.Exists(path) ? new FileAddress(path) : throw new ConfigurationException($"{where}: there is no file {path}");

    /// <summary>Reads an http or https address, or the path of a file: a document that is read again and again.</summary>
    /// <exception cref="ConfigurationException">The text is neither, or the interval is none.</exception>
    public static FeedAddress Polled(string text, double everyS, string where)
    {
        if (text.Contains("://", StringComparison.Ordinal) && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new ConfigurationException($"{where}: \"{text}\" cannot be asked; expected an address that begins with http:// or https://, or the path of a file");
        return new PolledAddress(text, TimeSpan.FromSeconds(everyS));
    }

    /// <summary>The feed that listens there.</summary>
    public abstract IFeed Open(FeedSettings settings);
}

public sealed record UdpAddress(IPEndPoint Endpoint, IPAddress? Interface) : FeedAddress
{
    public override IFeed Open(FeedSettings settings) => new UdpFeed(settings.Name, Endpoint, Interface);
}

/// <param name="Filter">For an APRS-IS server: what to send.</param>
public sealed record TcpAddress(string Host, int Port, string? Filter = null) : FeedAddress
{
    public override IFeed Open(FeedSettings settings) => new TcpFeed(settings.Name, Host, Port, settings.Format == FeedFormat.Ogn ? TcpManner.AprsIs(Filter) : null);
}

/// <summary>A document that is read again and again. A file need not be there yet.</summary>
public sealed record PolledAddress(string Source, TimeSpan Every) : FeedAddress
{
    public override IFeed Open(FeedSettings settings) => new PolledFeed(settings.Name, Source, Every);
}

/// <summary>A recording that is played as if it were received now.</summary>
public sealed record FileAddress(string Path) : FeedAddress
{
    public override IFeed Open(FeedSettings settings) => new FileFeed(settings.Name, Path);
}
