using System.Net.Sockets;
using Vedette.Edge.Configuration;

namespace Vedette.Edge.Recordings;

/// <summary>A recording that passes by once: standard input, or what a server sends over TCP until it closes. Its first octets can be looked at before.</summary>
internal sealed class PassingStream : Stream
{
    private const string Scheme = "tcp://";

    /// <summary>As much as tells one format from another.</summary>
    private const int HeadOctets = 1024;

    private readonly Stream source;
    private readonly IDisposable? connection;
    private readonly byte[] head = new byte[HeadOctets];
    private readonly int headLength;
    private int given;

    private PassingStream(Stream source, IDisposable? connection)
    {
        this.source = source;
        this.connection = connection;
        headLength = source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Head => head.AsSpan(0, headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>"-" or "tcp://host:port".</summary>
    public static bool Names(string path) => path == "-" || path.StartsWith(Scheme, StringComparison.Ordinal);

    /// <exception cref="ConfigurationException">The address cannot be read, or nobody answers there.</exception>
    public static PassingStream Open(string path)
    {
        if (path == "-") return new(Console.OpenStandardInput(), null);
        var (host, port) = Address(path);
        var client = new TcpClient();
        try
        {
            client.Connect(host, port);
            return new(client.GetStream(), client);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            client.Dispose();
            throw new ConfigurationException($"{path}: {(e.InnerException as SocketException ?? e).Message}");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (given == headLength) return source.Read(buffer);
        var length = Math.Min(buffer.Length, headLength - given);
        head.AsSpan(given, length).CopyTo(buffer);
        given += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            connection?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static (string Host, int Port) Address(string path)
    {
        if (Uri.TryCreate(path, UriKind.Absolute, out var uri) && uri is { Port: > 0, Host.Length: > 0, PathAndQuery: "/" or "" }) return (uri.Host, uri.Port);
        throw new ConfigurationException($"{path}: expected tcp://host:port");
    }
}
