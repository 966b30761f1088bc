using System.Net;

namespace Vedette.Server;

/// <summary>Where the server listens and what it serves.</summary>
public sealed record ServerOptions
{
    /// <summary>TCP port; 0 lets the system choose.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Address to listen on. Loopback unless somebody says otherwise: the interface has no log-in of its own.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Folder of the built console; null = the one beside the program.</summary>
    public string? WebRoot { get; init; }

    /// <summary>The site whose pages may read the picture under /data, for example https://map.example; "*" = every site, null = none but our own.</summary>
    public string? DataOrigin { get; init; }

    /// <summary>Told once the server listens, with its address, for example http://localhost:8080.</summary>
    public Action<string>? Listening { get; init; }
}
