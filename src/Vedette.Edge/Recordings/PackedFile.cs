using System.IO.Compression;
using Vedette.Edge.Configuration;

namespace Vedette.Edge.Recordings;

/// <summary>Opens a recording; one that is packed with gzip is unpacked into memory first, at most 256 MB of it.</summary>
public static class PackedFile
{
    private const int MostUnpacked = 256 << 20;

    /// <summary>A stream that knows its length and can go back.</summary>
    /// <exception cref="ConfigurationException">It is packed, and damaged or larger than that.</exception>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read < 2 || magic[0] != 0x1F || magic[1] != 0x8B) return file;
        try
        {
            using (file) return Unpack(file);
        }
        catch (InvalidDataException e)
        {
            throw new ConfigurationException($"{path}: is packed with gzip and cannot be unpacked: {e.Message}");
        }
    }

    private static MemoryStream Unpack(Stream packed)
    {
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = unpacking.Read(buffer)) > 0)
        {
            if (unpacked.Length + read > MostUnpacked) throw new InvalidDataException("unpacked it is larger than 256 MB: unpack it first");
            unpacked.Write(buffer, 0, read);
        }

        unpacked.Position = 0;
        return unpacked;
    }
}
